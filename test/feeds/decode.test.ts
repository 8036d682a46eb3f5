import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { decode } from '../../src/feeds/decode.ts';

const document = (text: string, encoding?: string): string =>
  `<?xml version="1.0"${encoding === undefined ? '' : ` encoding="${encoding}"`}?><rss><title>${text}</title></rss>`;

const encoded = (text: string, charset: string): Uint8Array => iconv.encode(text, charset);

describe('decode', () => {
  test.each([
    ['windows-1251', 'Запрет криптобиржи'],
    ['koi8-r', 'Запрет криптобиржи'],
    ['gb2312', '央行禁止交易所'],
    ['big5', '金管會警告交易所'],
    ['shift_jis', '取引所を停止'],
    ['euc-jp', '取引所を停止'],
    ['euc-kr', '거래소 차단'],
    ['iso-8859-2', 'Giełda zawiesza wypłaty'],
    ['windows-1254', 'Borsaya erişim engeli'],
    ['windows-874', 'ระงับการซื้อขาย'],
    ['windows-1256', 'حظر منصة'],
    ['utf-16le', 'Börse'],
    ['utf-16be', 'Börse'],
  ])('believes the declaration %s', (charset, text) => {
    expect(decode(encoded(document(text, charset), charset))).toContain(text);
  });

  test('believes the Content-Type where the document says nothing', () => {
    expect(decode(encoded(document('Запрет'), 'windows-1251'), 'text/xml; charset="windows-1251"')).toContain(
      'Запрет',
    );
  });

  test('reads ISO-2022-JP, whose bytes are all seven bits', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="ISO-2022-JP"?><t>'),
      Buffer.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]),
      Buffer.from('</t>'),
    ]);
    expect(decode(bytes)).toContain('日本');
  });

  test.each(['iso-8859-1', 'us-ascii', 'utf-16'])('does not believe %s over valid UTF-8', (label) => {
    expect(decode(Buffer.from(document('Börse – “neu”', label)))).toContain('Börse – “neu”');
  });

  test('does not believe UTF-8 over what is none', () => {
    expect(decode(encoded(document('Börse’s Käufer', 'utf-8'), 'windows-1252'))).toContain('Käufer');
  });

  test('takes ISO-8859-1 for the windows-1252 that it is', () => {
    expect(decode(Buffer.from(document('it\x92s', 'iso-8859-1'), 'latin1'))).toContain('it’s');
  });

  test('keeps UTF-8 with one broken character in it', () => {
    const bytes = Buffer.concat([Buffer.from(document('Ключевая ставка Банка России')), Buffer.from([0xd0])]);
    expect(decode(bytes)).toContain('Ключевая ставка Банка России');
  });

  test('guesses from the words where nobody says anything', () => {
    const text = 'Центральный банк запретил работу криптовалютных бирж на территории страны';
    expect(decode(encoded(document(text), 'windows-1251'))).toContain(text);
  });

  test('drops a byte order mark, whatever the label', () => {
    expect(decode(Buffer.from(`\ufeff${document('é', 'iso-8859-1')}`)).startsWith('<?xml')).toBe(true);
  });

  test('undoes gzip that the server forgot to tell of', () => {
    expect(decode(gzipSync(document('packed')))).toContain('packed');
  });

  test('refuses what inflates over the cap', () => {
    expect(() => decode(gzipSync(Buffer.alloc(20_000_000)))).toThrow('larger than');
  });
});
