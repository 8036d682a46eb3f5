import type { Authority, Catalogue } from '../domain/catalogue.ts';
import type { Incident } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { findFirst } from './find-name.ts';

/** A law on its way is its makers', whichever authority is to apply it. */
const BILL =
  /\bbills?\b|\blawmakers?\b|\bsenators?\b|法案|议员|議員|законопроект|proyecto de ley|projeto de lei|yasa tasar|kanun teklif|법안|법률안|مشروع قانون/iu;
const LAWMAKERS: readonly Authority['type'][] = ['legislature', 'government'];

const BY_EXCHANGE: readonly Kind[] = ['market-exit', 'service-halt', 'delisting'];

/** "by the SEC", where it follows the exchange that it acts upon. */
const BY = /(?:\bby|\bpor|\bpar|\bvon|\bda|被|由)(?: (?:the|la|el|o|a|le|der|die))? ?$/u;

const namesOf = ({ name, aliases }: Pick<Authority, 'name' | 'aliases'>): readonly string[] => [
  name,
  ...aliases.map(({ text }) => text),
];

/** An exchange that freezes accounts by itself stands before whoever is the cause: "Binance blocks relatives of …". */
const actsBehindExchange = (
  title: string,
  exchanges: readonly string[],
  names: readonly string[],
): boolean => {
  const exchange = findFirst(title, exchanges);
  if (exchange < 0) return false;
  const actor = findFirst(title, names);
  return actor < 0 || (actor > exchange && !BY.test(title.slice(0, actor)));
};

const isNamedIn = (text: string, names: readonly string[]): boolean => findFirst(text, names) >= 0;

/** An exchange that froze accounts by itself, as far as the title tells. */
const isSelfDone = (
  line: string,
  exchanges: readonly string[],
  names: readonly string[],
  catalogue: Catalogue,
): boolean => {
  const venues = catalogue.exchanges.filter(({ id }) => exchanges.includes(id));
  return actsBehindExchange(line, venues.flatMap(namesOf), names);
};

/** Whoever acts, unless the words of the first source make somebody else the one who does. */
export const evidentAuthority = (
  { authority: id, exchanges, measures: [{ kind, stage }], sources: [{ title, text }] }: Incident,
  authorities: ReadonlyMap<string, Authority>,
  catalogue: Catalogue,
): string | undefined => {
  const authority = id === undefined ? undefined : authorities.get(id);
  if (authority === undefined) return id;
  const names = namesOf(authority);
  const line = title.toLowerCase();
  if (kind === 'account-freeze') {
    return isSelfDone(line, exchanges, names, catalogue) ? undefined : id;
  }
  // Whoever is named in the text of what an exchange does may be anybody.
  if (BY_EXCHANGE.includes(kind)) return isNamedIn(line, names) ? id : undefined;
  const isLaw = kind === 'rulemaking' && stage === 'proposed' && BILL.test(`${title}\n${text}`);
  const isOthers = isLaw && !LAWMAKERS.includes(authority.type) && !isNamedIn(line, names);
  return isOthers ? undefined : id;
};
