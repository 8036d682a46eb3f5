const QUOTED: readonly RegExp[] = [
  /「[^「」]{1,60}」/gu,
  /『[^『』]{1,60}』/gu,
  /“[^“”]{1,60}”/gu,
  /«[^«»]{1,60}»/gu,
  /„[^„“”]{1,60}[“”]/gu,
];

/** A text without what stands in quotation marks: figures of speech, titles, words of others. */
export const withoutQuotes = (text: string): string =>
  QUOTED.reduce((rest, quoted) => rest.replace(quoted, ' '), text);
