/** The last byte of what was a quotation mark, a dash or a space, written out by whoever lost the others: `\x93`. */
const MARKS: Readonly<Record<string, string>> = {
  '93': '–',
  '94': '—',
  '98': '‘',
  '99': '’',
  '9c': '“',
  '9d': '”',
  a0: ' ',
  a6: '…',
};

/** Marks that a publisher's feed has as escapes, as what they were; other escapes go. */
export const unescapeMarks = (text: string): string =>
  text.replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => MARKS[code.toLowerCase()] ?? '');
