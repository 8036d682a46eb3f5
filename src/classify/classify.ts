import { baseLanguage } from '../domain/base-language.ts';
import type { KindRule, Taxonomy } from '../domain/catalogue.ts';
import { countryOf } from '../domain/country-of.ts';
import { lazily } from '../domain/lazily.ts';
import type { Evidence, Reading, Report } from '../domain/report.ts';
import { PERIOD_WORDS } from './all-period-words.ts';
import { analyse, type Publisher, type Readable, read } from './analyse.ts';
import { readAttribution } from './attributed-to.ts';
import { createConvolutionReaders } from './convolution-reader.ts';
import { type Document, rawSpan } from './document.ts';
import { explain } from './explain.ts';
import { createFeatureExtractor } from './features.ts';
import type { Mentions } from './find-mentions.ts';
import { isDenial } from './is-denial.ts';
import { isHaltOfOneNetwork } from './is-halt-of-one-network.ts';
import type { Lexicon } from './lexicon.ts';
import { score, sigmoid } from './linear-model.ts';
import type { Model } from './model.ts';
import { type Actors, readActors } from './read-actors.ts';
import { createDateFinder, type DateMention, type FindDates, readEffectiveAt } from './read-dates.ts';
import { createMeasureReader, type ReadMeasure } from './read-measures.ts';
import { createPeriodEndFinder } from './read-period-ends.ts';
import { readRelativeDays } from './read-relative-days.ts';
import { readScope } from './read-scope.ts';
import { readSubdivisions } from './read-subdivisions.ts';
import { createRelevanceScorer } from './score-relevance.ts';
import { type Candidate, exchangeCandidates, placeCandidates } from './select-mentions.ts';
import { stageByDate } from './stage-by-date.ts';
import { stageByTitle } from './stage-by-title.ts';

/** What somebody else decided, where our own reading was a guess. */
export interface Ruling {
  readonly verdict?: boolean;
}

const JUDGED_RELEVANT = 'We were not sure; the judge decided that it counts.';
const JUDGED_IRRELEVANT = 'we were not sure; the judge decided that it reports no restriction';

/** Without a word of crypto and without an exchange's name there is nothing to restrict. */
export const speaksOfCrypto = ({ exchanges, cues }: Mentions): boolean =>
  exchanges.length > 0 || cues.some(({ group }) => group === 'anchor' || group === 'venue');

const irrelevant = (confidence: number, why: string): Reading => ({
  relevant: false,
  confidence,
  why,
  reports: [],
});

const evidenceOf = (document: Document, field: string, span: { start: number; end: number }): Evidence => {
  const { start, end, text } = rawSpan(document, span.start, span.end);
  return { field, start, end, cue: text };
};

/** What all reports of one entry share. */
interface Shared {
  readonly entry: Readable;
  readonly publisher: Publisher;
  readonly document: Document;
  readonly mentions: Mentions;
  /** The days that the entry names. */
  readonly dates: readonly DateMention[];
  readonly exchanges: readonly Candidate[];
  readonly places: readonly Candidate[];
  readonly confidence: number;
}

/** Each span once for each field: several cues may stand in the same words. */
const distinct = (evidence: readonly Evidence[]): readonly Evidence[] => [
  ...new Map(evidence.map((one) => [`${one.field} ${one.start} ${one.end}`, one])).values(),
];

const MOST_CUES = 4;

const actorEvidence = (document: Document, { authority, through }: Actors): readonly Evidence[] => [
  ...(authority === undefined ? [] : [evidenceOf(document, 'authority', authority)]),
  ...(through === undefined ? [] : [evidenceOf(document, 'through', through)]),
];

