import { createHash } from 'node:crypto';
import { UNDATED } from '../../domain/instant.ts';
import type { LabelledRow } from './labelled-row.ts';

const plain = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Keys that rows of one event share: the event itself, the title, and exchange, kind and month. */
const keysOf = (row: LabelledRow): readonly string[] => {
  const month = row.publishedAt === UNDATED ? '' : new Date(row.publishedAt).toISOString().slice(0, 7);
  const exchange = row.exchanges[0];
  return [
    `title ${plain(row.title).slice(0, 60)}`,
    ...(row.event === undefined ? [] : [`event ${row.event}`]),
    ...(row.relevant && exchange !== undefined && month !== ''
      ? [`case ${exchange} ${row.kind} ${month}`]
      : []),
  ];
};

const bucketOf = (name: string, count: number): number =>
  createHash('sha1').update(name).digest().readUInt32BE(0) % count;

/** Which fold each row belongs to; rows of one event or of nearly one title share theirs. */
export const assignFolds = (rows: readonly LabelledRow[], count: number): readonly number[] => {
  const parent = rows.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const owner = new Map<string, number>();
  for (const [index, row] of rows.entries())
    for (const key of keysOf(row)) {
      const other = owner.get(key);
      if (other === undefined) owner.set(key, index);
      else parent[Math.max(root(index), root(other))] = Math.min(root(index), root(other));
    }
  return rows.map((_, index) => bucketOf(rows[root(index)]?.id ?? '', count));
};
