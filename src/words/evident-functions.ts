import type { CuesByLanguage } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import type { Scope, TouchedFunction } from '../domain/report.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { withoutGoingOn } from './going-on.ts';
import { openingOf } from './opening.ts';
import { PEOPLE } from './people.ts';

type Cues = Readonly<Record<string, CuesByLanguage>>;

const GROUPS: Partial<Readonly<Record<TouchedFunction, string>>> = {
  'sign-up': 'fn-signup',
  trading: 'fn-trading',
  deposits: 'fn-deposits',
  withdrawals: 'fn-withdrawals',
};

/** Words without which nobody spoke of an app or a site; a platform may be the firm. */
const SPOKEN_OF: Partial<Readonly<Record<TouchedFunction, RegExp>>> = {
  app: /\bapps?\b|apps?tore|app-|应用|應用|アプリ|앱|어플|приложен|застосун|aplicaci|aplicativo|aplikac|applicazion|application|uygulama|تطبيق|ऐप|एप|ứng dụng|แอป|aplikasi|برنامه/iu,
  site: /\b(?:web|inter|mirror )?sites?\b|\bweb|\burls?\b|\bdomain|\bdomen(?:y|ów|a)?\b|\bdom[ií]nios?\b|\bdomini\b|\bips?\b|网站|網站|网址|網址|域名|サイト|ドメイン|사이트|홈페이지|도메인|сайт|домен|\bsitios?\b|\bsiti\b|\bsito\b|página|\bstron[ay]?\b|\bstron\b|witryn|\bseiten?\b|sitesi|siteleri|موقع|مواقع|نطاق|वेबसाइट|trang (?:web|mạng)|tên miền|เว็บ|โดเมน|\bsitus\b|\blaman\b|সাইট|سایت/iu,
};

/** What a business is called by its trade, or by another one than trading, halts no trading. */
const BUSINESS =
  /交易(?:所|平台|平臺|市场|市場|商|中心)|取引所|取引業|交換業|거래소|거래 ?플랫폼|\btrading (?:platform|venue|app|firm|house|desk|service provider|company)s?\b|\bplataformas? de (?:negocia|trading|compraventa|intercambio)|\bplate-?formes? d['’]échange|\bplate-?formes? de (?:trading|négociation)|\bpiattaform[ae] di (?:trading|scambio)|\bhandelspl[aä]t|\bgiełd|\bplatform[ay] handlow|торгов(?:ая|ой|ую|ые|ых) площад|sàn giao dịch|nền tảng giao dịch|กระดานเทรด|(?:แพลตฟอร์ม|ศูนย์)ซื้อขาย|\bplatform perdagangan|alım[ -]satım platformu|منصات? (?:ال)?تداول|\botc trading\b/giu;
/** Who stops operating stops all of a business, and an order is what somebody obeys. */
const AT_WORK =
  /(?<!\p{L})(?:dej|ces|termin|finaliz|conclu|suspend|abandon|encerr|deix|par)\p{L}{1,6} (?:(?:de|sus|las|la|as|suas|a) ){0,2}oper(?:ar|aciones|ación|ações|ação|ativa)(?!\p{L})|(?<!\p{L})orders? (?:of|from|by|to)(?!\p{L})|(?<!\p{L})(?:on|under|by|court|after) orders?(?!\p{L})/giu;
/** Cues of the trading group that are trades of another sort. */
const OTHER_TRADE =
  /lend|loan|earn|yield|saving|product|stak|ahorro|préstamo|rendimiento|poupança|empréstimo|кредит|стейк|займ|借|理财|理財|预测|대출|예치|貸|kredi/iu;

/** Payments are paid in and out, and for other things: alone they are no deposits. */
const OF_PAYMENTS =
  /^(?:payments?|pagos?|pagamentos?|paiements?|zahlungen|платежи|оплата|支付|결제|決済|ödeme\w{0,4}|مدفوعات|pembayaran|thanh toán|transfers?)\*?$/iu;

/** Who is asked for papers may still sign up. */
const OF_IDENTITY =
  /\bkyc\b|\bid checks\b|identi|verif|実名|实名|實名|身份|身元|本人確認|본인|실명|личност|идентиф|kimlik|doğrula|هوية|xác minh|danh tính|ยืนยันตัวตน|पहचान|احراز/iu;

/** Cues that are known to mean something else, too. */
const OTHERWISE: Partial<Readonly<Record<TouchedFunction, RegExp>>> = {
  trading: OTHER_TRADE,
  'sign-up': OF_IDENTITY,
};

const isTold = (name: TouchedFunction, source: Source, cues: Cues): boolean => {
  const opening = withoutGoingOn(openingOf(source));
  const spoken = SPOKEN_OF[name];
  if (spoken !== undefined) return spoken.test(opening);
  const known = cuesIn(cues[GROUPS[name] ?? ''] ?? {}, source.language);
  const other = OTHERWISE[name] ?? OF_PAYMENTS;
  const meant = known.filter((cue) => !other.test(cue));
  return findFirst(opening.replace(BUSINESS, ' ').replace(AT_WORK, ' '), meant) >= 0;
};

/** Who publishes for an authority, or gives no title, is taken at the word of the reading. */
const isTaken = ({ feedKind, title }: Source): boolean => feedKind === 'official' || title === '';

/** Who registers under rules is mostly the exchange, and no customer who signs up. */
export const isOfCustomers = (sources: readonly Source[]): boolean =>
  sources.some((source) => isTaken(source) || PEOPLE.test(openingOf(source)));

/** The functions that a title or a first sentence speaks of: no words, no scope. */
export const evidentFunctions = (
  functions: readonly TouchedFunction[],
  sources: readonly Source[],
  cues: Cues,
): readonly TouchedFunction[] =>
  functions.filter((name) => sources.some((source) => isTaken(source) || isTold(name, source, cues)));

/** True where a source speaks of the people whom a scope names. */
export const isOfPeople = (
  users: NonNullable<Scope['users']>,
  sources: readonly Source[],
  cues: Cues,
): boolean =>
  users === 'all' ||
  users === 'some' ||
  sources.some((source) => {
    const known = cuesIn(cues[`users-${users}`] ?? {}, source.language);
    return (
      isTaken(source) ||
      openingOf(source)
        .split('\n')
        .some((line) => findFirst(line, known) >= 0 && (users === 'new' || PEOPLE.test(line)))
    );
  });
