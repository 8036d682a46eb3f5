import { baseLanguage } from '../domain/base-language.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { openingOf, sentencesOf } from './opening.ts';
import { speaksOfForeign, speaksOfUnlicensed } from './sorts-of-exchanges.ts';
import type { Unnamed } from './told.ts';

/** Of the words for venues those that mean firms or services of any sort, exchanges among others. */
const ANY_SERVICE =
  /vasp|casp|psan|psca|psav|cpfak|firm|compan|business|provid|lender|custod|\batm|kiosk|interface|front|p2p|peer|\botc|swap|empresa|proveed|prestad|prestat|fourniss|entrepris|sociét|società|aziend|dienst|unternehm|anbieter|hizmet sağlayıcı|saklay|kvhs|사업자|수탁|커스터디|运营商|币商|幣商|事業者|関連業者|服务商|服務商|提供者|مزود|مقدم|постачальник|поставщик/iu;

/** One exchange, by words that mean no other number. */
const ONE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:an?|one|the|this|largest|biggest|leading) (?:[\w'’.-]{1,20} ){0,3}(?:exchange|platform|broker)\b(?! (?:industry|sector|market|rules?|bans?|regulations?|licen|laws?|act|bill|operators|accounts?|users?|services|trading|business|rate))/,
  zh: /(?:一家|一个|一個|某|该|該|这家|這家)\S{0,10}(?:交易所|交易平台|交易平臺)/,
  ja: /(?:ある|同|この)\S{0,8}取引所/,
  ko: /(?:^|\s)(?:한|모|해당) (?:\S{1,10} )?거래소/,
  es: /(?<!\p{L})(?:una?|el|la|del|al|est[ea]) (?:\p{L}{1,20} )?(?:exchange|plataforma|casa de cambio)(?!\p{L})/u,
  pt: /(?<!\p{L})(?:uma?|[oa]|est[ea]|[dn][oa]) (?:\p{L}{1,20} )?(?:exchange|corretora|plataforma)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:une?|la|cette|l['’]) ?(?:\p{L}{1,20} )?(?:plateforme|exchange|bourse)(?!\p{L})/u,
  de: /(?<!\p{L})(?:eine?r?|der|die|das) (?:\p{L}{1,20} )?(?:kryptobörse|bitcoinbörse|börse|handelsplattform|plattform)(?!\p{L})/u,
  ar: /(?<!\p{L})(?:أكبر|إحدى|هذه) (?:بورصة|منصة|بورصات|منصات)|^(?:بورصة|منصة)(?!\p{L})/u,
  ru: /(?<!\p{L})(?:крипто)?бирж(?:[ауе]|ей)(?!\p{L})/u,
  it: /(?<!\p{L})(?:un[ao]?|il|la|l['’]|questa|della|dell['’]) ?(?:\p{L}{1,20} )?(?:piattaforma|exchange|borsa)(?!\p{L})/u,
  nl: /(?<!\p{L})(?:een|de|het) (?:\p{L}{1,20} )?(?:cryptobeurs|beurs|platform|exchange)(?!\p{L})/u,
  pl: /(?<!\p{L})(?:krypto)?giełd(?:a|ę|zie|ą)(?!\p{L})|(?<!\p{L})(?:platforma|platformę|platformie)(?!\p{L})/u,
  uk: /(?<!\p{L})(?:крипто)?бірж(?:[ауі]|ею)(?!\p{L})/u,
  hi: /(?:एक|इस|सबसे बड़े|सबसे बड़ा) (?:\S{1,12} )?एक्सचेंज/u,
  id: /(?<!\p{L})(?:sebuah|satu) (?:bursa|platform|exchange)(?!\p{L})|(?:bursa|platform) (?:kripto )?(?:ini|itu|tersebut)/u,
  vi: /(?<!\p{L})(?:một sàn|sàn này|sàn đó)(?!\p{L})/u,
  fa: /(?:یک|این) صرافی/u,
  tr: /(?<!\p{L})bir (?:\p{L}{1,20} ){0,3}(?:borsa|platform)(?:sı|sına|sını|u|una|unu)?(?!\p{L})/u,
};

/** Venues in words that no list of cues has. */
export const VENUES = /(?:بورص|منص)\p{L}{1,3} (?:ال|ل|لل)?(?:عملات|تداول)|(?:暗号資産|仮想通貨)業者/u;

/** Several, in the same languages. */
const SEVERAL =
  /\b(?:exchanges|platforms|brokers|brokerages|firms|companies|providers|vasps|casps|businesses|websites|sites|plataformas|casas de cambio|corretoras|plateformes|bourses|börsen|plattformen)\b|(?<!\p{L})(?:крипто)?бирж(?:и|ам|ами|ах)?(?!\p{L})|(?<!\p{L})(?:крипто)?бірж(?:и|ам|ами|ах)?(?!\p{L})|(?<!\p{L})(?:piattaforme|beurzen|platformen|giełdy|giełdom|giełdach|platformy|bursa-bursa|các sàn|صرافی‌ها)(?!\p{L})|borsalar|거래소들|\d곳|개 거래소|\d家|[两兩三四五六七八九十多]家|各|所有|\d社|複数/u;

const SENTENCES = 2;

/** 加密貨幣行銷 is the marketing of coins: no 幣行, which sells them, stands in it. */
const MARKETING = /[币幣]行[销銷]/gu;

/** Title and first sentences: what a text goes on to speak of is seldom what is touched. */
const lineOf = (source: Source): string =>
  [source.title, ...sentencesOf(source).slice(0, SENTENCES)].join('\n').toLowerCase().replace(MARKETING, ' ');

/** "Nine offshore exchanges", as a first sentence goes on to call them. */
const isOfForeign = (source: Source): boolean => {
  const [first = ''] = sentencesOf(source);
  return speaksOfForeign(first) && !/\b(?:domestic|local|home-?grown)\b/i.test(first);
};

const ORDER = ['exchanges', 'one', 'unlicensed', 'foreign', 'services', 'crypto'] as const;

const spokenOf = (source: Source, { taxonomy }: Catalogue): (typeof ORDER)[number] => {
  const cues = cuesIn(taxonomy.cues.venue ?? {}, source.language);
  if (cues.length === 0 || source.title === '') return 'exchanges';
  const line = lineOf(source);
  const venues = cues.filter((cue) => !ANY_SERVICE.test(cue));
  if (findFirst(line, venues) >= 0 || VENUES.test(line)) {
    const isOne = ONE[baseLanguage(source.language)]?.test(openingOf(source)) ?? false;
    if (isOne && !SEVERAL.test(line)) return 'one';
    // Of whom the news is, the title tells, unless it speaks of no exchange at all.
    const isTitled = findFirst(source.title.toLowerCase(), venues) >= 0 || VENUES.test(source.title);
    const told = isTitled ? source.title : openingOf(source);
    if (speaksOfUnlicensed(told)) return 'unlicensed';
    return speaksOfForeign(told) || isOfForeign(source) ? 'foreign' : 'exchanges';
  }
  return findFirst(line, cues) >= 0 ? 'services' : 'crypto';
};

/**
 * What the sources bear out as touched where they name no exchange: one of them, those without a
 * licence or from abroad, services of any sort, or crypto as such. Undefined where an exchange is named, or where a source speaks of exchanges.
 */
export const unnamedObject = (
  { sources }: Incident,
  exchanges: readonly string[],
  catalogue: Catalogue,
): Unnamed | undefined => {
  if (exchanges.length > 0) return undefined;
  const spoken = sources.map((source) => spokenOf(source, catalogue));
  const most = ORDER.find((one) => spoken.includes(one)) ?? 'exchanges';
  return most === 'exchanges' ? undefined : most;
};
