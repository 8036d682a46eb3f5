import type { Incident } from '../domain/incident.ts';
import { withoutQuotes } from './quotes.ts';

/** A number of people: "8嫌犯", "6 arrests", "three executives". */
const NUMBER =
  /(?<![\p{N}.,])(?:[2-9]|1\p{N}|[2-9]\p{N}|1\p{N}\p{N}) ?(?:名|人|位|嫌|员工|員工|명|people|persons?|arrests?|suspects|men|executives|detenid|personas|pessoas|personnes|personen|persone|mensen|osób|человек|людей|осіб|kişi|أشخاص|شخص|लोग|orang|คน|người)/u;
const WORDS =
  /(?<!\p{L})(?:two|three|four|five|six|seven|several|dozens?) (?:\p{L}{1,15} ){0,2}(?:people|executives|men|suspects|arrest)|(?<!\p{L})arrests(?= (?:in|over|of|made))|[两兩三四五六七八九十多]名|(?<!\p{L})(?:dos|tres|cuatro|dois|duas|deux|trois|zwei|drei|due|tre|twee|drie) (?:personas|pessoas|personnes|personen|persone|hommes|hombres)/u;

/** True where a title tells of more than one person: of how many is not always said. */
export const areSeveral = ({ sources }: Pick<Incident, 'sources'>): boolean =>
  sources.some(({ title }) => {
    const line = withoutQuotes(title).toLowerCase();
    return NUMBER.test(line) || WORDS.test(line);
  });
