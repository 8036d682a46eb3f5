import { baseLanguage } from '../domain/base-language.ts';
import type { Incident, Measure, Source } from '../domain/incident.ts';
import type { Kind, Stage } from '../domain/taxonomy.ts';
import { BY_OTHERS } from './kinds-by-actor.ts';
import { sentencesOf } from './opening.ts';
import { PEOPLE } from './people.ts';

/** What one can ask others to do. */
const ASKABLE: readonly Kind[] = ['access-block', 'social-block', 'bank-cutoff', 'account-freeze'];
const NOT_DONE: readonly Stage[] = ['reported', 'proposed', 'announced'];

/** Verbs with which the headlines of each language ask. */
const ASKING: Readonly<Record<string, RegExp>> = {
  en: /\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|appeal(?:s|ed)? to|wants?|recommend(?:s|ed)?|advis(?:e|es|ed))\b/i,
  zh: /请求|請求|呼吁|呼籲|敦促|建议|建議|促请|促請/,
  es: /\b(?:pid(?:e|en|ió|ieron)|solicit(?:a|an|ó|aron)|insta(?:n|ron)?|instó|recomienda|recomendó)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:ped(?:e|em|iu|iram)|solicit(?:a|am|ou|aram)|insta(?:m)?|recomend(?:a|ou))(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:demand(?:e|ent|é)|appell(?:e|ent)|exhort(?:e|ent)|sollicit(?:e|ent))(?!\p{L})/iu,
  de: /(?<!\p{L})(?:bitte[nt]|bittet|bat|ersuch(?:t|en)|empfiehlt|ruft)(?!\p{L})/iu,
  ru: /(?:попросил|просит|просят|призвал|призывает|рекомендовал|рекомендует|запросил)/i,
  tr: /(?:talep ett|talep edi|istedi|istiyor|çağrı|rica ett|tavsiye ett)/i,
  ko: /요청|촉구|권고/,
  ja: /要請|要望|求め|依頼|勧告/,
  ar: /(?:طلب|تطلب|يطلب|دعا|تدعو|يدعو|تحث|يحث|حثت)/,
};

/** Verbs that leave no choice. */
const ORDERING: Readonly<Record<string, RegExp>> = {
  en: /\b(?:order(?:s|ed|ing)?|direct(?:s|ed|ing)|instruct(?:s|ed|ing)?|forc(?:e|es|ed|ing)|compel(?:s|led)?|mandat(?:e|es|ed)|command(?:s|ed)?|tells|told|must)\b/i,
  zh: /下令|责令|責令|命令|勒令|强制|強制|必须|必須/,
  es: /\b(?:orden(?:a|an|ó|aron)|oblig(?:a|an|ó))(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:orden(?:a|am|ou|aram)|obrig(?:a|am|ou)|determin(?:a|ou))(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:ordonn(?:e|ent|é)|oblig(?:e|ent|é)|impos(?:e|ent|é))(?!\p{L})/iu,
  de: /(?<!\p{L})(?:ordne[nt]|ordnete|befiehlt|zwing(?:t|en)|muss|müssen)(?!\p{L})/iu,
  ru: /(?:приказал|обязал|обязывает|предписал|потребовал|требует|велен[оыа]|велел)/i,
  tr: /(?:emrett|emri|talimat|zorunlu)/i,
  ko: /명령|지시|의무/,
  ja: /命令|命じ|義務/,
  ar: /(?:أمر|تأمر|يأمر|ألزم|تلزم)/,
};

