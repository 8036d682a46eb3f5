import { isUtf8 } from 'node:buffer';
import { gunzipSync, inflateSync } from 'node:zlib';
import iconv from 'iconv-lite';
import jschardet from 'jschardet';

/** The cap of a body, counted after decompression. */
export const MAX_BODY_BYTES = 5 * 1024 * 1024;
/** Where a declaration, and enough text for a guess, is to be found. */
const HEAD_BYTES = 4_096;
const SAMPLE_BYTES = 64 * 1024;

/** Labels that stand for a superset of what they name (WHATWG Encoding 4.2, and what feeds really contain). */
const SUPERSETS: Readonly<Record<string, string>> = {
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  iso_8859_1: 'windows-1252',
  'latin-1': 'windows-1252',
  latin1: 'windows-1252',
  gb2312: 'gb18030',
  gb_2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  utf16: 'utf-16',
  utf32: 'utf-32',
  u16: 'utf-16',
  'shift-jis': 'shift_jis',
  'x-sjis': 'shift_jis',
};

const UTF8 = /^utf-?8$/;
const WIDE = /^(?:utf-?(?:16|32)(?:[-_]?[lb]e)?|ucs-?[24]|iso-10646-ucs-[24])$/;
/** What no reader may decode any more (WHATWG Encoding leaves it out): it hides markup, and takes its time. */
const FORSAKEN = /^utf-?7/;
/** Single-byte labels that servers put on everything. */
const CARELESS = /^(?:windows-1252|cp1252)$/;

const startsWith = (bytes: Uint8Array, ...prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** Undoes a compression that the server did not tell of. Throws `ERR_BUFFER_TOO_LARGE` over the cap. */
const inflate = (bytes: Uint8Array): Uint8Array => {
  const options = { maxOutputLength: MAX_BODY_BYTES };
  if (startsWith(bytes, 0x1f, 0x8b)) return gunzipSync(bytes, options);
  if (startsWith(bytes, 0x78, 0x9c) || startsWith(bytes, 0x78, 0xda)) return inflateSync(bytes, options);
  return bytes;
};

/** The byte order mark, or the pattern of zeros that wide characters make of `<`. */
const charsetOfShape = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0x3c, 0, 0, 0)) return 'utf-32le';
  if (startsWith(bytes, 0, 0, 0xfe, 0xff) || startsWith(bytes, 0, 0, 0, 0x3c)) return 'utf-32be';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0x3c, 0)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0, 0x3c)) return 'utf-16be';
  if (startsWith(bytes, 0x4c, 0x6f, 0xa7, 0x94)) return 'cp037';
  return undefined;
};

const validUtf8 = (bytes: Uint8Array): string | undefined =>
  isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') : undefined;

const REPLACEMENT = 0xfffd;

/** How many characters say that something could not be decoded, counted without a list of them. */
const replacements = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
};

const foreigners = (text: string): number => {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f && code !== REPLACEMENT) count += 1;
  }
  return count;
};

/** UTF-8 with a few broken characters: a text cut in the middle of one, or a quotation pasted in another charset. */
const nearlyUtf8 = (bytes: Uint8Array): string | undefined => {
  const text = new TextDecoder('utf-8').decode(bytes);
  return replacements(text) * 10 <= foreigners(text) ? text : undefined;
};

const decodeAs = (bytes: Uint8Array, charset: string): string | undefined => {
  if (/^iso-2022-jp/.test(charset)) return new TextDecoder('iso-2022-jp').decode(bytes);
  if (FORSAKEN.test(charset) || !iconv.encodingExists(charset)) return undefined;
  return iconv.decode(bytes, charset);
};

const normaliseLabel = (label: string | undefined): string | undefined => {
  const lower = label
    ?.trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  if (lower === undefined || lower === '') return undefined;
  return SUPERSETS[lower] ?? lower;
};

const declaredIn = (head: string): string | undefined =>
  normaliseLabel(/^[^<]{0,256}<\?xml[^>]{0,256}?encoding\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1]);

const namedBy = (contentType: string | undefined): string | undefined =>
  normaliseLabel(/charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]);

/** The words between the tags: markup is ASCII and would outvote them. */
const sampleText = (bytes: Uint8Array): Buffer => {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE_BYTES)).toString('latin1');
  return Buffer.from(sample.replace(/<[^<>]*>/g, ' '), 'latin1');
};

const detect = (bytes: Uint8Array): string | undefined => {
  const guess = jschardet.detect(sampleText(bytes), { minimumThreshold: 0.2 });
  return normaliseLabel(guess.encoding ?? undefined);
};

/** The first candidate that decodes without loss, else the one that loses least. */
const decodeBest = (bytes: Uint8Array, charsets: readonly string[]): string => {
  let best: { readonly text: string; readonly lost: number } | undefined;
  for (const charset of charsets) {
    const text = decodeAs(bytes, charset);
    if (text === undefined) continue;
    const lost = replacements(text);
    if (lost === 0) return text;
    if (best === undefined || lost < best.lost) best = { text, lost };
  }
  return best?.text ?? iconv.decode(bytes, 'utf-8');
};

const isNarrow = (charset: string | undefined): charset is string =>
  charset !== undefined && !WIDE.test(charset) && !UTF8.test(charset);

/**
 * Bytes to text: compression undone, then the byte order mark or shape, then UTF-8 where it is valid and no
 * many-byte charset is named, the declaration, the `Content-Type`, and at last a guess from the words.
 * A label that the bytes belie is not believed. Throws `ERR_BUFFER_TOO_LARGE` for a body that inflates over
 * the cap, and as zlib does for one that is broken.
 */
export const decode = (body: Uint8Array, contentType?: string): string => {
  const bytes = inflate(body);
  const shape = charsetOfShape(bytes);
  if (shape !== undefined) return decodeBest(bytes, [shape]).replace(/^\ufeff/, '');
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const labels = [declaredIn(head), namedBy(contentType)].filter(isNarrow);
  // Seven-bit charsets (iso-2022-jp, hz) are valid UTF-8 too: their label must be believed first.
  const sevenBit = labels.find((label) => /^(?:iso-2022|hz)/.test(label));
  if (sevenBit !== undefined) return decodeBest(bytes, [sevenBit]);
  const utf8 = validUtf8(bytes);
  if (utf8 !== undefined) return utf8.replace(/^\ufeff/, '');
  const nearly = labels.length === 0 ? nearlyUtf8(bytes) : undefined;
  if (nearly !== undefined) return nearly;
  return decodeBest(bytes, [
    ...labels.filter((label) => !CARELESS.test(label)),
    ...labels,
    ...guesses(bytes, labels),
  ]);
};

const guesses = (bytes: Uint8Array, labels: readonly string[]): string[] => {
  if (labels.length > 0) return ['windows-1252'];
  const guess = detect(bytes);
  return guess === undefined ? ['windows-1252'] : [guess, 'windows-1252'];
};
