import type { CuesByLanguage, Exchange } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { anyMatches } from './any-matches.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst, findName } from './find-name.ts';
import { sentencesOf } from './opening.ts';

/** "Binance Markets Limited": one or two words of its own, then what companies end in. */
const COMPANY =
  /^((?:\s\p{Lu}[\p{L}&]{1,20}){1,2})\s(?:Ltd|Limited|LLC|Inc|Pty|GmbH|AG|B\.?V|N\.?V|S\.?A|S\.?L|UAB|OÜ|Lda|Co)(?!\p{L})/u;
/** The company that holds the whole, or runs the main site. */
const WHOLE = /Holdings?|Global|International|Group|Worldwide|Exchange/;

/** True where the sources name a company of the exchange that is not the whole of it. */
export const namesLocalFirm = (sources: readonly Source[], { name }: Pick<Exchange, 'name'>): boolean =>
  sources.some(({ title, text }) =>
    [title, text].some((written) =>
      written
        .split(name)
        .slice(1)
        .some((rest) => {
          const own = COMPANY.exec(rest)?.[1];
          return own !== undefined && !WHOLE.test(own);
        }),
    ),
  );

/** "Binance.com is unaffected". */
const SITE =
  /\.com\b|\b(?:main|global|international) (?:site|platform|exchange)\b|主站|主网站|国际站|國際站|本サイト|글로벌 (?:사이트|거래소)/i;
const SPARED: readonly RegExp[] = [
  /\b(?:unaffected|not affected|not impacted|not blocked|not concerned|remains? (?:available|accessible|open))\b/i,
  /\bno (?:se ve afectad|está afectad|afecta)|\bnão (?:é|foi|está) afetad|\bn['’]est pas (?:touchée?|concernée?|affectée?)/i,
  /\bnicht (?:betroffen|berührt)\b|\bnon (?:è|viene) (?:interessat|coinvolt|colpit)|\bniet getroffen\b|\btidak terdampak\b/i,
  /не (?:затронут|затрагива|зачеплен)|etkilenm(?:iyor|edi|eyecek)|nie (?:dotyczy|została objęta)|không bị ảnh hưởng/i,
  /不受影响|不受影響|未受影响|未受影響|影響(?:は|を受け)ない|対象外|영향(?:을|이)? (?:받지 않|없)|ไม่ได้รับผลกระทบ|لا يتأثر|لن يتأثر|प्रभावित नहीं/,
];
/** "Applies to the local unit, not the international platform". */
const NOT_THE_WHOLE =
  /\bnot (?:to )?(?:the |its )?(?:international|global|main|parent) (?:platform|site|website|exchange|entity)\b/i;
/** "Its only regulated UK entity". */
const ONLY_ENTITY =
  /\bonly (?:regulated|registered|licen[sc]ed) (?:local |uk |u\.k\. |us |u\.s\. |eu )?(?:entity|unit|arm|company)\b/i;

/** True where a source says that the main site goes on. */
export const sparesMainSite = (sources: readonly Source[]): boolean =>
  sources.some((source) =>
    sentencesOf(source).some(
      (line) => (SITE.test(line) && anyMatches(SPARED, line)) || NOT_THE_WHOLE.test(line),
    ),
  );

/** True where a source says that one entity of several is meant. */
export const meansOneEntity = (sources: readonly Source[]): boolean =>
  sources.some((source) => sentencesOf(source).some((line) => ONLY_ENTITY.test(line)));

/** "Huobi China users", 火币中国大陆用户: people of a place, and no firm there. */
const PEOPLE =
  /^['’]?s? ?(?:mainland|users?|customers?|clients?|residents?|citizens?|traders?|investors?|accounts|market|大陆|大陸|内地|內地|境内|境內|地区|地區|用户|用戶|客户|客戶|市场|市場|이용자|고객|사용자|ユーザー|顧客)/u;

/** True where a cue stands in a line, and not as the people of a place. */
const meansFirm = (line: string, cue: string): boolean => {
  const at = findName(line, cue);
  return at >= 0 && !PEOPLE.test(line.slice(at + cue.replace(/[*_]/g, '').length));
};

/** True where a sentence that names the exchange says in so many words that a firm of its is meant: "its local unit". */
export const namesUnit = (
  sources: readonly Source[],
  exchange: Pick<Exchange, 'name' | 'aliases'>,
  unitCues: CuesByLanguage,
): boolean => {
  const names = namesOf(exchange);
  return sources.some(({ title, text, language }) => {
    const cues = cuesIn(unitCues, language);
    return (
      cues.length === 0 ||
      [title, ...sentencesOf({ text })]
        .map((sentence) => sentence.toLowerCase())
        .some((line) => findFirst(line, names) >= 0 && cues.some((cue) => meansFirm(line, cue)))
    );
  });
};
