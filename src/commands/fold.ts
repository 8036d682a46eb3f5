/**
 * A text as it is compared: compatibility forms, letter case, Latin and Cyrillic accents, marks of writing direction and
 * the difference between hyphen and space are gone. The same on both sides, or nothing is found.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    // Only European accents: the marks of Indian, Thai and Arabic scripts are letters.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]|\p{Variation_Selector}/gu, '')
    .replace(/[’`´]/g, "'")
    .replace(/[-_\s]+/g, ' ')
    .trim();
