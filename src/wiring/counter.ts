import { createAutocomplete } from '../commands/autocomplete.ts';
import { createCommands } from '../commands/index.ts';
import { createNames } from '../commands/names.ts';
import type { Operators } from '../commands/rooms.ts';
import type { Platform } from '../domain/destination.ts';
import { lazily } from '../domain/lazily.ts';
import type { Store } from '../domain/ports.ts';
import type { ForgetParts } from './forget.ts';
import type { HouseParts } from './life.ts';
import type { Memory } from './memory.ts';
import type { PlatformBot } from './platforms.ts';
import { openRooms } from './rooms.ts';

export interface CounterParts {
  readonly store: Store;
  readonly memory: Memory;
  readonly forgetting: Pick<ForgetParts, 'desk' | 'lane' | 'erase'>;
  /** Opened after the counter, which they ask. */
  readonly platform: (name: Platform) => PlatformBot | undefined;
  readonly operators: () => Operators;
}

/** Where questions and commands are answered; made anew from each catalogue. */
export const createCounter = (
  { settings, live, clock, logger }: Pick<HouseParts, 'settings' | 'live' | 'clock' | 'logger'>,
  { store, memory, forgetting, platform, operators }: CounterParts,
) =>
  live.derive((steps) => {
    const rooms = openRooms({
      ...{ ...memory, steps, store, clock, logger },
      forgetting: { ...forgetting, incidentIds: memory.incidents.ids },
      filterLimit: settings.filtersPerChat,
      linksTo: (name, payload) => platform(name)?.linksTo?.(payload),
      missingRights: (place) => platform(place.platform)?.missingRights?.(place),
      facts: memory.index.readFacts,
    });
    // A quarter of a second and some megabytes: the bot is ready without them.
    const names = lazily(() => createNames(steps.catalogue, steps.words));
    return {
      complete: lazily(() => createAutocomplete(steps.catalogue, rooms.board, steps.words, names())),
      answer: lazily(() => createCommands({ ...rooms, operators: operators() }, names())),
    };
  });
