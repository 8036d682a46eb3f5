import type { Words } from '../domain/ports.ts';
import type { Steps } from '../steps.ts';

/** The steps as they are now: `/reload` puts others in their place, and whoever asks at each use works with those. */
export interface LiveSteps {
  now(): Steps;
  /** What is made from the steps, and made anew from those that replace them. `before`: what it was until then. */
  derive<T>(make: (steps: Steps, before?: T) => T): () => T;
  /** All at once, or nothing where a part cannot be made from them: then it throws, and the old ones stay. */
  replace(steps: Steps): void;
  /** Speaks with the words of now. */
  readonly words: Words;
}

const speakFrom = (words: () => Words): Words => ({
  get languages() {
    return words().languages;
  },
  say: (...asked) => words().say(...asked),
  alert: (...asked) => words().alert(...asked),
  digest: (...asked) => words().digest(...asked),
  mistake: (...asked) => words().mistake(...asked),
  exchangeName: (...asked) => words().exchangeName(...asked),
  placeName: (...asked) => words().placeName(...asked),
  time: (...asked) => words().time(...asked),
});

export const createLiveSteps = (first: Steps): LiveSteps => {
  // Whoever keeps `first` keeps a whole catalogue in memory after it was replaced.
  let steps = first;
  const renewals: ((next: Steps) => () => void)[] = [];
  return {
    now: () => steps,
    derive<T>(make: (steps: Steps, before?: T) => T) {
      let value = make(steps);
      renewals.push((next) => {
        const made = make(next, value);
        return () => {
          value = made;
        };
      });
      return () => value;
    },
    replace(next) {
      const settle = renewals.map((renew) => renew(next));
      steps = next;
      for (const put of settle) put();
    },
    words: speakFrom(() => steps.words),
  };
};
