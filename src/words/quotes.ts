const QUOTED = /「[^」]{1,60}」|『[^』]{1,60}』|“[^”]{1,60}”|«[^»]{1,60}»|„[^“”]{1,60}[“”]/gu;

/** A text without what stands in quotation marks: figures of speech, titles, words of others. */
export const withoutQuotes = (text: string): string => text.replace(QUOTED, ' ');
