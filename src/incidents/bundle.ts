import type { Report } from '../domain/report.ts';
import type { Bundle } from './absorb.ts';

/** Reports of one entry that are one incident, with their places in the entry's list. */
export interface PlacedBundle {
  readonly bundle: Bundle;
  readonly places: readonly [number, ...number[]];
}

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === 0 ||
  right.length === 0 ||
  (left.length === right.length && left.every((value) => right.includes(value)));

const meet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === 0 || right.length === 0 || left.some((value) => right.includes(value));

/** The same authority in the same place; where nobody is named, the same exchanges must be touched. */
const together = (left: Report, right: Report): boolean => {
  if (!sameSet(left.jurisdictions, right.jurisdictions) || !sameSet(left.subdivisions, right.subdivisions))
    return false;
  if (left.authority !== undefined && right.authority !== undefined)
    return left.authority === right.authority;
  return meet(left.exchanges, right.exchanges);
};

/** Reports of one entry by the same authority in the same place: one incident with several measures. */
export const bundleReports = (reports: readonly Report[]): readonly PlacedBundle[] => {
  const bundles: PlacedBundle[] = [];
  for (const [place, report] of reports.entries()) {
    const at = bundles.findIndex(({ bundle: [lead] }) => together(lead, report));
    const found = bundles[at];
    if (found === undefined) bundles.push({ bundle: [report], places: [place] });
    else bundles[at] = { bundle: [...found.bundle, report], places: [...found.places, place] };
  }
  return bundles;
};
