import { text } from 'node:stream/consumers';
import { isZone } from '../config/is-zone.ts';
import type { AlertCard } from '../domain/card.ts';
import type { Platform } from '../domain/destination.ts';
import { ConfigError, type Fault } from '../domain/errors.ts';
import type { Alert, Incident } from '../domain/incident.ts';
import type { Reader } from '../domain/ports.ts';
import type { createPreviewStep } from '../late-steps.ts';
import type { Steps } from '../steps.ts';
import { readEntryLine } from './entry-line.ts';
import { isObject, type JsonObject, type LineStreams } from './json-lines.ts';

/** What is to be rendered, for whom. */
export interface RenderOptions extends Reader {
  readonly platform: Platform;
}

interface Told {
  readonly incident: Incident;
  readonly alert: Alert;
}

const SHAPE = 'Give {"incident": …, "alert": …}, or an entry as `curbwatch classify` takes it';

const wrong = (what: string, problem: string, cure: string, cause?: unknown): ConfigError =>
  new ConfigError([{ where: 'standard input', what, problem, cure }], { cause });

const isFilled = (list: unknown): boolean => Array.isArray(list) && list.length > 0;

const parse = (json: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(json);
    if (isObject(value)) return value;
  } catch (error) {
    throw wrong('alert', 'is not JSON', SHAPE, error);
  }
  throw wrong('alert', 'is not a JSON object', SHAPE);
};

/** Its two lists are looked at, because nothing can be said without them; the rest is taken at its word. */
const isIncident = (value: unknown): value is Incident =>
  isObject(value) && isFilled(value.measures) && isFilled(value.sources);

const firstAlert = ({ id, revision, updatedAt }: Incident): Alert => ({
  incidentId: id,
  revision,
  change: 'opened',
  reasons: [],
  at: updatedAt,
});

const toldBy = ({ incident, alert }: JsonObject): Told => {
  if (!isIncident(incident)) throw wrong('incident', 'has no measures or no sources', SHAPE);
  return { incident, alert: isObject(alert) ? { ...firstAlert(incident), ...alert } : firstAlert(incident) };
};

/** An entry is read as the bot would read it. */
const toldOfEntry = (value: JsonObject, steps: Steps): Told => {
  const { entry, feed } = readEntryLine(value, steps);
  const { reports, why } = steps.classify(entry, feed);
  const [first] = steps.createCorrelator().correlate({ entry, feed, reports }, entry.publishedAt);
  if (first?.outcome !== 'opened') throw wrong('entry', `makes no alert: ${why}`, 'Give one that does');
  return first;
};

const cardOf = (value: JsonObject, steps: Steps, reader: Reader): AlertCard => {
  const { incident, alert } = 'title' in value ? toldOfEntry(value, steps) : toldBy(value);
  return steps.words.alert(incident, alert, reader);
};

const faultsOf = ({ language, zone }: Reader, spoken: readonly string[]): readonly Fault[] => {
  const where = 'command line';
  const cure = `Say one of ${spoken.join(', ')}`;
  const isSpoken = spoken.includes(language);
  return [
    ...(isSpoken ? [] : [{ where, what: '--language', problem: `${language} is not spoken`, cure }]),
    ...(isZone(zone)
      ? []
      : [{ where, what: '--zone', problem: `${zone} is no time zone`, cure: 'Say one such as Asia/Seoul' }]),
  ];
};

/**
 * `curbwatch render`: an alert as JSON in, what a platform gets out. Throws ConfigError, with the cure, for what is
 * no alert, for a language that we do not speak and for a zone that there is not.
 */
export const render = async (
  { input, output }: LineStreams,
  steps: Steps,
  preview: Awaited<ReturnType<typeof createPreviewStep>>,
  { platform, ...reader }: RenderOptions,
): Promise<void> => {
  const faults = faultsOf(reader, steps.words.languages);
  if (faults.length > 0) throw new ConfigError(faults);
  const card = cardOf(parse(await text(input)), steps, reader);
  output.write(`${await preview(platform, card)}\n`);
};
