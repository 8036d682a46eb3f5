import { isUtf8 } from 'node:buffer';

/** Characters that windows-1252 has in place of 0x80 to 0x9f, in the order of their bytes; a hole is itself. */
const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const NEXT = String.raw`[\u0080-\u00bf${WINDOWS}]`;
/**
 * The bytes of a UTF-8 character, each read as a character of its own. Two of them only where the first leads to a
 * script of news (Latin, Greek, Cyrillic, Hebrew, Arabic): `É` before a no-break space is good French.
 */
const SEQUENCE = new RegExp(
  String.raw`[\u00c2-\u00c5\u00ce-\u00d1\u00d7-\u00db]${NEXT}|[\u00e0-\u00ef]${NEXT}{2}|[\u00f0-\u00f4]${NEXT}{3}`,
  'g',
);
const NON_ASCII = /[^\0-\x7f]/;
/** Where one sequence is all there is, it must be one that nobody writes: `Ã³`, `â€™`, or with a control character. */
const UNMISTAKABLE = /^(?:[\u00c2\u00c3]|..).|[\u0080-\u009f]/;

const BYTE_OF: ReadonlyMap<number, number> = new Map(
  Array.from(WINDOWS, (char, place) => [char.charCodeAt(0), 0x80 + place]),
);

const bytesOf = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes[at] = code < 0x80 ? code : (BYTE_OF.get(code) ?? code);
  }
  return bytes;
};

/**
 * Undoes UTF-8 that was taken for windows-1252 and written as UTF-8 again (`KÃ¤ltewelle`). Only a text all of whose
 * foreign characters are such sequences is touched.
 */
export const mendMojibake = (text: string): string => {
  if (text.search(SEQUENCE) < 0) return text;
  const found = text.match(SEQUENCE) ?? [];
  const alone = found.length === 1 && !UNMISTAKABLE.test(found[0]);
  if (alone || NON_ASCII.test(text.replace(SEQUENCE, ''))) return text;
  const bytes = bytesOf(text);
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : text;
};
