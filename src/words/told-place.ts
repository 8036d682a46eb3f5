import { byStart } from '../domain/beside.ts';
import { findName } from './find-name.ts';

/** Where a name of a place stands in a line, and as what. */
interface Stand {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

const JOINT = /^(?:\s*(?:,|,? and|,? und|,? y|,? e|,? et|,? и|,? ve|&|\/|、|，|和|及|と|와|과|및)\s*)$/u;
/** "In Spain", "from Russia", "Russian users": where people are touched. */
const BEFORE = /(?:^|[\s(])(?:in|from|for|en|em|no|na|desde|в|из|im|aus)(?: the)? $/u;
const AFTER =
  /^(?:['’]s)? (?:users?|customers?|clients?|residents?|citizens?|investors?|nationals|accounts|market|unit|ip)\b/u;

const standOf = (line: string, code: string, names: readonly string[]): Stand | undefined => {
  const found = names
    .map((name) => ({ at: findName(line, name), length: name.replace(/[*_]/g, '').length }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at || other.length - one.length)[0];
  if (found === undefined) return undefined;
  // The ending of a name; scripts without spaces have none.
  const rest =
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]*/u.exec(
      line.slice(found.at + found.length),
    )?.[0] ?? '';
  return { code, start: found.at, end: found.at + found.length + rest.length };
};

/**
 * Which of several places a title means. Of places that are told in a row, all; else the one where people are touched,
 * if the title says so, or for what an authority does the one named first, whose act it is: "Japan … to prevent Russia
 * from …". `undefined` where it does not tell.
 */
export const toldPlaces = (
  line: string,
  places: readonly { readonly code: string; readonly names: readonly string[] }[],
  isOwnAct: boolean,
): readonly string[] | undefined => {
  const stands = places.flatMap(({ code, names }) => standOf(line, code, names) ?? []).toSorted(byStart);
  const [first, ...others] = stands;
  if (first === undefined || others.length === 0) return undefined;
  const isRow = others.every((one, index) => {
    const before = stands[index];
    return before !== undefined && JOINT.test(line.slice(before.end, one.start));
  });
  if (isRow) return stands.map(({ code }) => code);
  const touched = stands.filter(
    ({ start, end }) => BEFORE.test(line.slice(0, start)) || AFTER.test(line.slice(end)),
  );
  if (isOwnAct && touched.length > 0) return touched.map(({ code }) => code);
  return isOwnAct ? undefined : [first.code];
};
