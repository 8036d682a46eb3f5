import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident } from '../domain/incident.ts';
import { anyMatches } from './any-matches.ts';
import { isOnlyRequest } from './asked.ts';
import { isDeniedInTitle } from './denied.ts';
import { isEarlierMeasure, remindsOf } from './earlier-measure.ts';
import { isKept } from './kept.ts';
import { isOnlyPossible } from './only-possible.ts';
import { isOnlyPrepared, isTitledAsPlan } from './only-prepared.ts';
import { openingOf } from './opening.ts';
import type { Spoil } from './spoil.ts';
import { tellsOfMaybe } from './spoiled-kind.ts';
import { isOnAgenda, isOnlyHoped } from './spoiled-strength.ts';
import type { Nuance } from './told.ts';

/** What is lifted, with the verb beside it: alone it may as well lift something else. */
const LIFTS: readonly RegExp[] = [
  /\b(?:lift|loosen|relax|eas|unban)(?:s|es|ed|ing)?\b.{0,30}\b(?:bans?|blocks?|restrictions?|curbs?|limits?|rules?)\b/i,
  /(?:取消|解除|放宽|放寬).{0,14}(?:禁令|限制|封锁|封鎖|禁止|管制)|解禁|松绑|鬆綁/,
  /(?:규제|제한|금지)\S{0,3} (?:완화|해제)/,
  /(?:規制|制限|禁止)\S{0,3}(?:緩和|解除)/,
  /снят[ьи]\p{L}{0,2} запрет|снима\p{L}{1,3} запрет|смягч\p{L}{1,5} \p{L}{0,15} ?(?:правил|ограничени|запрет)/iu,
  /levant\p{L}{1,4} (?:la |el )?(?:prohibici|veto|bloqueo|proibi)|flexibiliz/iu,
  /yasa[ğk]\p{L}{0,4} kaldır/iu,
  /رفع (?:الحظر|القيود)|تخفيف القيود/,
];
export const NOT =
  /\b(?:not|no|won['’]t|refus\w{1,3}|den(?:y|ies|ied)|reject\w{0,3})\b|不|未|否|拒|아니|않|не |\bno\b|não|değil|لا |لن /iu;

const THREATENS =
  /\bthreaten(?:s|ed|ing)? to\b|\bmenace(?:nt)? (?:de|d['’])|\bamenazan? con\b|\bameaçam? \p{L}{3,15}r(?!\p{L})|\bdroh(?:t|en|te)\b|\bminaccia(?:no)? di\b|угрожает|пригрози|威胁要|威脅要|扬言|揚言|tehdit ett|tehdit ediyor|(?:يهدد|تهدد|هدد) ب/iu;

const DISCUSSES =
  /\bdiscuss(?:es|ed|ing|ion|ions)?\b|\bdebat(?:es|ed|ing)\b|讨论|討論|探讨|探討|논의|議論|обсужда|обсуди|\bdiscut(?:e|en|em|ir|ent)\b|\bdebat(?:e|en|em)\b|tartış|مناقش|diskutier|discutono|बहस|चर्चा|\b(?:on|onto) the (?:agenda|table)\b|gündem|议程|議程|議題|повестк|порядк\p{L} денн|en la agenda|na agenda|in agenda|na ordem do dia|auf der agenda|op de agenda|جدول الأعمال|دستور کار/iu;

/** Who asks, studies or examines has not acted yet. */
const INQUIRES =
  /\b(?:inquir(?:y|ies)|enquir(?:y|ies)|prob(?:es?|ed|ing)|investigat(?:es?|ed|ing|ion)|examin(?:es?|ed|ing)|stud(?:y|ies|ied|ying)|review(?:s|ed|ing)|looks into|looking into|scrutin(?:y|i[sz](?:e[sd]?|ing)))\b|изуча|изучи|запрос(?:ил|ы)|провер(?:к|я)|расслед|调查|調查|彻查|徹查|检查|檢查|問詢|问询|調査|検査|조사|점검|검사|수사|investiga(?:n|ción|ção|r)?(?!\p{L})|examina|apura(?!\p{L})|retoma (?:a )?análise|reabre (?:o )?caso|enquête|examine|untersuch|ermittel|prüft|inceleme|soruştur|تحقيق|يحقق|تحقق|indagin|जांच|điều tra|สอบสวน/iu;

/** What goes further than to ask. */
const ACTS =
  /\b(?:sue[sd]?|suing|charg(?:e[sd]?|ing)|fine[sd]?|fining|penal(?:ty|ties|i[sz]e[sd]?)|indict(?:s|ed|ments?)?|arrest(?:s|ed)?|raid(?:s|ed)?|seiz(?:e[sd]?|ing|ures?)|accus(?:e[sd]?|ing|ations?)|alleg(?:e[sd]?|ing|ations?)|convict(?:s|ed|ion)?|plead(?:s|ed)?|settl(?:e[sd]?|ing|ements?)|pay|(?<!stop )order(?:s|ed)?)\b|起诉|起訴|指控|罚|罰|逮捕|被捕|기소|벌금|과태료|체포|압수|영업정지|逮捕|処分|обвин|штраф|арест|изъя|multa|acusa|demanda|arrest|detien|allan|dava açt|ceza|gözalt|غرامة|اتهم|اعتقال/iu;

const isOnlyAsking = ({ sources, measures: [{ stage }] }: Incident): boolean =>
  stage !== 'eased' &&
  sources.some(({ title }) => INQUIRES.test(title)) &&
  !sources.some((source) => ACTS.test(openingOf(source)));

/** Planned, or to be changed. */
const isAhead: Spoil = (source, incident, catalogue) =>
  isOnlyPrepared(source, incident, catalogue) ||
  (isTitledAsPlan(source) && isEarlierMeasure(source, incident, catalogue));

/** What may be said of a measure, in the order in which it counts; each tells whether the sources say it. */
const NUANCES: readonly (readonly [Nuance, (incident: Incident, catalogue: Catalogue) => boolean])[] = [
  ['kept', ({ sources, measures: [{ kind }] }) => sources.every((source) => isKept(source, kind))],
  ['denied', ({ sources, measures: [{ kind }] }) => sources.every((source) => isDeniedInTitle(source, kind))],
  [
    'possible',
    (incident, catalogue) => incident.sources.every((source) => isOnlyPossible(source, incident, catalogue)),
  ],
  [
    'easing',
    (incident, catalogue) => incident.sources.every((source) => isOnlyHoped(source, incident, catalogue)),
  ],
  [
    'easing',
    ({ sources, measures: [{ stage, direction }] }) =>
      stage !== 'eased' &&
      (direction === 'eases' || sources.some(({ title }) => anyMatches(LIFTS, title) && !NOT.test(title))),
  ],
  ['threatened', ({ sources }) => sources.some((source) => THREATENS.test(openingOf(source)))],
  [
    'proposed',
    (incident, catalogue) => incident.sources.every((source) => isAhead(source, incident, catalogue)),
  ],
  [
    'discussed',
    (incident, catalogue) => incident.sources.every((source) => isOnAgenda(source, incident, catalogue)),
  ],
  ['reminder', ({ sources, measures: [{ kind }] }) => sources.every((source) => remindsOf(source, kind))],
  ['asked', isOnlyRequest],
  [
    'possible',
    ({ sources, measures: [{ stage }] }) =>
      stage === 'reported' && sources.every(({ title }) => tellsOfMaybe(title)),
  ],
  [
    'discussed',
    ({ sources, measures: [{ stage }] }) =>
      (stage === 'proposed' || stage === 'reported') &&
      sources.some((source) => DISCUSSES.test(openingOf(source))),
  ],
  ['inquiry', (incident) => incident.measures[0].stage === 'reported' && isOnlyAsking(incident)],
];

/**
 * What the titles of an incident, or its first sentences, say of a measure that is told in general words. Of an action
 * against an exchange that is only reported, they may say that it is an inquiry.
 */
export const nuanceOf = (incident: Incident, isVague: boolean, catalogue: Catalogue): Nuance | undefined => {
  if (isVague) return NUANCES.find(([, isSaid]) => isSaid(incident, catalogue))?.[0];
  return incident.measures[0].kind === 'enforcement' && isOnlyAsking(incident) ? 'inquiry' : undefined;
};
