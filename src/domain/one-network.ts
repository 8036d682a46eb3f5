import { baseLanguage } from './base-language.ts';
import { standsBefore, standsBehind } from './beside.ts';

/** Coins and networks beside which the rest of an exchange goes on. Not Bitcoin and what it mostly deals in, nor coins that rules are for. */
const COINS =
  /(?<![a-z])(?:polygon|matic|solana|sol|tron|trx|trc-?20|erc-?20|bep-?20?|bsc|bnb (?:smart )?chain|arbitrum|optimism|avalanche|avax|fantom|cardano|ada|polkadot|cosmos|atom|aptos|apt|sui|algorand|tezos|eos|stellar|xlm|ripple|xrp|litecoin|ltc|doge(?:coin)?|iota|nem|xem|terra|luna|hedera|hbar|filecoin|shib|toncoin|ton|bch|bsv|bitcoin (?:cash|sv))(?![a-z])|폴리곤|솔라나|트론|리플|도지|에이다|이더리움 계열|ポリゴン|ソラナ|トロン|リップル|波场|波場|瑞波/g;
const REACH = 40;

/** Behind the coin: what of it is halted. */
const BEHIND: readonly RegExp[] = [
  /^(?: network| chain| token| stablecoin)?[ -](?:(?:usdt|usdc)(?: and (?:usdt|usdc))? )?(?:deposits?(?: and |, |\/))?(?:withdrawals?|deposits?|transfers?)(?!\p{L})/u,
  /^-?(?:netzwerk-?|network-)?(?:auszahlungen|einzahlungen|transfers)(?!\p{L})/u,
  /^ (?:ağında|ağındaki|çekim|para çekme|yatırma)/,
  /^(?:上|链|鏈|网络|網路|網絡|链上|鏈上)?的?(?:充提|充值|充币|充幣|提[现現款币幣領领])/,
  /^(?:ネットワーク|チェーン)?の?(?:入出[金庫]|[入出]金|送金)/,
  /^ ?(?:네트워크|체인|계열|기반)? ?(?:토큰 )?(?:입출금|[입출]금)/,
  /^ (?:नेटवर्क |की |का )?(?:पर )?(?:निकासी|जमा)/,
];
/** Before the coin: the same in the other order. */
const BEFORE: readonly RegExp[] = [
  /(?<!\p{L})(?:withdrawals?|deposits?|transfers?) (?:of |on |for |via |over |from |in )(?:the )?$/u,
  /(?:auszahlungen|einzahlungen|transfers) (?:im |in |von |über )(?:das )?$/,
  /(?<!\p{L})(?:retiros|depósitos|saques|prelievi|depositi|retraits|dépôts) (?:de |en |em |di |in |su |sur |via )$/u,
  /(?:opnames|stortingen) (?:via |op |van |in )(?:het )?$/,
  /(?:wypłaty|wpłaty) (?:w |na |przez )?$/,
  /(?:вывод|ввод|виведення|введення) (?:средств |коштів )?(?:в |у )?$/,
  /(?:penarikan|deposit|rút|nạp|rút tiền|nạp tiền|ถอน|ฝาก|برداشت|واریز) ?$/,
];

/** What is halted of one network, by the word for it. */
const OF_NETWORK: Readonly<Record<string, RegExp>> = {
  en: /(?:withdrawals?|deposits?|transfers?) on (?:the )?\p{L}{2,16} (?:network|blockchain|chain)(?!\p{L})/u,
  de: /(?:auszahlungen|einzahlungen).{1,20}netzwerk/,
  es: /(?:retiros|depósitos) (?:de|en|por) la red /,
  pt: /(?:saques|depósitos) (?:n|pel)a rede /,
  fr: /(?:retraits|dépôts) (?:sur|via) le réseau /,
  it: /(?:prelievi|depositi) (?:sull|dell)a rete /,
  nl: /(?:opnames|stortingen).{1,20}netwerk/,
  pl: /(?:wypłaty|wpłaty) (?:w|z) sieci /,
  ru: /(?:вывод|ввод).{1,20}в сети (?!интернет)/,
  uk: /(?:виведен|введен).{1,20}[ву] мережі (?!інтернет)/,
  tr: /\p{L}{2,16} ağında(?:ki)? (?:para )?(?:çekim|çekme|yatırma|transfer)/u,
  id: /(?:penarikan|deposit).{1,12}jaringan /,
  vi: /(?:rút|nạp) (?:tiền )?(?:trên |qua )?mạng /,
  th: /(?:ถอน|ฝาก).{0,8}เครือข่าย/,
  ko: /네트워크 ?(?:입출금|[입출]금)/,
  ja: /ネットワークの?(?:入出[金庫]|[入出]金|送金)/,
  zh: /(?:网络|網路|網絡)的?(?:充提|充值|充币|充幣|提[现現款币幣領领])/,
  ar: /(?:السحب|الايداع|الإيداع).{0,10}شبك/,
  fa: /(?:برداشت|واریز).{0,8}شبکه/,
  hi: /नेटवर्क (?:पर|की) .{0,6}(?:निकासी|जमा)/,
};

const ALL =
  /(?<!\p{L})(?:all|every|any|todos|todas|tous|toutes|alle|tutti|tutte|все|всех|всі|усі|tüm|bütün|semua|tất cả|toàn bộ|wszystkie|جميع|كل|کل|همه|تمام|सभी)(?!\p{L})|全|所有|すべて|전체|모든|ทั้งหมด|ทุก/u;
/** The coin that exchanges mostly deal in: who halts it halts most. */
const BITCOIN =
  /(?<![a-z])(?:btc|bitcoin(?! (?:cash|sv)))(?![a-z])|比特[币幣](?!现金|現金)|ビットコイン|비트코인|биткоин|биткойн/;

/** True of a text that speaks of all of something: a halt of one coin may be a part of what it tells. */
export const speaksOfAll = (text: string): boolean => ALL.test(text.toLowerCase());

/** True of a title that tells of the deposits, withdrawals or transfers of one coin or network, and of no others. */
export const isOfOneNetwork = (title: string, language: string): boolean => {
  const line = title.normalize('NFKC').toLowerCase();
  if (ALL.test(line) || BITCOIN.test(line)) return false;
  if (OF_NETWORK[baseLanguage(language)]?.test(line) === true) return true;
  return [...line.matchAll(COINS)].some(({ index, 0: coin }) => {
    const stand = { start: index, end: index + coin.length };
    return standsBehind(BEHIND, line, stand, REACH) || standsBefore(BEFORE, line, stand, REACH);
  });
};
