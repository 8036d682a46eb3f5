import { anyMatches } from './any-matches.ts';
import { unescapeMarks } from './unescape.ts';

/** Lines that publishers put around their text, by what they say; a whole line goes. */
const FURNITURE: readonly RegExp[] = [
  /^(?:read|see|learn) (?:more|also|next|the full)\b/i,
  /^(?:related|recommended|also read|you may also like|show comments|last modified|updated?:|published:|advertisement|disclaimer|source:|image|photo|featured)/i,
  /^(?:share|follow|subscribe|sign up|join|like|tweet|click|download)\b.{0,90}$/i,
  /^by\s+\p{Lu}[\p{L}.'-]+(?:\s+\p{Lu}[\p{L}.'-]+){0,4}(?:\s*[|,].*)?$/u,
  /^(?:阅读更多|閱讀更多|延伸阅读|延伸閱讀|原文|来源|來源|作者|编辑|編輯|记者|記者|分享|关注|關注|相关阅读|相關閱讀|责任编辑|免责声明)/,
  /^(?:続きを読む|関連記事|もっと読む|著者|出典|シェア|あわせて読みたい)/,
  /^(?:더 보기|더보기|관련\s?기사|기자|출처|공유|자세히 보기)|(?:무단전재|재배포 금지)/,
  /^(?:leer más|lee también|te puede interesar|relacionado|comparte|compartir|suscríbete|síguenos|fuente:|por:)/i,
  /^(?:leia mais|leia também|saiba mais|veja também|compartilhe|compartilhar|inscreva-se|siga|fonte:|por:)/i,
  /^(?:читайте также|читать далее|подробнее|подписывайтесь|поделиться|источник:|автор:|фото:)/i,
  /^(?:اقرأ (?:المزيد|أيضًا|أيضا|كذلك)|مواضيع ذات صلة|شارك|تابعنا|اشترك|المصدر:|الكاتب:|بقلم|صورة)/,
  /^(?:devamını oku|ayrıca oku|ilgili haber|paylaş|abone ol|takip edin|kaynak:|yazar:)/i,
];

/** What feeds put after their cut: "Read more". */
const READ_MORE =
  /(?:Read more|Continue reading|Read the full (?:story|article)|阅读更多|閱讀更多|続きを読む|더 보기|Leer más|Leia mais|Читать далее|Devamını oku|اقرأ المزيد)[\s.…»→>]*$/i;
const LONGEST_TITLE = 310;
const LONGEST_BLOG = 120;

/** WordPress signs its feeds: "The post … appeared first on …." */
const withoutSignature = (text: string): string => {
  const signed = Math.max(text.lastIndexOf(' appeared first on '), text.lastIndexOf(' first appeared on '));
  const start = signed === -1 ? -1 : text.lastIndexOf('The post ', signed);
  const isLast = start !== -1 && signed - start <= LONGEST_TITLE && text.length - signed <= LONGEST_BLOG;
  return isLast ? text.slice(0, start).trimEnd() : text;
};

/** "LONDON, March 3 (Reuters) - ", "WASHINGTON — ", "【本报讯】", "(서울=연합뉴스) 홍길동 기자 = ". */
const DATELINES: readonly RegExp[] = [
  /^[\p{Lu}][\p{Lu} .,/'’-]{2,40}(?:,\s[^()\n—–]{1,25})?\s*(?:\([^()\n]{2,30}\)\s*)?(?:[-—–:]{1,2})\s+/u,
  /^\([^()\n]{2,30}\)\s*(?:[-—–]{1,2})\s*/,
  /^[【[][^】\]\n]{1,25}[】\]]\s*/,
  /^\([^()\n]{1,20}=[^()\n]{1,20}\)\s*(?:[^=\n]{1,20}=\s*)?/,
  /^[^\s，。]{2,12}\s*\d{1,2}月\d{1,2}日[电電讯訊](?:\s*[（(][^）)]{1,30}[）)])?\s*/,
];

const withoutDateline = (line: string): string =>
  DATELINES.reduce((text, pattern) => text.replace(pattern, ''), line);

const withoutTails = (text: string): string => withoutSignature(text).replace(READ_MORE, '').trimEnd();

const oneSpace = (line: string): string =>
  line
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The paragraphs of an article that its publisher wrote about the matter: no bylines, datelines or share lines. */
export const cleanText = (text: string): readonly string[] =>
  // Spaces first: the patterns below are only safe where spaces do not pile up.
  withoutTails(unescapeMarks(text).split(/\n+/).map(oneSpace).join('\n'))
    .split('\n')
    .filter((line) => !anyMatches(FURNITURE, line))
    .map((line) => withoutDateline(line).trim())
    .filter((line) => line !== '');
