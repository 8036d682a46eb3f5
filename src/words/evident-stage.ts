import type { CuesByLanguage } from '../domain/catalogue.ts';
import { endsAsRumour } from '../domain/ends-as-rumour.ts';
import type { Measure, Source } from '../domain/incident.ts';
import type { Kind, Stage } from '../domain/taxonomy.ts';
import { isOrderedAfterAll, movesOthers, ordersOthers } from './asked.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { BY_OTHERS } from './kinds-by-actor.ts';
import { isTitledAsPlan } from './only-prepared.ts';
import { openingOf, sentencesOf } from './opening.ts';
import { tellsOfLifting } from './spoiled-kind.ts';

/** Who acts says so itself: nothing is left to be confirmed. */
const ADMITS =
  /\b(?:admit(?:s|ted)|confirm(?:s|ed)|acknowledg(?:es|ed))\b|承认|承認|证实|證實|确认|確認|認め|인정|시인|확인|признал|подтвердил|визнал|підтвердил|\b(?:confirm[oóa]u?|admit(?:e|ió|iu)|reconoc(?:e|ió)|reconhece(?:u)?|conferma(?:to)?|ammette|ha ammesso|confirme|a confirmé|reconnaît|bestätigt|räumt ein|bevestigt|potwierdził[ao]?|przyznał[ao]?|doğruladı|mengonfirmasi|mengakui)(?!\p{L})|xác nhận|thừa nhận|ยืนยัน|ยอมรับ|[أا]كد|تأكيد|اعتراف|تأیید کرد|पुष्टि/iu;

/** What binds from the moment on which it is told. */
const AT_ONCE =
  /\b(?:with immediate effect|effective immediately|immediately effective)\b|立即生效|即日生效|即時生效|即日(?:施行|適用)|즉시 (?:시행|발효|효력)|(?:con|com) efe(?:c)?to inmediato|com efeito imediato|avec effet immédiat|mit sofortiger wirkung|con effetto immediato|met onmiddellijke ingang|ze skutkiem natychmiastowym|немедленно вступ|вступает в силу немедленно|derhal yürürlüğe|بأثر فوري|berlaku segera|có hiệu lực ngay/iu;

/** What was done before it is admitted. */
const DONE_AT_ONCE: readonly Kind[] = ['account-freeze', 'service-halt'];

type Cues = Readonly<Record<string, CuesByLanguage>>;

/** A line has words of a stage, or nobody knows these of its language. */
const isTold = (stage: Stage, { source, line }: { source: Source; line: string }, cues: Cues): boolean => {
  const known = cuesIn(cues[`stage-${stage}`] ?? {}, source.language);
  const isTaken = source.feedKind === 'official' || source.title === '' || known.length === 0;
  return isTaken || findFirst(line, known) >= 0;
};

/** "The regulator will block …", as a first sentence has it. */
const WILL =
  /\bwill (?:\w{1,12},? (?:and )?){0,3}(?:block|ban|bar|cut|close|suspend|remove|restrict|prohibit)\b/i;

/** A title that tells of no plan, and a text that says what will be done. */
const isAnnounced = (source: Source, cues: Cues): boolean =>
  source.language.startsWith('en') &&
  !isTitledAsPlan(source) &&
  WILL.test(sentencesOf(source)[0] ?? '') &&
  !isTold('proposed', { source, line: openingOf(source) }, cues);

/** "Bans …", and nobody proposes, plans or considers it. */
const isDecided = (source: Source, cues: Cues): boolean =>
  isTold('in-force', { source, line: source.title.toLowerCase() }, cues) &&
  !isTold('proposed', { source, line: openingOf(source) }, cues);

/** A title that orders, and a first sentence that lifts nothing: some were given more time, and nothing was eased. */
const ordersStill = (source: Source, cues: Cues): boolean =>
  source.feedKind !== 'official' &&
  ordersOthers(source) &&
  !tellsOfLifting(source.title) &&
  findFirst(openingOf(source), cuesIn(cues['stage-eased'] ?? {}, source.language)) < 0;

/** True where an easing that was read is not borne out: every title tells of an order. */
export const isNoEasing = (
  { stage }: Pick<Measure, 'stage'>,
  sources: readonly Source[],
  cues: Cues,
): boolean => stage === 'eased' && sources.every((source) => ordersStill(source, cues));

/**
 * How far a measure has come, as far as a title or a first sentence says it: what is told plainly, or admitted, is not
 * only reported, and an order that nobody proposes is not only proposed where the title tells it as given.
 */
export const evidentStage = (
  { kind, stage, direction }: Pick<Measure, 'kind' | 'stage' | 'direction'>,
  sources: readonly Source[],
  cues: Cues,
): Stage => {
  if (stage === 'reported') {
    if (sources.some((source) => ADMITS.test(openingOf(source)))) {
      return DONE_AT_ONCE.includes(kind) ? 'in-force' : 'announced';
    }
    const isHeard = (source: Source): boolean =>
      endsAsRumour(source.title, source.language) || isTold(stage, { source, line: openingOf(source) }, cues);
    return sources.some(isHeard) ? stage : 'announced';
  }
  const isBinding = (source: Source): boolean => AT_ONCE.test(openingOf(source));
  if (stage === 'announced' && BY_OTHERS.includes(kind) && sources.some(isBinding)) return 'in-force';
  const isOrder = stage === 'proposed' && direction === 'tightens' && BY_OTHERS.includes(kind);
  const isGiven = (source: Source): boolean =>
    isDecided(source, cues) ||
    isAnnounced(source, cues) ||
    (movesOthers(source) && isOrderedAfterAll({ sources: [source] }));
  return isOrder && sources.every(isGiven) ? 'announced' : stage;
};
