import type { Text } from '../domain/card.ts';
import type { Incident } from '../domain/incident.ts';
import { partOf } from '../domain/lifted.ts';
import type { Reader } from '../domain/ports.ts';
import { heading, openly, textCard } from './answer.ts';
import { askedWish, missingArgument } from './asked-wish.ts';
import { caution } from './caution.ts';
import { standingIn } from './country.ts';
import type { Desk, Handler } from './desk.ts';
import { incidentLine } from './incident-lines.ts';
import { readerOf } from './subscription-of.ts';

const MOST = 6;
const MOST_ENDED = 2;

interface Question {
  readonly exchange: string;
  readonly jurisdiction?: string;
}

/** What stood once: not to be called unknown. */
const endedOf = ({ exchange, jurisdiction }: Question, { board }: Desk): readonly Incident[] =>
  board
    .timeline(exchange)
    .filter(
      ({ jurisdictions, mergedInto }) =>
        mergedInto === undefined && (jurisdiction === undefined || jurisdictions.includes(jurisdiction)),
    )
    .slice(0, MOST_ENDED);

const verdict = (
  { exchange, jurisdiction }: Question,
  standing: readonly Incident[],
  ended: readonly Incident[],
  { language }: Reader,
  { words }: Desk,
): string => {
  const key = standing.length > 0 ? 'restricted' : ended.length > 0 ? 'ended' : 'nothing';
  return words.say(language, `commands.check.${key}${jurisdiction === undefined ? '' : '-there'}`, {
    exchange: words.exchangeName(exchange, language),
    place: jurisdiction === undefined ? '' : words.placeName(jurisdiction, language),
    count: standing.length,
  });
};

const answerTo = (question: Question, reader: Reader, desk: Desk): readonly (string | Text)[] => {
  const standing = desk.board.standing(question);
  const ended = standing.length > 0 ? [] : endedOf(question, desk);
  const line = (incident: Incident): Text =>
    incidentLine(partOf(incident, question.exchange), desk.words, reader);
  return [
    heading(verdict(question, standing, ended, reader, desk)),
    ...standing.slice(0, MOST).map(line),
    ...(ended.length > 0 ? [desk.words.say(reader.language, 'commands.check.before')] : []),
    ...ended.map(line),
  ];
};

/** `check EXCHANGE [PLACE]`, several of each at will; words without a command ask the same. */
export const check: Handler = async (command, desk) => {
  const { filter } = askedWish(command.words, command, desk);
  const { exchanges, jurisdictions } = filter;
  const reader = await readerOf(command, desk);
  const [place] = jurisdictions;
  if (exchanges.length === 0 && place === undefined) throw missingArgument(command, desk);
  if (exchanges.length === 0) return openly(...jurisdictions.map((code) => standingIn(code, reader, desk)));
  const questions = exchanges.flatMap((exchange): Question[] =>
    place === undefined ? [{ exchange }] : jurisdictions.map((jurisdiction) => ({ exchange, jurisdiction })),
  );
  const answers = questions.flatMap((question) => answerTo(question, reader, desk));
  return openly(textCard([...answers, caution(reader, desk)]));
};
