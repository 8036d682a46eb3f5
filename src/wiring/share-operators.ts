import type { Operators } from '../commands/rooms.ts';

/** One thing that an operator set off elsewhere. */
export interface Order {
  readonly verb: 'retract' | 'merge' | 'releaseBrake' | 'stats';
  readonly words: readonly unknown[];
}

export interface ShareOperatorsParts {
  readonly own: Operators;
  /** Whether it is decided here at the moment. */
  readonly isHere: () => boolean;
  readonly ask: (order: Order) => Promise<unknown>;
  /** The others read their `config/` again, too. */
  readonly onReloaded: () => Promise<void>;
}

/** Does what was asked of us. What comes as JSON was sent by `shareOperators` of the same version. */
export const carryOut = (own: Operators, { verb, words }: Order): Promise<unknown> =>
  (own[verb] as (...all: readonly unknown[]) => Promise<unknown>)(...words);

/** What operators set off goes where it is decided; how this process is, only it can say. */
export const shareOperators = ({ own, isHere, ask, onReloaded }: ShareOperatorsParts): Operators => {
  const there = async <T>(verb: Order['verb'], ...words: readonly unknown[]): Promise<T> =>
    (await (isHere() ? carryOut(own, { verb, words }) : ask({ verb, words }))) as T;
  return {
    retract: (incident, reason) => there('retract', incident, reason),
    merge: (a, b) => there('merge', a, b),
    releaseBrake: (word) => there('releaseBrake', word),
    async reload() {
      const reloaded = await own.reload();
      if (reloaded.ok) await onReloaded();
      return reloaded;
    },
    async stats() {
      const [theirs, mine] = await Promise.all([
        there<Awaited<ReturnType<Operators['stats']>>>('stats'),
        own.stats(),
      ]);
      return { ...theirs, platforms: { ...theirs.platforms, ...mine.platforms } };
    },
  };
};
