/** More languages than the press writes: what is asked beyond them is not kept. */
const MOST = 200;

const likelyRegion = (language: string): string | undefined => {
  if (language === 'und') return undefined;
  try {
    return new Intl.Locale(language).maximize().region;
  } catch (cause) {
    // What a feed calls its language need be no tag at all.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
};

/**
 * Where a language is mostly read, by CLDR's likely subtags: news in Korean that names no country is Korean news.
 * Answers are kept, because asking takes longer than finding a name.
 */
export const createHomeOf = (): ((language: string) => string | undefined) => {
  const known = new Map<string, string | undefined>();
  return (language) => {
    if (known.has(language)) return known.get(language);
    const region = likelyRegion(language);
    if (known.size < MOST) known.set(language, region);
    return region;
  };
};
