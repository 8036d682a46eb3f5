import type { Catalogue } from '../domain/catalogue.ts';
import { ConfigError, type Fault } from '../domain/errors.ts';
import { DAY, HOUR, type Instant } from '../domain/instant.ts';
import type { PastIncident } from '../domain/past-incident.ts';
import { KINDS, STAGES } from '../domain/taxonomy.ts';

type JsonObject = Readonly<Record<string, unknown>>;

interface Ids {
  readonly exchanges: ReadonlySet<string>;
  readonly authorities: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** A field that is not as it should be: which, what is wrong, and the cure. */
class BadField extends Error {
  readonly what: string;
  readonly cure: string;
  constructor(what: string, problem: string, cure: string) {
    super(problem);
    this.what = what;
    this.cure = cure;
  }
}

const text = (row: JsonObject, name: string): string => {
  const value = row[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new BadField(name, 'it is missing or no text', `Write "${name}": "…"`);
};

const texts = (row: JsonObject, name: string): readonly string[] => {
  const value = row[name] ?? [];
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value as string[];
  throw new BadField(name, 'it is no list of texts', `Write "${name}": ["…"]`);
};

const oneOf = <Value extends string>(row: JsonObject, name: string, allowed: readonly Value[]): Value => {
  const found = allowed.find((each) => each === row[name]);
  if (found !== undefined) return found;
  throw new BadField(name, `${JSON.stringify(row[name])} is unknown`, `Write one of ${allowed.join(', ')}`);
};

const known = (ids: ReadonlySet<string>, name: string, id: string, file: string): string => {
  if (ids.has(id)) return id;
  throw new BadField(name, `${id} is not in config/${file}`, 'Use an id of that file, or add it there');
};

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const LONGEST_MONTH = 31;

/** `2018-03-05`, or `2018-03` where only the month is known: then its middle. */
const instant = (name: string, value: unknown): Instant => {
  const isMonth = typeof value === 'string' && MONTH.test(value);
  const at =
    typeof value === 'string' && (isMonth || DATE.test(value))
      ? Date.parse(`${isMonth ? `${value}-15` : value}T12:00:00Z`)
      : Number.NaN;
  // The thirtieth of February is read as the second of March.
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(String(value))) return at;
  throw new BadField(name, `${JSON.stringify(value)} is no date`, 'Write 2018-03-05, or 2018-03');
};

const optional = <Value>(value: unknown, read: (value: unknown) => Value): Value | undefined =>
  value === undefined ? undefined : read(value);

const sourcesOf = (row: JsonObject): PastIncident['sources'] => {
  const [first, ...others] = texts(row, 'sources');
  const isPage = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (first !== undefined && [first, ...others].every(isPage)) return [first, ...others];
  throw new BadField('sources', 'it names no page, or one without http', 'Write "sources": ["https://…"]');
};

const datesOf = (row: JsonObject) => {
  const happenedAt = instant('date', row.date);
  const closedAt = optional(row.closed, (value) => instant('closed', value));
  const effectiveAt = optional(row.effective, (value) => instant('effective', value) - 12 * HOUR);
  if (closedAt !== undefined && closedAt < happenedAt - LONGEST_MONTH * DAY)
    throw new BadField('closed', 'it lies before the date', 'Look both up again');
  return {
    happenedAt,
    estimated: MONTH.test(String(row.date)),
    ...(closedAt === undefined ? {} : { closedAt: Math.max(closedAt, happenedAt) }),
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  };
};

const readRow = (row: JsonObject, ids: Ids): PastIncident => {
  const body = (name: 'authority' | 'through'): string | undefined =>
    optional(row[name], () => known(ids.authorities, name, text(row, name), 'authorities.yaml'));
  const authority = body('authority');
  const through = body('through');
  const places = (name: string): readonly string[] =>
    texts(row, name).map((code) => known(ids.places, name, code, 'jurisdictions.yaml'));
  return {
    ...datesOf(row),
    exchanges: texts(row, 'exchanges').map((id) => known(ids.exchanges, 'exchanges', id, 'exchanges.yaml')),
    jurisdictions: places('jurisdictions'),
    subdivisions: places('subdivisions'),
    ...(authority === undefined ? {} : { authority }),
    ...(through === undefined ? {} : { through }),
    kind: oneOf(row, 'kind', KINDS),
    stage: oneOf(row, 'stage', STAGES),
    title: text(row, 'title'),
    summary: text(row, 'summary'),
    sources: sourcesOf(row),
  };
};

const faultOf = (error: unknown, where: string, line: number): Fault => {
  if (error instanceof BadField)
    return { where, line, what: error.what, problem: error.message, cure: error.cure };
  const problem = error instanceof Error ? error.message : String(error);
  return { where, line, what: 'line', problem, cure: 'Write one JSON object a line' };
};

const idsOf = ({ exchanges, authorities, jurisdictions }: Catalogue): Ids => ({
  exchanges: new Set(exchanges.map(({ id }) => id)),
  authorities: new Set(authorities.map(({ id }) => id)),
  places: new Set(jurisdictions.map(({ code }) => code)),
});

/**
 * Past incidents, one JSON object a line: `{date, exchanges?, jurisdictions?, subdivisions?, authority?, through?, kind,
 * stage, effective?, closed?, title, summary, sources}`; ids are those of `config/`, dates `2018-03-05` or `2018-03`.
 * @throws ConfigError with every fault of every line, each with its cure
 */
export const readHistory = (source: string, where: string, catalogue: Catalogue): readonly PastIncident[] => {
  const ids = idsOf(catalogue);
  const faults: Fault[] = [];
  const rows = source.split('\n').flatMap((line, at): readonly PastIncident[] => {
    if (line.trim() === '') return [];
    try {
      const row: unknown = JSON.parse(line);
      if (typeof row !== 'object' || row === null) throw new TypeError('it is no JSON object');
      return [readRow(row as JsonObject, ids)];
    } catch (error) {
      faults.push(faultOf(error, where, at + 1));
      return [];
    }
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return rows;
};
