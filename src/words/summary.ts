import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Measure, Source } from '../domain/incident.ts';
import { DAY } from '../domain/instant.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { extract } from './extract.ts';
import { capitalise, sentence } from './headline.ts';
import { createMentions } from './mentions.ts';
import { canBeIn } from './own-language.ts';
import { scopeInWords } from './scope-phrase.ts';
import { type StatedScope, statedScope } from './stated-scope.ts';
import { formatDate } from './time.ts';
import type { Told } from './told.ts';
import type { Voice } from './voice.ts';

const byAuthority = (source: Source): number => (source.feedKind === 'official' ? 0 : 1);

/** A report that is so much older than the last one did not bring what is new. */
const STALE = 2 * DAY;

/** Who may tell of what is so now: of what is lifted those who wrote at its lifting, of an update those of its days. */
const upToDate = ({ sources, revision, closedAt }: Incident): readonly Source[] => {
  const latest = Math.max(...sources.map(({ publishedAt }) => publishedAt));
  const since = closedAt ?? (revision > 1 ? latest - STALE : Number.NEGATIVE_INFINITY);
  return sources.filter(({ publishedAt }) => publishedAt >= since);
};

/** Whose words may tell it: of an update only the source that brought it, else all, the authority's own first. */
const tellers = (readable: readonly Source[], revision: number): readonly Source[] =>
  revision > 1
    ? readable
        .toReversed()
        .toSorted((one, other) => other.publishedAt - one.publishedAt)
        .slice(0, 1)
    : readable.toSorted((one, other) => byAuthority(one) - byAuthority(other));

const fromSources = (incident: Told, voice: Voice, catalogue: Catalogue): string | undefined => {
  const mentionsIn = createMentions(catalogue, incident, voice);
  const year = new Date(incident.happenedAt).getUTCFullYear();
  const readable = upToDate(incident).filter(
    ({ language, text }) => voice.reads(language) && canBeIn(text, voice.language),
  );
  return tellers(readable, incident.revision)
    .map(({ title, text }) => extract({ title, text, language: voice.language, year }, mentionsIn))
    .find((found) => found !== undefined);
};

/** What the sentence of a measure names already: what is halted, and that a site or an app is blocked. */
const NAMES_FUNCTIONS: readonly Kind[] = ['service-halt', 'access-block'];

const unsaid = ({ kind }: Measure, { functions, ...rest }: StatedScope): StatedScope =>
  NAMES_FUNCTIONS.includes(kind) || functions === undefined ? rest : { ...rest, functions };

/** What a language model wrote of the entries, in the reader's language. */
const fromModel = (incident: Told, voice: Voice): string | undefined =>
  tellers(upToDate(incident), incident.revision)
    .map(({ summaries }) => summaries?.[voice.language])
    .find((found) => found !== undefined);

/** Who does what to whom, from when and within which scope; absent where the headline says it all. */
const fromFields = (incident: Told, voice: Voice, zone: string): string | undefined => {
  const [measure] = incident.measures;
  if (incident.isVague) return undefined;
  const scope = scopeInWords(unsaid(measure, statedScope(incident, measure, voice)), incident.sources, voice);
  if (measure.effectiveAt === undefined && scope === '') return undefined;
  const date =
    measure.effectiveAt === undefined ? 'none' : formatDate(measure.effectiveAt, zone, voice.language);
  const params = { sentence: sentence(incident, measure, voice), date, scope: scope === '' ? 'none' : scope };
  return capitalise(voice.say('summary.built', params), incident, voice);
};

const foreignTitle = ({ title, language }: Source, voice: Voice): string | undefined =>
  title === '' || language === 'und'
    ? undefined
    : voice.say('summary.original', { language: voice.languageName(language), title });

export interface Summary {
  readonly text: string;
  /** Set where a language model wrote it: it is shown with the text. */
  readonly mark?: string;
}

const summaryOf = (parts: readonly (string | undefined)[], mark?: string): Summary | undefined => {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : { text: said.join('\n'), ...(mark === undefined ? {} : { mark }) };
};

/**
 * What the sources say, in the reader's language: their own sentences where a source is in it, else what a language
 * model wrote, if one was asked, or a sentence from the fields, and the original title with its language. Undefined
 * where there is nothing to say: what the headline and the fields tell already is not told again.
 */
export const summary = (
  incident: Told,
  voice: Voice,
  catalogue: Catalogue,
  zone: string,
): Summary | undefined => {
  const current = upToDate(incident);
  const isReadable = current.some(({ language }) => voice.reads(language));
  const extracted = isReadable ? fromSources(incident, voice, catalogue) : undefined;
  if (extracted !== undefined) return summaryOf([extracted]);
  const original = isReadable ? undefined : foreignTitle(current[0] ?? incident.sources[0], voice);
  const written = fromModel(incident, voice);
  if (written !== undefined) return summaryOf([written, original], voice.say('summary.by-model'));
  return isReadable ? undefined : summaryOf([fromFields(incident, voice, zone), original]);
};
