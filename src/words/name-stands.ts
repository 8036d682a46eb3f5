import { byStart } from '../domain/beside.ts';
import type { Exchange } from '../domain/catalogue.ts';
import { namesOf } from '../domain/names-of.ts';
import { findName } from './find-name.ts';

/** Where an exchange stands in a line. */
export interface Stand {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The first name of each exchange in a line in lower case, in the line's order; of several that begin there the longest. */
export const nameStands = (line: string, exchanges: readonly Exchange[]): readonly Stand[] =>
  exchanges
    .flatMap((exchange) => {
      const [first] = namesOf(exchange)
        .map((name) => ({ start: findName(line, name), length: name.replace(/[*_]/g, '').length }))
        .filter(({ start }) => start >= 0)
        .toSorted((one, other) => one.start - other.start || other.length - one.length);
      return first === undefined
        ? []
        : [{ id: exchange.id, start: first.start, end: first.start + first.length }];
    })
    .toSorted(byStart);
