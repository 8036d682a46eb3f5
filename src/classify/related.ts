import { byStart, standsBefore } from '../domain/beside.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Document } from './document.ts';
import { idsOf, isJoinedByWord } from './exchange-mentions.ts';
import type { ExchangeMention } from './find-mentions.ts';

/** So far before a name stands what makes its bearer somebody else's owner, backer or rival. */
const REACH = 80;

/** Before the name, in folded letters, a text beginning with a line of its own: "WazirX, taken over from Binance". */
const BEFORE: readonly RegExp[] = [
  /(?:[\n.,;:(-] ?|\b(?:exchange|platform|broker|firm|company|startup|bourse) (?:that |which )?(?:is |was |has been |had been )?)(?:(?:formerly|previously|once|now|recently|partly|majority|reportedly|closely) ){0,2}(?:(?:owned|acquired|bought|purchased|taken over|backed|funded|controlled|rescued|absorbed|spun (?:off|out)|split off)(?: in 20\d\d| last year| this year)? (?:by|from)|(?:linked|tied) to|(?:affiliated|associated|merged) with) (?:the )?(?:crypto )?(?:giant |exchange |rival )?$/,
  /\b(?:rival|competitor|successor|challenger) (?:of|to) (?:the )?(?:sanctioned |defunct |bankrupt |crypto ){0,2}(?:giant |exchange )?$|\bsued by (?:its )?(?:rival )?$|\bwhose (?:\w{1,12} ){0,2}(?:rival|parent|owner|competitor|backer|investor|partner) $/,
  /(?<!\p{L})(?:konkurrent(?:in)?|rivalin|rivale|nachfolger(?:in)?) (?:von |der (?:krypto)?börse )$/u,
  /(?<!\p{L})(?:concurrente?|rivale?|successeur) (?:de |d'|du géant )$|(?:[\n.,;:(-] ?|(?:plateforme|bourse|société|entreprise) )(?:récemment |autrefois |jadis )?(?:rachetée?|détenue?|acquise?|reprise?|soutenue?|financée?|contrôlée?|poursuivie?) (?:(?:en|depuis) \d{4} )?par $/u,
  /(?<!\p{L})(?:concurrent|rivaal|opvolger) van $|(?:[\n.,;:(-] ?|(?:beurs|platform|bedrijf) )(?:(?:ooit|eerder|onlangs) )?(?:(?:overgenomen|gekocht|gesteund|gefinancierd|aangeklaagd) door|in handen van|eigendom van) $/u,
  /(?<!\p{L})(?:rivale|concorrente|erede) (?:di |della |dell')$|(?:[\n.,;:(-] ?|(?:piattaforma|borsa|exchange|società) )(?:già |un tempo |ex )?(?:(?:acquisit|acquistat|comprat|rilevat|controllat|sostenut|finanziat|citat)[oa](?: nel \d{4})? (?:da|dalla)|di proprietà di) $/u,
  /(?<!\p{L})(?:konkurent|konkurentka|rywal|rywalka|następc[ay]|następczyni) (?:giełdy )?$|(?<!\p{L})(?:przejęt|kupion|wspieran|pozwan|kontrolowan|finansowan)(?:a|ą|ej|y) (?:w \d{4} r\. )?przez (?:giełdę )?$|(?<!\p{L})należąc(?:a|ą|ej) (?:niegdyś |wcześniej |dawniej |kiedyś )?do (?:giełdy )?$/u,
  /(?<!\p{L})(?:rival|competidora?|sucesora?) (?:de|del gigante|del exchange) $|(?:[\n.,;:(-] ?|(?:plataforma|empresa|firma|exchange) )(?:(?:antes|recién|recientemente) )?(?:(?:adquirid|comprad|respaldad|controlad|financiad|demandad|absorbid)[oa](?: en \d{4})? por|propiedad de) $/u,
  /(?<!\p{L})(?:rival|concorrente|sucessora) d[aeo] $|(?:[\n.,;:(-] ?|(?:plataforma|empresa|corretora|exchange) )(?:(?:antes|recentemente) )?(?:adquirid|comprad|apoiad|controlad|financiad|processad)[oa](?: em \d{4})? pel[ao] $/u,
  /(?<!\p{L})(?:конкурент|соперник|преемни[кц]|наследни[кц])\p{L}{0,2} (?:крипто)?(?:биржи )?$|(?:, |бирж\p{L}{1,2} |платформ\p{L}{1,2} )(?:ранее |некогда |прежде )?(?:(?:принадлежащ|принадлежавш|купленн|приобретенн|поддерживаем)(?:ая|ую|ой|ей) (?:ранее )?|связанн(?:ая|ую|ой) с )(?:бирж\p{L}{1,2} )?$/u,
  /[\n,] ?(?:đối thủ(?: cạnh tranh)? của|thuộc sở hữu của|pesaing|rival dari|dimiliki(?: oleh)?) $|(?:منافسه|منافس|المنافسه ل|المدعومه من|المملوکه ل) ?(?:منصه )?$/u,
];

/** The whole between another exchange and the name: "Tokocrypto, a subsidiary of Binance". */
const BETWEEN_OTHER_AND: readonly RegExp[] = [
  /^,? \(?(?:(?:an?|the|its|now|once|formerly|long|then) ){0,2}(?:(?:former|local|australian|indian|indonesian|thai|korean|japanese|european|regional|wholly[ -]owned|sister|parent) ){0,2}(?:subsidiary|unit|arm|affiliate|brand|spin-?off|company|part|parent|owner|creditor|partner|investor|backer) (?:of|in|to) (?:the )?$/,
  /^, (?:eine? |die |das )?(?:ehemalige )?(?:tochter(?:firma|gesellschaft|unternehmen)?|mutter(?:konzern)?|eigner(?:in)?|gläubiger(?:in)?|partner(?:in)?|teil) (?:von |der )$/u,
  /^, (?:une? |la |l')?(?:ancienne |ex-)?(?:filiale|propriété|maison mère|créancière?|partenaire) (?:\p{L}{1,15} )?(?:de |d')$|^, (?:een |de |het )?(?:voormalige? )?(?:dochter(?:bedrijf|onderneming)?|moederbedrijf|eigenaar|schuldeiser|partner|onderdeel) van $/u,
  /^, (?:una |la |già |ex )?(?:filiale|controllata|società madre|creditrice|partner) (?:\p{L}{1,15} )?(?:di |della )$|^, (?:dawna )?(?:spółk\p{L}{1,2} (?:zależn\p{L}{1,2}|córk\p{L})|część|partner|wierzyciel)(?: grupy)? $/u,
  /^, (?:una |la )?(?:filial|matriz|acreedora|socia) (?:\p{L}{1,15} )?de $|^, (?:uma |a )?(?:subsidiária|filial|controladora|credora|parceira) (?:\p{L}{1,15} )?d[aeo] $|^, (?:бывш\p{L}{2} )?(?:дочерн\p{L}{2} (?:компани\p{L}|структур\p{L})|дочк\p{L}|подразделени\p{L}) $/u,
  /^, (?:anak (?:usaha|perusahaan)|bagian dari|công ty con của) $/u,
];

/** The whole between the name and another exchange: "Coinbase-backed exchange CoinDCX", "Binance-Tochter Tokocrypto". */
const BETWEEN_AND_OTHER: readonly RegExp[] = [
  /^(?:'s)?[ -](?:(?:arch|former|main|biggest|smaller|local) ?-?)?(?:backed|owned|funded|linked|affiliated|controlled|supported|rivals?|competitors?|successor|subsidiary|spin-?off)(?: (?:crypto )?(?:exchange|platform|bourse))? $/,
  /^-?(?:tochter|konkurrent(?:in)?|rivalin|rivale|nachfolger(?:in)?|ableger) $|^ (?:übernommene|gekaufte|erworbene|gestützte|finanzierte|unterstützte|verklagte|kontrollierte|gehörende)[nrs]? (?:krypto-?)?(?:börse |plattform |handelsplatz )?$/u,
  /^-(?:dochter|concurrent|rivaal|opvolger) $|^ (?:overgenomen|gekochte|gesteunde|aangeklaagde) (?:crypto)?(?:beurs |platform )?$/u,
  /^(?:'?\p{L}{1,5})? (?:rakibi|iştiraki|halefi|satın aldığı|sahip olduğu|desteklediği|destekli|bağlı)(?: kripto(?: para)?)?(?: borsası)? $/u,
  /^ ?(?:已|曾|所)?(?:收购|收購|控股|投资|投資|支持|持有|旗下|起诉|起訴|(?:的)?(?:竞争|競爭)?(?:对手|對手))的?(?:加密(?:货币|貨幣)?)?(?:交易所|平台|平臺)?,? ?$/,
  /^(?:が|に)?(?:買収した|出資する|出資した|保有する|傘下の|の?ライバル(?:の|である)?|の?競合(?:の|である)?)(?:暗号資産)?(?:取引所)?,?(?:の)?$/,
  /^(?:가|이|의)? ?(?:인수한|투자한|소유한|경쟁사(?:인)?|라이벌(?:인)?|계열(?:사)?(?:인)?|산하(?:의)?) ?(?:(?:가상자산 |암호화폐 )?거래소 )?$/,
];

/** Two names that a few words join stand no farther apart. */
const NEAR = 60;

const isBetween = (
  patterns: readonly RegExp[],
  text: string,
  before: ExchangeMention,
  after: ExchangeMention,
): boolean => {
  if (before.end > after.start || after.start - before.end > NEAR) return false;
  const gap = text.slice(before.end, after.start);
  return before.exchange.id !== after.exchange.id && patterns.some((pattern) => pattern.test(gap));
};

/** Whether a mention, by its place among all, only tells who another exchange is. */
const createIsRelated = (
  text: string,
  mentions: readonly ExchangeMention[],
): ((index: number) => boolean) => {
  // A line of its own tells the beginning of the text from where the window before a name begins.
  const lines = `\n${text}`;
  const known = new Map<number, boolean>();
  const isSo = (index: number): boolean => {
    const [before, mention, after] = [mentions[index - 1], mentions[index], mentions[index + 1]];
    if (mention === undefined) return false;
    return (
      standsBefore(BEFORE, lines, { start: mention.start + 1, end: mention.end + 1 }, REACH) ||
      (after !== undefined && isBetween(BETWEEN_AND_OTHER, text, mention, after)) ||
      (before !== undefined && isBetween(BETWEEN_OTHER_AND, text, before, mention)) ||
      // "A rival of Binance and OKX" is one of both.
      (before !== undefined && isJoinedByWord(text.slice(before.end, mention.start)) && isRelated(index - 1))
    );
  };
  const isRelated = (index: number): boolean => {
    const answer = known.get(index) ?? isSo(index);
    known.set(index, answer);
    return answer;
  };
  return isRelated;
};

/**
 * Exchanges that are named only to tell who another one is: its owner, its backer, its rival, whoever sues it. The title
 * decides where it names them.
 */
export const related = (
  { normal: { text } }: Document,
  mentions: readonly ExchangeMention[],
): ReadonlySet<string> => {
  const inOrder = mentions.toSorted(byStart);
  const isRelated = createIsRelated(text, inOrder);
  const titled = idsOf(inOrder.filter(({ inTitle }) => inTitle));
  const deciding = [...inOrder.entries()].filter(
    ([, { exchange, inTitle }]) => inTitle || !titled.has(exchange.id),
  );
  const places = groupBy(deciding, ([, { exchange }]) => exchange.id);
  // The first mention that means the exchange itself settles it: the others are not looked at.
  return new Set([...places].filter(([, own]) => own.every(([index]) => isRelated(index))).map(([id]) => id));
};
