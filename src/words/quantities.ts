import { baseLanguage } from '../domain/base-language.ts';

/** Larger units, by the words and signs of the languages that we read; the longest of a language first. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^\s?(?:mil millones|mil milhões)(?!\p{L})/iu, 1e9],
  [
    /^\s?(?:兆|조|trillion|trilhão|trilhões|трлн|триллион\p{L}*|trilyon|trillones|billones|تريليون)(?!\p{Script=Latin})/iu,
    1e12,
  ],
  [
    /^\s?(?:十亿|十億|billion|bn|bilhão|bilhões|mrd|млрд|миллиард\p{L}*|milyar|milliards?|milliarden?|miliardi|miljard|مليار\p{L}*|b)(?!\p{Script=Latin})/iu,
    1e9,
  ],
  [/^\s?(?:亿|億|억)/u, 1e8],
  [/^\s?(?:crores?|करोड़)(?!\p{L})/iu, 1e7],
  [
    /^\s?(?:百万|百萬|백만|million|millones|millón|milhão|milhões|mio|mln|млн|миллион\p{L}*|milyon|millions?|millionen|milioni|miljoen|مليون\p{L}*|ملايين|triệu|juta|m)(?!\p{Script=Latin})/iu,
    1e6,
  ],
  [/^\s?(?:lakhs?|लाख)(?!\p{L})/iu, 1e5],
  [/^\s?(?:万|萬|만)/u, 1e4],
  [
    /^\s?(?:千|천|thousand|mil|тыс\p{L}*|тысяч\p{L}*|bin|mille|tausend|ألف|آلاف|k)(?!\p{Script=Latin})/iu,
    1e3,
  ],
];

/** Numbers as languages write them out. "One" is an article in half of them, and nobody invents it. */
const words = (list: string): readonly RegExp[] =>
  list.split(' ').map((word) => new RegExp(`(?<!\\p{L})(?:${word})(?!\\p{L})`, 'iu'));

const SPELLED: Readonly<Record<string, readonly RegExp[]>> = {
  // From two to twelve.
  en: words('two three four five six seven eight nine ten eleven twelve'),
  es: words('dos tres cuatro cinco seis siete ocho nueve diez once doce'),
  pt: words('dois|duas três quatro cinco seis sete oito nove dez onze doze'),
  fr: words('deux trois quatre cinq six sept huit neuf dix onze douze'),
  de: words('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'),
  it: words('due tre quattro cinque sei sette otto nove dieci undici dodici'),
  nl: words('twee drie vier vijf zes zeven acht negen tien elf twaalf'),
  ru: words(
    'два|две|двух|двум|двумя три|трёх|трех|трём|трем четыре|четырёх|четырех пять|пяти шесть|шести семь|семи восемь|восьми девять|девяти десять|десяти одиннадцать|одиннадцати двенадцать|двенадцати',
  ),
  tr: words('iki üç dört beş altı yedi sekiz dokuz on onbir|on\\sbir oniki|on\\siki'),
  ar: words(
    'اثنين|اثنان|منصتين|بورصتين ثلاث|ثلاثة أربع|أربعة خمس|خمسة ست|ستة سبع|سبعة ثماني|ثمانية تسع|تسعة عشر|عشرة أحد\\sعشر اثني\\sعشر',
  ),
  ko: [
    /(?:두|둘|양대)\s?(?:곳|개|사)/u,
    /(?:세|셋)\s?(?:곳|개|사)/u,
    /네\s?(?:곳|개)/u,
    /다섯/u,
    /여섯/u,
    /일곱/u,
    /여덟/u,
    /아홉/u,
    /열\s?(?:곳|개)/u,
  ],
};
const LEAST_SPELLED = 2;

const HAN = '一二三四五六七八九十';
/** 九家, 三个月: a numeral of Han before what is counted; elsewhere it is part of a word. */
const HAN_COUNT =
  /([二两兩三四五六七八九十])(?=家|个|個|名|项|項|社|所|天|日|月|年|周|週|小时|小時|か月|ヶ月)/gu;

const hanValue = (numeral: string): number => ('两兩'.includes(numeral) ? 2 : HAN.indexOf(numeral) + 1);

const DIGITS = /\d[\d.,’'\u00a0\u202f]*\d|\d/g;
const ZERO_OF_BLOCK = 10;

/** Digits of any script as Latin ones: every block of decimal digits begins at a code point that ends in 0 or 6. */
export const latinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code < 128) return digit;
    let zero = code;
    while (code - zero < ZERO_OF_BLOCK - 1 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });

/** "1,000", "1.000" and "1 000" are a thousand; of "3,300" and "3.5" both readings are kept. */
const readingsOf = (digits: string): readonly number[] => {
  const bare = digits.replace(/[’'\u00a0\u202f]/g, '');
  const whole = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) ? [Number(bare.replace(/[.,]/g, ''))] : [];
  const marks = bare.match(/[.,]/g) ?? [];
  const decimal =
    marks.length === 1
      ? [Number(bare.replace(',', '.'))]
      : [Number(bare.replace(/[.,](?=\d{3})/g, '').replace(',', '.'))];
  return [...new Set([...whole, ...decimal])].filter((value) => !Number.isNaN(value));
};

const round = (value: number): number => Number(value.toPrecision(12));

export interface Quantity {
  /** As it stands in the text. */
  readonly written: string;
  /** What it can mean. */
  readonly values: readonly number[];
}

/** Every number of a text, in figures of any script or written out, with its larger unit ("3.3 million", 250万). */
export const quantitiesIn = (text: string, language: string): readonly Quantity[] => {
  const line = latinDigits(text);
  const figures = [...line.matchAll(DIGITS)].map(({ 0: written, index }) => {
    const rest = line.slice(index + written.length);
    const unit = UNITS.find(([sign]) => sign.test(rest))?.[1] ?? 1;
    return { written, values: readingsOf(written).map((value) => round(value * unit)) };
  });
  const spelled = (SPELLED[baseLanguage(language)] ?? []).flatMap((word, at) => {
    const found = word.exec(line)?.[0];
    return found === undefined ? [] : [{ written: found, values: [at + LEAST_SPELLED] }];
  });
  const han = /^(?:zh|ja)/.test(language)
    ? [...line.matchAll(HAN_COUNT)].map(([, numeral = '']) => ({
        written: numeral,
        values: [hanValue(numeral)],
      }))
    : [];
  return [...figures, ...spelled, ...han];
};
