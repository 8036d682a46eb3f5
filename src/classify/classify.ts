import type { KindRule, Taxonomy } from '../domain/catalogue.ts';
import type { Entry } from '../domain/entry.ts';
import type { Feed } from '../domain/feed.ts';
import type { Evidence, Reading, Report } from '../domain/report.ts';

import { readAttribution } from './attributed-to.ts';
import { createDocument, type Document, rawSpan } from './document.ts';
import { explain } from './explain.ts';
import { extractFeatures, type Features } from './features.ts';
import { findMentions, type Mentions } from './find-mentions.ts';
import { leadOf } from './lead.ts';
import type { Lexicon } from './lexicon.ts';
import { score, sigmoid } from './linear-model.ts';
import type { Model } from './model.ts';
import { type Actors, readActors } from './read-actors.ts';
import { createDateFinder, readEffectiveAt } from './read-dates.ts';
import { type ReadMeasure, readMeasures } from './read-measures.ts';
import { readScope } from './read-scope.ts';
import { readSubdivisions } from './read-subdivisions.ts';
import { scoreRelevance } from './score-relevance.ts';
import { type Candidate, exchangeCandidates, placeCandidates } from './select-mentions.ts';

/** What of an entry is read. */
export type Readable = Pick<Entry, 'title' | 'text' | 'language' | 'publishedAt'>;

/** Who published it. */
export type Publisher = Pick<Feed, 'kind' | 'jurisdiction'>;

/** What somebody else decided, where our own reading was a guess. */
export interface Ruling {
  readonly verdict?: boolean;
}

const JUDGED_RELEVANT = 'We were not sure; the judge decided that it counts.';
const JUDGED_IRRELEVANT = 'we were not sure; the judge decided that it reports no restriction';

/** Everything read off an entry before anything is decided; training and deciding start from the same. */
export interface Analysis {
  readonly document: Document;
  readonly mentions: Mentions;
  readonly features: Features;
}

export const analyse = (entry: Readable, publisher: Publisher, lexicon: Lexicon): Analysis => {
  const document = createDocument(entry.title, entry.text, entry.language);
  const mentions = findMentions(document, lexicon, publisher.jurisdiction);
  const lead = leadOf({ document, mentions });
  const features = extractFeatures(lead.document, lead.mentions, { feedKind: publisher.kind });
  return { document, mentions, features };
};

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
  readonly analysis: Analysis;
  readonly exchanges: readonly Candidate[];
  readonly places: readonly Candidate[];
  readonly confidence: number;
}

const actorEvidence = (document: Document, { authority, through }: Actors): readonly Evidence[] => [
  ...(authority === undefined ? [] : [evidenceOf(document, 'authority', authority)]),
  ...(through === undefined ? [] : [evidenceOf(document, 'through', through)]),
];

/** Creates the reader of entries. Pure: the same entry gives the same reading. */
export const createClassifier = (lexicon: Lexicon, model: Model, taxonomy: Taxonomy) => {
  const rules = new Map<string, KindRule>(taxonomy.kinds.map((rule) => [rule.kind, rule]));
  const dateFinders = new Map<string, ReturnType<typeof createDateFinder>>();

  const finderOf = (language: string): ReturnType<typeof createDateFinder> => {
    const known = dateFinders.get(language);
    if (known !== undefined) return known;
    const months = taxonomy.cues.months?.[language.split('-')[0] ?? ''] ?? taxonomy.cues.months?.en ?? [];
    const finder = createDateFinder(months.map((forms) => forms.split('|')));
    dateFinders.set(language, finder);
    return finder;
  };

  const toReport = (measure: ReadMeasure, shared: Shared): Report => {
    const { document, mentions } = shared.analysis;
    const clauses = measure.clauses.size > 0 ? measure.clauses : new Set([0]);
    const actors = readActors(measure.kind, mentions, clauses);
    const deadlines = mentions.cues.filter(({ group }) => group === 'deadline');
    const dates = finderOf(document.language)(document.normal.text, shared.entry.publishedAt);
    const effective = readEffectiveAt(document, dates, deadlines, shared.entry.publishedAt);
    const eased = measure.stage === 'eased';
    const denial = mentions.cues.find(({ group, inTitle }) => group === 'denial' && inTitle);
    const report = {
      kind: measure.kind,
      stage: measure.stage,
      direction: eased ? ('eases' as const) : ('tightens' as const),
      severity: rules.get(measure.kind)?.severity[measure.stage] ?? 'medium',
      exchanges: shared.exchanges.map(({ id }) => id),
      jurisdictions: shared.places.map(({ id }) => id),
      subdivisions: readSubdivisions(
        mentions,
        shared.places.map(({ id }) => id),
      ),
      scope: readScope(mentions.cues, clauses, shared.places.length > 0),
      disputed: denial !== undefined,
      attributedTo: readAttribution(document.normal.text, mentions.cues),
      confidence: shared.confidence,
      evidence: [
        ...measure.cues.slice(0, 4).map((cue) => evidenceOf(document, 'kind', cue)),
        ...shared.exchanges.map((candidate) => evidenceOf(document, 'exchanges', candidate)),
        ...shared.places
          .filter(({ end }) => end > 0)
          .map((candidate) => evidenceOf(document, 'jurisdictions', candidate)),
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

  /** Reads an entry: what it reports, or why it reports nothing. A judge's verdict overrules the threshold, nothing else. */
  const classify = (entry: Readable, publisher: Publisher, { verdict }: Ruling = {}): Reading => {
    const analysis = analyse(entry, publisher, lexicon);
    const { document, mentions, features } = analysis;
    if (!speaksOfCrypto(mentions)) return irrelevant(0, 'it speaks of no crypto and names no exchange');
    const logOdds = scoreRelevance(model, analysis);
    const { slope, offset } = model.calibration;
    const confidence = Math.round(sigmoid(slope * logOdds + offset) * 1000) / 1000;
    if (verdict === false) return irrelevant(confidence, JUDGED_IRRELEVANT);
    if (verdict === undefined && logOdds <= model.threshold)
      return irrelevant(confidence, 'nothing in it says that an exchange is restricted now');
    const measures = readMeasures(document, mentions, features, { feedKind: publisher.kind }, model);
    const context = [`kind ${measures[0].kind}`];
    const shared: Shared = {
      entry,
      publisher,
      analysis,
      confidence,
      exchanges: select(exchangeCandidates(document, mentions, context), model.exchange),
      places: select(placeCandidates(document, mentions, context, publisher.jurisdiction), model.place),
    };
    const reports = measures.map((measure) => toReport(measure, shared));
    const why = reports.map((report) => report.why).join(' ');
    return { relevant: true, confidence, why: verdict ? `${JUDGED_RELEVANT} ${why}` : why, reports };
  };

  return { classify };
};

export type Classifier = ReturnType<typeof createClassifier>;
