import type { Direction, Kind, Stage } from '../../src/domain/taxonomy.ts';
import type { FieldComparison } from '../../src/incidents/compare-fields.ts';
import type { Pair } from '../../src/incidents/pair.ts';
import { incident, T0 } from '../delivery/support/builders.ts';

/** A report laid beside an incident, as far as a test cares. */
export interface Said {
  readonly kind?: Kind;
  readonly stage?: Stage;
  readonly direction?: Direction;
  /** What the incident is, where it is not the same. */
  readonly before?: Kind;
  readonly stood?: Stage;
  readonly fields?: Partial<FieldComparison>;
  /** Share of common figures. */
  readonly alike?: number;
}

const NONE: ReadonlySet<string> = new Set();
const marks = (figures: readonly string[]) => ({
  numbers: new Set(figures),
  counts: NONE,
  names: NONE,
  gateways: NONE,
  titleGateways: NONE,
  namedDays: NONE,
  anew: false,
  arrests: false,
});

/** So many of ten figures in common: all that `overlap` counts. */
const figures = (shared: number): string[] =>
  Array.from({ length: 10 }, (_, at) => (at < shared * 10 ? `same ${at}` : `${shared} ${at}`));

/** Same exchange, place, hand and kind, unless said otherwise. */
export const pairOf = ({
  kind = 'ban',
  stage = 'in-force',
  direction = 'tightens',
  before = kind,
  stood = 'in-force',
  fields = {},
  alike = 0,
}: Said): Pair => ({
  report: {
    kind,
    stage,
    direction,
    disputed: false,
    exchanges: ['binance'],
    jurisdictions: ['NG'],
    subdivisions: [],
  } as unknown as Pair['report'],
  publishedAt: T0,
  traits: {
    ...marks(figures(alike)),
    years: [],
    title: '',
    retells: false,
    follows: false,
    arrives: false,
  },
  incident: incident({ measures: [{ kind: before, stage: stood, direction: 'tightens', scope: {} }] }),
  theirs: { ...marks(figures(1)), first: T0, last: T0 },
  fields: {
    exchanges: 'same',
    sharedExchanges: 1,
    atHome: false,
    inTitle: true,
    isWave: false,
    place: 'same',
    authority: 'same',
    bodiesTogether: () => false,
    watchdogAlone: false,
    through: 'unstated',
    kin: 1,
    ...fields,
  },
});
