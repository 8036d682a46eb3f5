import { baseLanguage } from '../../domain/base-language.ts';
import { groupBy } from '../../domain/group-by.ts';
import { type Figures, figuresOf, type Judged } from './evaluate.ts';

/** Figures of a part of the rows. */
export interface NamedFigures {
  readonly name: string;
  readonly rows: number;
  readonly figures: Figures;
}

/** Groups in the order of their names. */
const byName = (
  judged: readonly Judged[],
  nameOf: (one: Judged) => string,
): readonly (readonly [string, readonly Judged[]])[] =>
  [...groupBy(judged, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1));

const named = (name: string, judged: readonly Judged[]): NamedFigures => ({
  name,
  rows: judged.length,
  figures: figuresOf(judged),
});

/** Per collection, with and without the doubtful rows; then per language, and per kind (recall and fields only). */
export const nameFigures = (judged: readonly Judged[]): readonly NamedFigures[] => {
  const collections = byName(judged, ({ row }) => row.origin);
  return [
    ...collections.flatMap(([origin, rows]) => [
      named(origin, rows),
      named(
        `${origin}, doubtful left out`,
        rows.filter(({ row }) => !row.doubtful),
      ),
      named(
        `${origin}, not English`,
        rows.filter(({ row }) => !row.language.startsWith('en')),
      ),
    ]),
    ...collections.flatMap(([origin, rows]) =>
      byName(rows, ({ row }) => baseLanguage(row.language)).map(([language, some]) =>
        named(`${origin}: ${language}`, some),
      ),
    ),
    ...collections.flatMap(([origin, rows]) =>
      byName(
        rows.filter(({ row }) => row.kind !== undefined),
        ({ row }) => row.kind ?? '',
      ).map(([kind, some]) => named(`${origin}: ${kind}`, some)),
    ),
  ].filter(({ rows }) => rows > 0);
};
