import type { Atlas } from './knowledge.ts';

/** "Polish banks" may be any of them. */
const ANY_OF_THEM =
  /\b(?:banks|bancos|banche|banques|banken|banki|bankalar[ıi]?|bank-bank)\b|банк(?:и|ов|ам)\b|银行业|銀行業/iu;

/** As many letters as a name keeps through its cases and its long form: Ziraat, Ziraat Bankası. */
const STEM = 3;

const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Han}/u,
  /\p{Script=Hangul}/u,
];

const stemsOf = (names: readonly string[], script: RegExp): readonly string[] =>
  names.filter((name) => script.test(name)).map((name) => name.slice(0, STEM));

/**
 * The catalogue keeps the banks of a country under few ids. Whether two titles name different ones of an id: only
 * names of one script can tell, and a name of all of them tells nothing.
 */
export const nameOtherBanks = (
  id: string,
  title: string,
  titles: readonly string[],
  atlas: Atlas,
): boolean => {
  const names = atlas.bodyNamesOf(id).map((name) => name.toLowerCase());
  const namedIn = (texts: readonly string[]): readonly string[] =>
    names.filter((name) => texts.some((text) => text.toLowerCase().includes(name)));
  const [ours, theirs] = [namedIn([title]), namedIn(titles)];
  if ([...ours, ...theirs].some((name) => ANY_OF_THEM.test(name))) return false;
  return SCRIPTS.some((script) => {
    const [left, right] = [stemsOf(ours, script), stemsOf(theirs, script)];
    return left.length > 0 && right.length > 0 && left.every((stem) => !right.includes(stem));
  });
};
