import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident } from '../domain/incident.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { OWN_ACTS } from './kinds-by-actor.ts';
import { nameStands, type Stand } from './name-stands.ts';

/** What joins the names of a row: "Bybit, OKX and others". */
const JOINT = /^(?:,|;|\/|&|、|，|·|,? ?(?:and|y|e|et|und|и|ve|و|和|及|与|與|と|와|과|및))?$/u;
/** Before the name of one whose example another follows. */
const LED_BY =
  /(?:\b(?:follow(?:s|ed|ing)?|after|join(?:s|ed|ing)?|like|unlike|amid|tras|após|nach|après|dopo)|вслед за|继|繼) ?$/iu;

type Row = readonly Stand[];

/** Names that stand in rows: "A and B", and apart from them "C". */
export const rowsOf = (line: string, stands: Row): readonly Row[] => {
  const rows: Stand[][] = [];
  for (const stand of stands) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    const isJoined = before !== undefined && JOINT.test(line.slice(before.end, stand.start).trim());
    if (row !== undefined && isJoined) row.push(stand);
    else rows.push([stand]);
  }
  return rows;
};

/** Without those who went before: all of a row behind "follows", the first alone where "After Kraken," opens the line. */
const withoutLeaders = (line: string, row: Row): Row => {
  const [first] = row;
  if (first === undefined || !LED_BY.test(line.slice(0, first.start))) return row;
  return LED_BY.exec(line.slice(0, first.start))?.index === 0 ? row.slice(1) : [];
};

/** What a title tells of each row: what stands between it and the next. */
const toldOf = (line: string, rows: readonly Row[], index: number): string =>
  line.slice(rows[index]?.at(-1)?.end, rows[index + 1]?.[0]?.start);

/**
 * Of the exchanges of a measure that exchanges take themselves, those who take it: the rows of names behind which a
 * title tells of it ("A and B come forward, C pauses withdrawals"). Whose accounts are frozen elsewhere is not said of
 * those whom only the text names.
 */
export const actingExchanges = (
  { sources: [source], measures: [{ kind }] }: Incident,
  exchanges: readonly string[],
  { exchanges: all, taxonomy }: Catalogue,
): readonly string[] => {
  if (!OWN_ACTS.includes(kind) || exchanges.length < 2) return exchanges;
  const title = source.title.toLowerCase();
  const stands = nameStands(
    title,
    all.filter(({ id }) => exchanges.includes(id)),
  );
  if (stands.length === 0) return exchanges;
  const rows = rowsOf(title, stands);
  const others = rows.map((row) => withoutLeaders(title, row));
  if (rows.length === 1 && kind !== 'account-freeze') {
    const leaders = stands.filter((stand) => !others.flat().includes(stand)).map(({ id }) => id);
    return leaders.length === stands.length ? exchanges : exchanges.filter((id) => !leaders.includes(id));
  }
  const cues = cuesIn(taxonomy.cues[kind] ?? {}, source.language);
  const acting = others.filter((_, index) => findFirst(toldOf(title, rows, index), cues) >= 0);
  const meant = acting.flat().length > 0 ? acting : others;
  return (meant.flat().length > 0 ? meant.flat() : stands).map(({ id }) => id);
};
