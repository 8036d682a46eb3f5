import type { Reloaded } from '../commands/rooms.ts';
import { ConfigError, faultLine } from '../domain/errors.ts';
import type { Lane } from '../domain/lane.ts';
import type { Logger } from '../domain/ports.ts';
import type { FeedBook } from '../feeds/feed-book.ts';
import type { Steps } from '../steps.ts';
import type { LiveSteps } from './live-steps.ts';

export interface ReloadParts {
  /** Reads `config/` as at start. Throws ConfigError. */
  readonly readSteps: () => Steps;
  readonly live: LiveSteps;
  readonly feedBook: Pick<FeedBook, 'adopt'>;
  readonly lane: Lane;
  readonly logger: Logger;
}

/**
 * Reads `config/` again and takes it over between two steps of the lane: catalogue, cues, model and languages together,
 * or nothing where one of them has a fault. What is remembered of feeds, incidents and deliveries goes on. Menus of the
 * platforms, and keyboards that stand in chats, keep their words: the former until the next start, the latter until they
 * are pressed. They mislead nobody. What they say to us are names and ids that no locale changes, read with the catalogue
 * of now, and an id is never another's.
 */
export const createReload =
  ({ readSteps, live, feedBook, lane, logger }: ReloadParts) =>
  async (): Promise<Reloaded> => {
    try {
      const next = readSteps();
      // Made when first used: their faults must show before anything is taken over.
      const { languages } = next.words;
      const { feeds, exchanges } = next.catalogue;
      await lane(async () => {
        live.replace(next);
        feedBook.adopt(feeds);
      });
      const counts = { feeds: feeds.length, exchanges: exchanges.length };
      logger.info('reload.done', { ...counts, languages: languages.length });
      return { ok: true, ...counts };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const faults = error.faults.map(faultLine);
      logger.warn('reload.refused', { faults });
      return { ok: false, faults };
    }
  };
