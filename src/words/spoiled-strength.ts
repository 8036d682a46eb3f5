import type { Incident, Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { isEarlierMeasure } from './earlier-measure.ts';
import { isOnlyPrepared } from './only-prepared.ts';
import { openingOf } from './opening.ts';
import type { Spoil } from './spoil.ts';

/** What one authority orders or forbids. */
const ORDERS: readonly Kind[] = ['ban', 'access-block', 'social-block', 'bank-cutoff', 'cease-and-desist'];

/** Who may act from now on has neither acted nor proposed it. */
const POWER =
  /\b(?:powers?|authority|the right) to\b|\bempower(?:s|ed|ing)?\b|\bcan now\b|获权|獲權|有权|有權|授权(?=.{0,12}(?:封|禁|屏))|権限|권한|полномочи|повноваж|вправе|прав[оа] (?:на )?блокир|\buprawnieni|\bpoder(?:es)? (?:para|de)\b|\bfacultad(?:es)? (?:para|de)\b|\bpouvoirs? (?:de|pour)\b|\bhabilit|\bbefugnis|\bermächtig|\bpoter[ei] di\b|yetki(?:si)? (?:verildi|veren|aldı|kazan)|صلاحي|อำนาจ|trao quyền|thẩm quyền|\b(?:wewenang|kewenangan)\b|\bbevoegdheid/iu;

/** True where a source tells of a power to act, and of no act. */
export const tellsOfPower = (
  source: Pick<Source, 'title' | 'text'>,
  { measures: [{ kind, stage }] }: Pick<Incident, 'measures'>,
): boolean => ORDERS.includes(kind) && stage !== 'eased' && POWER.test(openingOf(source));

/** A title that looks into something, or back at it, has no measure of today. */
const LOOKS_INTO =
  /\banaly[sz](?:is|es|ed)\b|\brecalls?\b|\blook(?:s|ing)? back\b|\ban[aá]lis[ei]s?\b|(?<!\p{L})analyse(?:s|n|nt)?(?!\p{L})|\banaliz|анализ|аналіз|分析|回顾|回顧|解説|振り返|분석|돌아보|วิเคราะห์|phân tích|تحليل|विश्लेषण/iu;

const looksInto: Spoil = ({ title }, { measures: [{ kind }] }) =>
  (ORDERS.includes(kind) || kind === 'warning') && LOOKS_INTO.test(title);

/** What is forbidden of one line of business leaves the others alone. */
const PRODUCT =
  /\bderi[vw]a|деривати|衍生|デリバティブ|파생|türev|مشتقات|phái sinh|อนุพันธ์|\bfutur[eo]s?\b|фьючерс|期货|期貨|先物|선물거래|\bmargin\b|杠杆|槓桿|レバレッジ|레버리지|kaldıraç|\bapalanca|\balavanca|\bstaking\b|стейкинг|质押|質押|스테이킹|ステーキング/iu;

/** True where a title tells of one line of business. */
export const tellsOfProduct = (title: string): boolean => PRODUCT.test(title);

const isOfProduct: Spoil = ({ title }, { measures: [{ kind }] }) =>
  (kind === 'ban' || kind === 'cease-and-desist' || kind === 'market-exit') && tellsOfProduct(title);

/** "No results for Binance on Baidu": whoever knows the address gets there as before. */
const SEARCH =
  /\bsearch(?:es|ing)?\b|搜索|搜尋|検索|검색|поиск|\bbúsqueda|\bbuscas?\b|\brecherches\b|\baramalar|tìm kiếm|ค้นหา|البحث|pencarian|wyszukiwa|\bsuch(?:e|anfragen|ergebnis)/iu;

/** True where a title tells of search results, which are another thing than access. */
export const tellsOfSearch = (title: string): boolean => SEARCH.test(title);

const hidesResults: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'access-block' && tellsOfSearch(title);

/** Words of a source that make less of a measure than the cue of its kind does. */
export const WEAKENED: readonly Spoil[] = [
  isOnlyPrepared,
  isEarlierMeasure,
  tellsOfPower,
  looksInto,
  isOfProduct,
  hidesResults,
];
