import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { findName } from './find-name.ts';
import { openingOf, sentencesOf } from './opening.ts';

/** Those who lead an exchange, after its name: "BitMEX founders", "Binance's former CEO". */
const AFTER =
  /^(?:['’]s?)? ?(?:(?:co-?|ex-?|former|three|two|chief|crypto|exchange|platform) ?){0,3}(?:founders?|ceo|cfo|coo|executives?|execs?|executive officer|bosses|boss|chiefs?|directors?|owners?|head|gründer|chef|(?:联合|聯合)?(?:创始人|創始人|创办人|創辦人)|(?:前)?(?:首席执行官|執行長)|高管|負責人|负责人|共同創業者|創業者|(?:元|前)?ceo|대표|창업자|창립자|임원|kurucu)/u;

/** "Founders of", "the head of", before it. */
const BEFORE =
  /(?:founders?|ceo|cfo|executives?|boss|chief|directors?|owners?|operators?|head|masterminds?|fundador(?:es|a)?|cofundador(?:es)?|directiv[oa]s?|consejero delegado|executivos?|fondateurs?|dirigeants?|patron|gründern?|chefs?|fondator[ei]|основател\p{L}{1,3}|соосновател\p{L}{1,3}|глав[ауеы]|гендиректор\p{L}{0,2}|руководител\p{L}{1,3}) (?:of |de la |de |del |da |do |du |von |di )?(?:the |crypto |exchange |криптобиржи |биржи |la |plataforma |corretora ){0,3}$/u;

/** What is done by or to the firm itself. */
const FIRM =
  /\b(?:the|its?|his) (?:crypto )?(?:exchange|company|firm|platform)\b|公司|平台被|交易所被|компани|empresa|société|unternehmen/u;

/** The sentences in which the firm may be spoken of. */
const NEXT = 3;

const namesIn = (line: string, names: readonly string[]): readonly { start: number; end: number }[] =>
  names.flatMap((name) => {
    const word = name.toLowerCase();
    const stands = [];
    for (let from = 0, at = findName(line, word); at >= 0; at = findName(line.slice(from), word)) {
      stands.push({ start: from + at, end: from + at + word.length });
      from += at + word.length;
    }
    return stands;
  });

const tells = (source: Source, names: readonly string[]): boolean => {
  const opening = openingOf(source);
  const stands = namesIn(opening, names);
  return (
    findName(source.title.toLowerCase(), names[0] ?? '') >= 0 &&
    !FIRM.test([opening, ...sentencesOf(source).slice(1, NEXT)].join('\n').toLowerCase()) &&
    stands.every(({ start, end }) => AFTER.test(opening.slice(end)) || BEFORE.test(opening.slice(0, start)))
  );
};

/** True where an authority acts against those who founded or lead an exchange, and the sources tell of nothing against it. */
export const isUponOfficers = (
  { sources, measures: [{ kind }] }: Incident,
  exchanges: readonly string[],
  { exchanges: all }: Catalogue,
): boolean => {
  const [id, ...others] = exchanges;
  const exchange = all.find((one) => one.id === id);
  if (exchange === undefined || others.length > 0 || kind !== 'enforcement') return false;
  const names = namesOf(exchange);
  const unique = [...new Set(names.map((name) => name.toLowerCase()))];
  return sources.every((source) => tells(source, unique));
};
