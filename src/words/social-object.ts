import type { Incident } from '../domain/incident.ts';

/** What a social network can take from an exchange: keys of the locales below `social`. */
type SocialObject = 'accounts' | 'channels' | 'ads' | 'posts' | 'presence';

/** By words of every language that we read; the first that a title or text says is meant. */
const SAID: readonly (readonly [SocialObject, RegExp])[] = [
  [
    'ads',
    /\bads?\b|\badvert|\bpromot|广告|廣告|推广|推廣|реклам|publicidad|anuncio|anúncio|reklam|werb|publicit|광고|広告|إعلان|iklan|quảng cáo/iu,
  ],
  [
    'channels',
    /\bchannels?\b|\bgroups?\b|频道|頻道|群组|群組|канал|\bcanal|\bgrupo|\bkanal|채널|チャンネル|قنا|قنوات/iu,
  ],
  [
    'posts',
    /\bposts?\b|\bsearch\b|\bkeywords?\b|搜索|搜尋|关键词|關鍵詞|关键字|публикац|поиск|publicacion|búsqueda|postagen|busca\b|arama|검색|検索|بحث|منشور/iu,
  ],
  [
    'accounts',
    /\baccounts?\b|账号|帳號|账户|帳戶|公众号|公眾號|аккаунт|уч[её]тн|cuenta|\bcontas?\b|hesap|hesab|konto|konten|compte|계정|アカウント|حساب/iu,
  ],
];

const objectIn = (text: string): SocialObject | undefined => {
  const said = SAID.map(([object, pattern]) => ({ object, at: text.search(pattern) }));
  return said.filter(({ at }) => at >= 0).toSorted((one, other) => one.at - other.at)[0]?.object;
};

/** What is blocked on a social network, by what the sources say first; their titles count before their texts. */
export const socialObject = ({ sources }: Incident): SocialObject =>
  objectIn(sources.map(({ title }) => title).join('\n')) ??
  objectIn(sources.map(({ text }) => text).join('\n')) ??
  'presence';