/** The same in more languages; one who asks there may as well be told to have ordered it. */
const MORE_ASKING: Readonly<Record<string, RegExp>> = {
  it: /(?<!\p{L})(?:chied(?:e|ono)|richied(?:e|ono)|invita(?:no)?|esorta(?:no)?)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:vraagt|vragen|verzoekt|roept)(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:prosi|wzywa|apeluje|zwraca się)(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:просить|просят|закликає|звернув|звернула)/iu,
  fa: /درخواست|خواستار/u,
  hi: /अनुरोध|आग्रह|मांग/u,
  id: /(?<!\p{L})(?:meminta|minta|mendesak|desak)(?!\p{L})/iu,
  th: /ขอให้|เรียกร้อง|ขอความร่วมมือ/u,
  vi: /yêu cầu|kêu gọi|đề nghị/iu,
};
const MORE_ORDERING: Readonly<Record<string, RegExp>> = {
  it: /(?<!\p{L})(?:ordin(?:a|ano|ato)|impon(?:e|gono)|dispon(?:e|gono)|dispost[oa])(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:beveelt|gelast|verplicht|bevel)(?!\p{L})/iu,
  pl: /nakaz|poleci/iu,
  uk: /наказ|зобов['’]яза|вимага/iu,
  fa: /دستور/u,
  hi: /आदेश|निर्देश/u,
  id: /perintah|instruksi/iu,
  th: /สั่ง/u,
  vi: /ra lệnh|buộc|chỉ đạo|(?<!\p{L})phải(?!\p{L})/iu,
};

const speaks = (patterns: Readonly<Record<string, RegExp>>, language: string, text: string): boolean =>
  patterns[baseLanguage(language)]?.test(text) ?? false;

const isAsking = (language: string, text: string): boolean =>
  [ASKING, MORE_ASKING].some((patterns) => speaks(patterns, language, text));

const isOrdering = (language: string, text: string): boolean =>
  [ORDERING, MORE_ORDERING].some((patterns) => speaks(patterns, language, text));

/** "Have been blocked", "blocks access": somebody did what was ordered. */
const DONE =
  /\b(?:blocked|banned|removed|removes|blocks|cuts|frozen|freezes|delisted|unavailable|inaccessible)\b|已|заблокирова|bloque(?:ado|ada|ó)|bloquead|engelle(?:ndi|di)|차단(?:됐|했|돼)|遮断(?:し|さ)/iu;

/** True of a title that tells of something done. */
export const toldAsDone = (title: string): boolean => DONE.test(title);

export const ordersOthers = ({ title, language }: Pick<Source, 'title' | 'language'>): boolean =>
  speaks(ORDERING, language, title);

/** Where a title begins to ask; -1 where it does not. */
export const askingAt = ({ title, language }: Pick<Source, 'title' | 'language'>): number =>
  title.search(ASKING[baseLanguage(language)] ?? /(?!)/);

/** True where a title asks or orders somebody to do something. */
export const movesOthers = ({ title, language }: Pick<Source, 'title' | 'language'>): boolean =>
  isAsking(language, title) || isOrdering(language, title);

/** In English, a first sentence that orders tells more surely than a title in the imperative: "NTC to telcos: Block it". */
const tellsOfOrder = (source: Source): boolean =>
  source.language.startsWith('en') && speaks(ORDERING, 'en', sentencesOf(source)[0] ?? '');

/** True where the titles only tell what others are asked or ordered to do, and not that these have done it. */
export const isOnlyMoved = ({ sources }: Incident, { kind, direction }: Measure): boolean =>
  ASKABLE.includes(kind) &&
  direction === 'tightens' &&
  sources.some((source) => movesOthers(source) || tellsOfOrder(source)) &&
  !sources.some(({ title }) => DONE.test(title));

/** The sentences in which the news is told. */
const NEWS = 2;

/** Of what is proposed, the first sentence may tell that one authority asked another for it. */
const asks = (source: Source, stage: Stage): boolean =>
  isAsking(source.language, source.title) ||
  (stage === 'proposed' && isAsking(source.language, sentencesOf(source)[0] ?? ''));

/** True where a title or a first sentence tells of an order. */
export const tellsOfAnyOrder = ({ sources }: Pick<Incident, 'sources'>): boolean =>
  sources.some(
    (source) =>
      source.feedKind === 'official' ||
      [source.title, sentencesOf(source)[0] ?? ''].some((line) => isOrdering(source.language, line)),
  );

/** A sentence of the news behind a title. */
const isInNews = ({ text }: Pick<Source, 'text'>, test: (line: string) => boolean): boolean =>
  sentencesOf({ text }).slice(0, NEWS).some(test);

/** True where the text behind a title that asks goes on to tell of an order. */
export const isOrderedAfterAll = ({ sources }: Pick<Incident, 'sources'>): boolean =>
  sources.some((source) => isInNews(source, (line) => isOrdering(source.language, line)));

/** True where titles only ask somebody for something, and no text goes on to tell of an order. */
export const isOnlyRequest = (incident: Pick<Incident, 'sources' | 'measures'>): boolean =>
  incident.sources.every(({ title, language }) => onlyAsks(title, language)) &&
  incident.measures[0].direction === 'tightens' &&
  BY_OTHERS.includes(incident.measures[0].kind) &&
  !isOrderedAfterAll(incident);

/** "Advised users to act": so near to what asks stand those who are no gatekeepers. */
const BESIDE = 24;

/** True of a sentence that asks somebody else than the customers, and orders nothing. */
export const onlyAsks = (line: string, language: string): boolean => {
  const at = askingAt({ title: line, language });
  return (
    at >= 0 && !PEOPLE.test(line.slice(Math.max(0, at - BESIDE), at + BESIDE)) && !isOrdering(language, line)
  );
};

/** True where a title tells as decided what its text says somebody was asked for. */
export const isTemperedByText = (source: Pick<Source, 'title' | 'text' | 'language'>): boolean =>
  !isAsking(source.language, source.title) && isInNews(source, (line) => onlyAsks(line, source.language));

/** True where the titles of the sources only ask for what the measure would be: nobody has ordered it yet. */
export const isAsked = ({ sources }: Incident, { kind, stage, direction }: Measure): boolean =>
  ASKABLE.includes(kind) &&
  NOT_DONE.includes(stage) &&
  direction === 'tightens' &&
  (sources.every(isTemperedByText) ||
    (sources.some((source) => asks(source, stage)) &&
      !sources.some(
        (source) =>
          isOrdering(source.language, source.title) ||
          // Where one word asks and orders, the text tells which.
          speaks(MORE_ORDERING, source.language, sentencesOf(source)[0] ?? ''),
      )));
