import type { CuesByLanguage, Exchange } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
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
const SITE = /\.com\b/i;
const SPARED =
  /\b(?:unaffected|not affected|not impacted)\b|不受影[响響]|影響(?:は|が)?(?:ない|なし)|影響を受けない|영향(?:이|은)? ?없|не (?:затрон|коснул|повлия)|no (?:se (?:ve|verá) )?afecta|não (?:é|foi|será) afetad|etkilenme|n['’]est pas (?:concern|affect)|nicht betroffen|non è (?:interessat|coinvolt)|غير متأثر|لا يتأثر/iu;
/** "Not the international platform". */
const NOT_THE_WHOLE =
  /\bnot (?:to )?(?:the |its )?(?:international|global|main|parent) (?:platform|site|website|exchange|entity)\b/i;
/** "Its only regulated UK entity". */
const ONLY_ENTITY =
  /\bonly (?:regulated|registered|licen[sc]ed) (?:local |uk |u\.k\. |us |u\.s\. |eu )?(?:entity|unit|arm|company)\b/i;

/** True where a source says that the main site goes on, or that one entity of several is meant. */
export const sparesMainSite = (sources: readonly Source[]): boolean =>
  sources.some((source) =>
    sentencesOf(source).some(
      (line) => (SITE.test(line) && SPARED.test(line)) || NOT_THE_WHOLE.test(line) || ONLY_ENTITY.test(line),
    ),
  );

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
