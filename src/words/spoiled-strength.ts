import type { Incident, Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { ordersOthers, toldAsDone } from './asked.ts';
import { cuesIn } from './cues-in.ts';
import { isEarlierMeasure } from './earlier-measure.ts';
import { findFirst } from './find-name.ts';
import { isOnlyPrepared } from './only-prepared.ts';
import { openingOf } from './opening.ts';
import { isSubjectOf } from './own-act.ts';
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

/** Of what else may be forbidden by itself: to offer securities, to lend. */
const SECURITIES =
  /\bsecurities\b|valores mobili[aá]rios|valeurs mobilières|wertpapier|ценн\p{L}{2,3} бумаг|цінн\p{L}{1,3} папер|证券型|證券型|有価証券|증권형|menkul kıymet|أوراق مالية|chứng khoán|หลักทรัพย์|\blending\b|\bloans?\b|empréstim|préstam|借贷|借貸|貸付|대출|кредитован|kredi|pinjaman/iu;

const NEW_CUSTOMERS =
  /\bnew (?:customers|clients|users)\b|captación de clientes|nuevos (?:clientes|usuarios)|novos (?:clientes|usuários)|nouveaux clients|neukunden|nuovi clienti|nieuwe klanten|nowych klientów|нов\p{L}{2,3} (?:клиент|пользовател)|нов\p{L}{1,3} клієнт|yeni müşteri|신규 ?(?:고객|회원|가입)|新規(?:顧客|口座|の顧客)|新(?:客户|客戶|用户|用戶)|عملاء جدد/iu;

/** "A partial suspension": so much is said, and no more. */
const PARTIAL: readonly RegExp[] = [
  /\bpartial(?:ly)? (?:\p{L}{1,12} )?(?:suspen|ban\b|halt|stop|restrict)|\bpart of (?:its|their) (?:business|operations|activities|services)/iu,
  /\b(?:suspend(?:s|ed)?|suspension|ban|halt) .{0,40}\b(?:in part|partially)\b/i,
  /일부 ?(?:영업 ?)?정지|영업 ?일부|업무 ?일부|一部(?:業務|の業務|停止)|業務の?一部|部分(?:业务|業務)/,
  /suspensi[óo]n parcial|suspensão parcial|suspension partielle|sospensione parziale/i,
  /parcialmente|partiellement|parzialmente|teilweise|частичн|частково|kısm[ie]|sebagian (?:kegiatan|usaha|layanan)|một phần/i,
  /(?:إيقاف|تعليق|وقف) جزئي|جزئيا/,
];

/** True where a text in lower case tells of some business of an exchange, beside the rest of it. */
export const tellsOfPart = (text: string): boolean =>
  anyMatches([PRODUCT, SECURITIES, NEW_CUSTOMERS, ...PARTIAL], text);

/** A programme for lenders or savers beside the exchange. */
const PROGRAMME =
  /(?<!\p{L})["'“«「]?earn["'”»」]?(?!\p{L})|إيرن|ايرن|理财|理財|レンディング|렌딩|고파이|예치 ?(?:상품|서비스)|накопительн|сберегательн|\bproductos? de (?:ahorro|rendimiento)|\bprodutos? de (?:poupança|rendimento)|produits? d['’]épargne|sparprodukt|tasarruf ürün|\b(?:savings|lending|yield) (?:programme|program|product|service)s?\b/iu;

const isOfProduct: Spoil = ({ title }, { measures: [{ kind, stage }] }) =>
  ((kind === 'service-halt' || kind === 'market-exit') && PROGRAMME.test(title)) ||
  ((kind === 'ban' || kind === 'cease-and-desist') && stage !== 'eased' && anyMatches(PARTIAL, title)) ||
  ((kind === 'ban' || kind === 'cease-and-desist' || kind === 'market-exit') && tellsOfProduct(title));

/** Who settles is not gone against any more. */
const SETTLES =
  /\bsettl(?:es?|ed|ing|ements?)\b|урегулир|мировое соглаш|和解|합의|acuerdo (?:con|extrajudicial)|acordo com|vergleich|uzlaş|تسوية|schikking/iu;

/** True where a text in lower case tells of a settlement. */
export const tellsOfSettlement = (text: string): boolean => SETTLES.test(text);

const isSettled: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'enforcement' && tellsOfSettlement(title);

/** "The Binance cordon" in quotation marks is a figure of speech where the title goes on to tell what is really done. */
const QUOTED = /[「『“"][^」』”"]{1,20}[」』”"]/gu;
const LOOKS =
  /调查|調查|彻查|徹查|捜査|수사|조사|расслед|\binvestiga|\bprob(?:e|ing)|ermittel|soruştur|تحقيق/iu;

const isFigure: Spoil = ({ title, language }, { measures: [{ kind }] }, { taxonomy }) => {
  const cues = cuesIn(taxonomy.cues[kind] ?? {}, language);
  const plain = title.toLowerCase().replace(QUOTED, ' ');
  return plain !== title.toLowerCase() && LOOKS.test(plain) && findFirst(plain, cues) < 0;
};

/** "On the agenda": of what nobody has proposed yet, it is only said that it may come. */
const ON_AGENDA =
  /\bon(?:to)? the (?:agenda|table)\b|gündem|(?:列入|提上)(?:议程|議程|日程)|議題に|повестк|порядк\p{L} денн|\ben la agenda\b|\bna agenda\b|\ball['’]ordine del giorno\b|\bauf der agenda\b|\bop de agenda\b|जेंडा|جدول الأعمال|دستور کار/iu;

export const isOnAgenda: Spoil = (source, { authority, measures: [{ kind, stage }] }) =>
  ORDERS.includes(kind) &&
  stage !== 'eased' &&
  authority === undefined &&
  !toldAsDone(source.title) &&
  ON_AGENDA.test(openingOf(source));

/** What is to be eased is not eased yet: "hopes to resume withdrawals by the end of the year". */
const HOPES: readonly RegExp[] = [
  /\b(?:hop(?:es?|ing)|plans?|aims?|expects?|seeks?|intends?|strives?) to (?:resume|reopen|restore|lift|relaunch|restart)/i,
  /(?:力争|力爭|争取|爭取|有望|计划|計劃|预计|預計|希望|目标|目標).{0,16}(?:恢复|恢復|重启|重啟|重开|解除|开放|開放)/,
  /再開(?:へ|を目指|を予定|予定|の方針|する方針|を検討)/,
  /재개(?:를|할)? ?(?:예정|계획|목표|추진|검토|방침)/,
  /(?:espera|planea|busca|prevé|pretende|planeja|prevê)n? (?:reanudar|restablecer|reabrir|retomar|restabelecer)/i,
  /(?:планиру|рассчитыва|надее|намерен)\p{L}{0,5} (?:возобнов|восстанов|снять|разблок)/iu,
  /(?:espère|prévoit|compte|envisage) (?:de )?(?:reprendre|rétablir|rouvrir)/i,
  /(?:will|plant|hofft) (?:\S{1,20} ){1,6}(?:wieder aufnehmen|wiederaufnehmen|wieder öffnen|wieder aufzunehmen)/i,
  /(?:yeniden|tekrar) .{0,20}(?:planlıyor|hedefliyor|umuyor)/i,
  /(?:[يت]أمل|[يت]عتزم|[يت]خطط) .{0,12}(?:استئناف|استعادة|رفع)/,
];

/** What somebody will lift is in force until then. */
const WILL_LIFT: readonly RegExp[] = [
  /\b(?:will|to|set to|about to) (?:lift|end|ease|relax|loosen|unban|revoke)\b/i,
  /(?:将|將|拟|擬|即将|即將)(?:结束|結束|解除|取消|放宽|放寬|撤销|撤銷)/,
  /(?:解除|緩和|撤廃)(?:へ|する方針|を予定)/,
  /(?:해제|완화|폐지)(?:할|하기로| 예정| 방침)/,
  /(?<!\p{L})(?:levantará|flexibilizará|eliminará|suspenderá|relaxará)n?(?!\p{L})/iu,
  /(?<!\p{L})(?:lèvera|assouplira|revocherà|toglierà|allenterà|zniesie|złagodzi|kaldıracak|gevşetecek)(?!\p{L})/iu,
  /(?<!\p{L})(?:снимет|снимут|отменит|отменят|смягчит|смягчат|скасує|скасують|зніме|пом['’]якшить)(?!\p{L})/iu,
  /(?<!\p{L})(?:wird|werden|zal|zullen) (?:\S{1,20} ){1,8}(?:aufheben|lockern|opheffen|versoepelen)/iu,
  /(?:سيرفع|سترفع|سيلغي|ستلغي)|لغو خواهد|(?:हटाएगा|हटाएगी|हटाएंगे)/,
  /(?:akan mencabut|akan melonggarkan|sẽ (?:dỡ bỏ|gỡ bỏ|bãi bỏ|nới lỏng)|จะ(?:ยกเลิก|ผ่อนคลาย|ผ่อนปรน))/iu,
];

/** True where a title tells of an easing as hoped or planned. */
export const isOnlyHoped: Spoil = (source, { measures: [{ kind, stage }] }) => {
  const { title } = source;
  // "Court tells bank to lift ban": so it is lifted.
  const willLift = anyMatches(WILL_LIFT, title) && !ordersOthers(source);
  return stage === 'eased' && (anyMatches(HOPES, title) || (ORDERS.includes(kind) && willLift));
};

/** "Binance brings back deposits by card": who had cut it off need not have done anything. */
const isBroughtBack: Spoil = (source, incident, catalogue) =>
  incident.measures[0].kind === 'bank-cutoff' &&
  incident.measures[0].stage === 'eased' &&
  isSubjectOf(source, incident.exchanges, catalogue);

/** Put on a register of forbidden sites: it is to be blocked, by whom and when nobody says. */
const LISTS: readonly RegExp[] = [
  /\bblack-?list(?:s|ed|ing)?\b|\bregist(?:ry|er) of\b|\badds? .{1,40} to (?:its |the |a )?(?:list|registry|register)\b/i,
  /黑名单|黑名單|ブラックリスト|블랙리스트|(?:в|до) (?:чёрный список|черный список|реестр|реєстр|чорний список)/i,
  /\b(?:lista negra|liste noire|lista nera|kara liste\p{L}{0,3}|schwarze liste|czarn\p{L}{1,3} list\p{L}{1,2}|zwarte lijst|daftar hitam)/iu,
  /\b(?:nel registro|en el registro|no registro|au registre) d/i,
  /القائمة السوداء|danh sách đen|บัญชีดำ|काली सूची|لیست سیاه/,
];
/** Beside a word for the block itself, the list is only how it is done. */
const BLOCKS =
  /\b(?:block|bloque|bloc|blokk|blokir|blokad|sperr|engell|oscura)|блок|封|屏蔽|차단|遮断|حجب|حظر|chặn|ปิดกั้น|บล็อก|अवरुद्ध|فیلتر/iu;

const isOnlyListed: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'access-block' && anyMatches(LISTS, title) && !BLOCKS.test(title);

/** Who blocks an account on a network leaves the site open. */
const SOCIAL_ACCOUNTS: readonly RegExp[] = [
  /\b(?:social media|instagram|twitter|facebook|youtube|telegram|tiktok|wechat|weibo)\b|\bmedsos\b|media sosial|\bakun\b/i,
  /redes sociales|redes sociais|réseaux sociaux|soziale[nr]? (?:medien|netzwerke)|соцсет|социальн\p{L}{2,3} сет|sosyal medya/iu,
  /微信|微博|公众号|公眾號|社交媒体|社交媒體|소셜 ?미디어|SNS|公式アカウント|mạng xã hội|โซเชียล|وسائل التواصل/i,
];

const blocksAccounts: Spoil = ({ title }, { measures: [{ kind }] }) =>
  (kind === 'access-block' || kind === 'ban') && anyMatches(SOCIAL_ACCOUNTS, title);

/** Who gives up trade in one money goes on with coins. */
const ONE_MONEY = /원화 ?(?:마켓|거래|입금|입출금)/;
const LEAVES = /폐업|철수|영업 ?(?:종료|중단)|서비스 ?종료|문 ?닫/;

const endsOneMoney: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'market-exit' && ONE_MONEY.test(title) && !LEAVES.test(title.replace(/폐업\?/g, ''));

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
  isSettled,
  isFigure,
  isOnlyHoped,
  isOnlyListed,
  blocksAccounts,
  endsOneMoney,
  isOnAgenda,
  isBroughtBack,
];
