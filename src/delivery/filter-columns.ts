import type { Filter } from '../domain/subscription.ts';
import { SEVERITIES } from '../domain/taxonomy.ts';
import { type Facts, measureBits } from './facts.ts';
import { createTermSets } from './term-sets.ts';

/** All filters as columns of numbers: a million are scanned in milliseconds and take some 20 bytes each. */
export interface FilterColumns {
  add(owner: number, filter: Filter): number;
  remove(row: number): void;
  /** Calls `found` with the owner of each row that matches; an owner may come several times. */
  scan(facts: Facts, found: (owner: number) => void): void;
}

/** A severity that no incident reaches: the row is free. */
const FREE = 255;

const grow = <T extends Uint8Array | Uint32Array>(column: T, make: (size: number) => T): T => {
  const larger = make(column.length * 2);
  larger.set(column);
  return larger;
};
/** A cell; rows beyond the end are never asked for. */
const at = (column: Uint8Array | Uint32Array, row: number): number => column[row] ?? 0;

const bytes = (size: number) => new Uint8Array(size);
const words = (size: number) => new Uint32Array(size);

export const createFilterColumns = (): FilterColumns => {
  const exchangeSets = createTermSets();
  const placeSets = createTermSets();
  const wordSets = createTermSets();
  const free: number[] = [];
  let rows = 0;
  let severity = bytes(1024).fill(FREE);
  let measures = words(1024);
  let exchanges = words(1024);
  let places = words(1024);
  let spoken = words(1024);
  let owners = words(1024);

  const enlarge = (): void => {
    severity = grow(severity, bytes).fill(FREE, rows);
    measures = grow(measures, words);
    exchanges = grow(exchanges, words);
    places = grow(places, words);
    spoken = grow(spoken, words);
    owners = grow(owners, words);
  };

  /** Words are looked for at most once for each different set of them. */
  const createListener = (facts: Facts): ((set: number) => boolean) => {
    const heard = new Map<number, boolean>();
    return (set) => {
      const known = heard.get(set);
      if (known !== undefined) return known;
      const says = wordSets.terms(set).some(facts.says);
      heard.set(set, says);
      return says;
    };
  };

  return {
    add(owner, filter) {
      const row = free.pop() ?? rows++;
      if (row >= severity.length) enlarge();
      severity[row] = SEVERITIES.indexOf(filter.minSeverity);
      const strict = filter.onlyWhenNamed ? 1 : 0;
      measures[row] = measureBits(filter.kinds, filter.direction);
      exchanges[row] = 2 * exchangeSets.hold(filter.exchanges) + strict;
      places[row] = 2 * placeSets.hold(filter.jurisdictions) + strict;
      spoken[row] = wordSets.hold(filter.words);
      owners[row] = owner;
      return row;
    },
    remove(row) {
      exchangeSets.release((exchanges[row] ?? 0) >> 1);
      placeSets.release((places[row] ?? 0) >> 1);
      wordSets.release(spoken[row] ?? 0);
      severity[row] = FREE;
      free.push(row);
    },
    scan(facts, found) {
      const exchangeVerdicts = exchangeSets.verdicts(facts.exchanges);
      const placeVerdicts = placeSets.verdicts(facts.places);
      const says = createListener(facts);
      // Constants of this scan: a column that may be replaced is slower to read in the loop.
      const [severities, bits, wished, there, spelt, whose] = [
        severity,
        measures,
        exchanges,
        places,
        spoken,
        owners,
      ];
      const isHit = (row: number): boolean =>
        at(severities, row) <= facts.severity &&
        (at(bits, row) & facts.measures) !== 0 &&
        at(exchangeVerdicts, at(wished, row)) === 1 &&
        at(placeVerdicts, at(there, row)) === 1 &&
        (at(spelt, row) === 0 || says(at(spelt, row)));
      for (let row = 0; row < rows; row++) if (isHit(row)) found(at(whose, row));
    },
  };
};
