import type { Entry } from '../domain/entry.ts';
import { type Millis, SECOND } from '../domain/instant.ts';
import type { Enrich, Logger } from '../domain/ports.ts';
import { articleText } from './article-text.ts';

/** An article page as text of its HTML, or undefined where it may not or cannot be had. */
export type FetchPage = (address: string, signal: AbortSignal) => Promise<string | undefined>;

export interface EnrichOptions {
  readonly fetchPage: FetchPage;
  readonly logger: Logger;
  readonly deadline?: Millis;
  /** Characters below which a text is too thin to be read. */
  readonly thin?: number;
}

const DEADLINE: Millis = 10 * SECOND;
const THIN = 280;

const isThin = (entry: Entry, thin: number): boolean => entry.url !== undefined && entry.text.length < thin;

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));

/** Gives an entry with a thin text the text of its article; the entry as it was on any failure, and in time. */
export const createEnrich = ({
  fetchPage,
  logger,
  deadline = DEADLINE,
  thin = THIN,
}: EnrichOptions): Enrich => {
  return async (entry) => {
    if (!isThin(entry, thin) || entry.url === undefined) return entry;
    const signal = AbortSignal.timeout(deadline);
    try {
      const html = await Promise.race([fetchPage(entry.url, signal), aborted(signal)]);
      const text = html === undefined ? '' : await articleText(html);
      return text.length > entry.text.length ? { ...entry, text } : entry;
    } catch (cause) {
      logger.debug('entry.not-enriched', { entry: entry.id, cause });
      return entry;
    }
  };
};
