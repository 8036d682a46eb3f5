import type { CueMention } from './find-mentions.ts';

/** Papers and agencies that others quote; two entries that lean on the same one are one voice. */
const PRESS = [
  'reuters',
  'bloomberg',
  'caixin',
  'wall street journal',
  'wsj',
  'financial times',
  'nikkei',
  'yonhap',
  'coindesk',
  'cointelegraph',
  'the block',
  'associated press',
  'afp',
  'xinhua',
  'kommersant',
  'interfax',
  'tass',
  'rbc',
  'economic times',
  'cnbc',
  'new york times',
  'wu blockchain',
  '路透',
  '彭博',
  '财新',
  '財新',
  '로이터',
  '블룸버그',
  '연합뉴스',
  'ロイター',
  'ブルームバーグ',
  '日経',
  'блумберг',
  'рейтер',
];

/** Origins on which the entry says it leans: named papers, or `sources` where hearsay has no name. */
export const readAttribution = (text: string, cues: readonly CueMention[]): readonly string[] => {
  const named = PRESS.filter((name) => text.includes(name));
  if (named.length > 0) return named;
  return cues.some(({ group }) => group === 'stage-reported') ? ['sources'] : [];
};