/** Creates the reader of entries. Pure: the same entry gives the same reading. */
export const createClassifier = (lexicon: Lexicon, model: Model, taxonomy: Taxonomy) => {
  const rules = new Map<string, KindRule>(taxonomy.kinds.map((rule) => [rule.kind, rule]));
  const extract = createFeatureExtractor();
  const readers = createConvolutionReaders(model.networks);
  const scoreRelevance = createRelevanceScorer(model.relevance, readers);
  const measureReader = lazily(() => createMeasureReader(model, readers, extract));
  const dateFinders = new Map<string, FindDates>();

  /** The language itself, without region; English where we read it in none. */
  const finderOf = (tag: string): FindDates => {
    const language = taxonomy.cues.months?.[baseLanguage(tag)] === undefined ? 'en' : baseLanguage(tag);
    const known = dateFinders.get(language);
    if (known !== undefined) return known;
    const months = (taxonomy.cues.months?.[language] ?? []).map((forms) => forms.split('|'));
    const words = PERIOD_WORDS[language];
    const finders: readonly FindDates[] = [
      createDateFinder(months),
      ...(words === undefined ? [] : [createPeriodEndFinder(words, months)]),
      readRelativeDays,
    ];
    const finder: FindDates = (text, publishedAt) => finders.flatMap((find) => find(text, publishedAt));
    dateFinders.set(language, finder);
    return finder;
  };

  const toReport = (measure: ReadMeasure, shared: Shared): Report => {
    const { document, mentions } = shared;
    const clauses = measure.clauses.size > 0 ? measure.clauses : new Set([0]);
    const places = shared.places.map(({ id }) => id);
    const actors = readActors(measure.kind, mentions, {
      clauses,
      places,
      taken: new Set(shared.exchanges.map(({ start }) => start)),
      authorities: lexicon.authorities,
    });
    const effective = readEffectiveAt(
      document,
      shared.dates,
      mentions.cues,
      measure.stage,
      shared.entry.publishedAt,
    );
    const stage = stageByTitle(measure.kind, stageByDate(measure.kind, measure.stage, effective), document);
    const eased = stage === 'eased';
    const report = {
      kind: measure.kind,
      stage,
      direction: eased ? ('eases' as const) : ('tightens' as const),
      severity: rules.get(measure.kind)?.severity[stage] ?? 'medium',
      exchanges: shared.exchanges.map(({ id }) => id),
      jurisdictions: places,
      subdivisions: readSubdivisions(shared, places, lexicon.authorities.get(actors.authority?.id ?? '')),
      scope: readScope(mentions.cues, clauses, places.length > 0),
      disputed: mentions.cues.some(({ group, inTitle }) => group === 'disputed' && inTitle),
      attributedTo: readAttribution(document.normal.text, mentions.cues),
      confidence: shared.confidence,
      kindConfidence: Math.round(measure.confidence * 1000) / 1000,
      evidence: [
        ...distinct(measure.cues.map((cue) => evidenceOf(document, 'kind', cue))).slice(0, MOST_CUES),
        ...distinct(shared.exchanges.map((candidate) => evidenceOf(document, 'exchanges', candidate))),
        ...distinct(
          shared.places
            .filter(({ end }) => end > 0)
            .map((candidate) => evidenceOf(document, 'jurisdictions', candidate)),
        ),
        ...actorEvidence(document, actors),
        ...(effective === undefined ? [] : [evidenceOf(document, 'effectiveAt', effective)]),
      ],
      ...(actors.authority !== undefined && { authority: actors.authority.id }),
      ...(actors.through !== undefined && { through: actors.through.id }),
      ...(effective !== undefined && { effectiveAt: effective.at }),
    };
    return { ...report, why: explain(report) };
  };

  const select = (candidates: readonly Candidate[], chooser: Model['exchange']): readonly Candidate[] =>
    candidates.filter(({ features }) => score(chooser, features) > 0);

  /** Where nothing is named, an authority speaks of its own country. */
  const selectPlaces = (candidates: readonly Candidate[], publisher: Publisher): readonly Candidate[] => {
    const chosen = select(candidates, model.place);
    if (chosen.length > 0 || publisher.kind !== 'official') return chosen;
    return candidates.filter(({ id }) => id === countryOf(publisher.jurisdiction));
  };

  /** Reads an entry: what it reports, or why it reports nothing. A judge's verdict overrules the threshold, nothing else. */
  const classify = (entry: Readable, publisher: Publisher, { verdict }: Ruling = {}): Reading => {
    const whole = read(entry, publisher, lexicon);
    const { document, mentions } = whole;
    if (!speaksOfCrypto(mentions)) return irrelevant(0, 'it speaks of no crypto and names no exchange');
    const analysis = analyse(whole, publisher, extract);
    const logOdds = scoreRelevance(analysis);
    const { slope, offset } = model.calibration;
    const confidence = Math.round(sigmoid(slope * logOdds + offset) * 1000) / 1000;
    if (verdict === false) return irrelevant(confidence, JUDGED_IRRELEVANT);
    const counts = logOdds > model.threshold || isDenial(publisher.kind, mentions);
    if (verdict === undefined && !counts)
      return irrelevant(confidence, 'nothing in it says that an exchange is restricted now');
    const measures = measureReader()(analysis, { feedKind: publisher.kind });
    if (isHaltOfOneNetwork(measures[0], document, mentions))
      return irrelevant(confidence, 'it halts one coin or network, and the rest of the exchange goes on');
    const { kind } = measures[0];
    const shared: Shared = {
      entry,
      publisher,
      document,
      mentions,
      dates: finderOf(document.language)(document.normal.text, entry.publishedAt),
      confidence,
      exchanges: select(exchangeCandidates(document, mentions, kind), model.exchange),
      places: selectPlaces(placeCandidates(document, mentions, kind, publisher.jurisdiction), publisher),
    };
    const reports = measures.map((measure) => toReport(measure, shared));
    const why = reports.map((report) => report.why).join(' ');
    return { relevant: true, confidence, why: verdict ? `${JUDGED_RELEVANT} ${why}` : why, reports };
  };

  return { classify };
};
