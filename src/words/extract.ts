import { anyMatches } from './any-matches.ts';
import { onlyAsks } from './asked.ts';
import { isBackground, leansOnAnother } from './background.ts';
import { cleanText } from './clean-text.ts';
import type { Mentions } from './mentions.ts';
import { splitSentences } from './split-sentences.ts';
import { withoutCauses } from './without-causes.ts';

/** Sentences a summary may have, and how long one may be: a longer one is a list or a lost full stop. */
const MOST = 2;
const LONGEST = 420;
/** How far into a text the news is told, in characters and sentences; later comes the history. */
const LOOK_INTO = 4000;
const LOOK_AT = 10;
/** An exchange or the measure, and something else. */
const ENOUGH = 3;

const WEIGHTS: Readonly<Record<Exclude<keyof Mentions, 'business' | 'crypto'>, number>> = {
  measure: 3,
  exchange: 2,
  place: 1,
  actor: 1,
};

/** A sentence that names neither may still tell the news, if it opens the text and gives a figure or a day. */
const OPENING = 2;
const FIGURE = /(?<!\p{L})\d/u;

interface Sentence {
  readonly at: number;
  readonly text: string;
  readonly mentions: Mentions;
}

interface Candidate extends Sentence {
  readonly score: number;
}

const ENDED = /[.!?。！？．]["'”’»」』）)]*$/u;
const CUT = /(?:…|\.\.\.|\[[^\]]{0,9}\]?|\[…\])\s*$/u;

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What is left whole of a text: nothing cut, nothing that only repeats the title. */
const wholeSentences = (text: string, title: string, language: string): readonly string[] => {
  const sentences = cleanText(text.slice(0, LOOK_INTO)).flatMap((paragraph) =>
    splitSentences(paragraph, language),
  );
  const alone = sentences.length === 1 && text.length < 300;
  return sentences.filter(
    (sentence) =>
      !CUT.test(sentence) &&
      (ENDED.test(sentence) || alone) &&
      sentence.length <= LONGEST &&
      bare(sentence) !== bare(title),
  );
};

/** How one sentence goes on about the firm that the one before it names. */
const OF_THE_SAME =
  /(?<!\p{L})(?:it|its|they|the (?:company|firm|exchange|platform|lender)|la (?:empresa|plataforma|compañía)|a (?:empresa|corretora|plataforma)|биржа|компания|şirket|borsa)(?!\p{L})|该公司|该平台|该交易所|該公司|該平台|該交易所|同社|同取引所|회사는|거래소는/iu;

/** A sentence is about what the one before it names, where it carries the measure and goes on about the same. */
const withSubject = (candidate: Sentence, before: Sentence | undefined): Sentence =>
  before?.mentions.exchange === true && candidate.mentions.measure && OF_THE_SAME.test(candidate.text)
    ? { ...candidate, mentions: { ...candidate.mentions, exchange: true } }
    : candidate;

const scoreOf = (text: string, at: number, mentions: Mentions, language: string): number => {
  const said = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).filter((key) => mentions[key]);
  const weight = said.reduce((sum, key) => sum + WEIGHTS[key], 0);
  const ofItself = anyMatches(OF_ITSELF, text) ? LESS_OF_ITSELF : 0;
  // The news is told first; a sentence that leans on another is worth less alone.
  return weight + (at === 0 ? 2 : 0) - (leansOnAnother(text, language) ? 2 : 0) - at * 0.25 - ofItself;
};

/** "The explainer says why …": what an article does, and not what has happened. */
const OF_ITSELF: readonly RegExp[] = [
  /^(?:the|this|an?) (?:\w{1,12} )?(?:explainer|article|column|guide|piece|text(?! of)|video|post|story|interview|faq)\b/i,
  /^(?:本文|这篇文章|這篇文章|本稿|この記事|本記事|이 기사|이 글|هذا المقال)/,
  /^(?:(?:эта |данная )?статья|(?:этот |данный )?материал|(?:el|este) artículo|(?:o|este) artigo|bu (?:yazı|makale|haber)) /i,
];
const LESS_OF_ITSELF = 5;

/** The word for a measure alone may stand for anything: "ultimatums to protesters". */
const tellsNews = ({ measure, exchange, business, crypto, actor }: Mentions): boolean =>
  exchange || (measure && (business || crypto || actor));

const tellsFacts = ({ at, text, mentions }: Sentence, language: string): boolean =>
  at < OPENING && mentions.business && FIGURE.test(text) && !(at > 0 && leansOnAnother(text, language));

/** What a sentence tells as news: of the first one, not why it is so. */
const newsOf = ({ at, text, mentions }: Sentence, language: string): string =>
  at === 0 && mentions.measure && !leansOnAnother(text, language) ? withoutCauses(text) : text;

/** A title tells as done what the sentence only asks for: whoever reads the title is to read that. */
const tempers = ({ at, text, mentions }: Sentence, title: string, language: string): boolean =>
  at < OPENING && mentions.measure && onlyAsks(text, language) && !onlyAsks(title, language);

const addsTo = (first: Candidate, second: Candidate): boolean =>
  bare(first.text) !== bare(second.text) && (second.mentions.measure || second.at === first.at + 1);

export interface Extractable {
  readonly title: string;
  readonly text: string;
  readonly language: string;
  /** Years before this one are background. */
  readonly year: number;
}

/**
 * At most two whole sentences of a text that carry the measure, the place and the consequence, in their order;
 * undefined where it has none.
 */
export const extract = (
  { title, text, language, year }: Extractable,
  mentionsIn: (sentence: string) => Mentions,
): string | undefined => {
  const read = wholeSentences(text, title, language)
    .slice(0, LOOK_AT)
    .map((sentence, at) => ({ at, text: sentence, mentions: mentionsIn(sentence) }))
    .map((candidate, at, all) => withSubject(candidate, all[at - 1]))
    .filter((candidate) => !isBackground(newsOf(candidate, language), language, year));
  const candidates = read
    .filter(({ mentions }) => tellsNews(mentions))
    .map((candidate) => ({
      ...candidate,
      score: scoreOf(candidate.text, candidate.at, candidate.mentions, language),
    }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((one, other) => other.score - one.score);
  const [first, ...others] = candidates;
  if (first === undefined) {
    return read.find((one) => tellsFacts(one, language) || tempers(one, title, language))?.text;
  }
  const second = others.find((candidate) => addsTo(first, candidate));
  const chosen = [first, ...(second === undefined ? [] : [second])].slice(0, MOST);
  const joint = /^(?:zh|ja)/.test(language) ? '' : ' ';
  return chosen
    .sort((one, other) => one.at - other.at)
    .map((candidate) => candidate.text)
    .join(joint);
};
