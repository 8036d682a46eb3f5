import type { Catalogue } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { movesOthers } from './asked.ts';
import { findFirst } from './find-name.ts';

/** English headlines say in the third person what somebody does, and in the participle what is done to them. */
const DOES =
  /^(?:['’]s? )?(?:, [^,]{1,60}, )?(?:(?:exchange|global|temporarily|now|reportedly) ){0,3}(?:halts|stops|suspends|pauses|limits|restricts|blocks|ends|disables|bars|bans|shuts|drops|freezes|removes|discontinues|withdraws|exits|leaves|quits|sues|extends|delists|pulls|resumes|restarts|reopens|enforces|mandates|requires|introduces|(?:starts|begins) \w+ing)\b/;
/** "To halt", "will stop": what it is about to do. */
const IS_TO =
  /^(?:['’]s? )?(?:(?:exchange|global|temporarily|now|reportedly) ){0,3}(?:to|will) (?:(?:no longer|soon|temporarily) )?(?:halt|stop|suspend|pause|limit|restrict|block|end|disable|bar|ban|shut|drop|freeze|remove|discontinue|withdraw|exit|leave|quit|delist|pull|resume|restart|reopen|enforce|require|introduce|cease|phase)\b/;
/** "De-listed by OKX". */
const BY_IT = /\bby (?:crypto )?(?:exchange )?$/;
const THEY_DO =
  /\b(?:exchanges|platforms) (?:say|halt|stop|suspend|pause|limit|restrict|block|end|disable|bar|drop|freeze|remove)\b/;

/** "Orders Huobi to cease": what somebody is to do need not be its own wish. */
const does = (rest: string, isMoved: boolean): boolean => DOES.test(rest) || (!isMoved && IS_TO.test(rest));

const namesOfAll = (exchanges: readonly string[], { exchanges: all }: Catalogue): readonly string[] =>
  all.filter(({ id }) => exchanges.includes(id)).flatMap(namesOf);

/** True where the title makes an exchange the one who acts: "Coinbase halts …", "exchanges say they have blocked …". */
export const isDoneByExchange = (
  source: Pick<Source, 'title' | 'language'>,
  exchanges: readonly string[],
  catalogue: Catalogue,
): boolean => {
  if (!source.language.startsWith('en')) return false;
  const line = source.title.toLowerCase();
  const isMoved = movesOthers(source);
  if (THEY_DO.test(line)) return true;
  const names = namesOfAll(exchanges, catalogue).map((name) => name.toLowerCase());
  const start = findFirst(line, names);
  if (start >= 0 && BY_IT.test(line.slice(0, start))) return true;
  return (
    start >= 0 &&
    names.some(
      (name) => line.startsWith(name, start) && does(line.slice(start + name.length).trimStart(), isMoved),
    )
  );
};
