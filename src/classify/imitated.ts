import { byStart, standsBefore, standsBehind } from '../domain/beside.ts';
import type { Document } from './document.ts';
import { idsOf, withJoined } from './exchange-mentions.ts';
import type { ExchangeMention } from './find-mentions.ts';

/** So far from a name stands what makes it the name that others misuse. */
const REACH = 40;

/** Before the name, in folded letters: "sites imitating Binance", "a fake Kraken app", "冒充OKX". */
const BEFORE: readonly RegExp[] = [
  /\b(?:imitat(?:ing|es?|ed)|impersonat(?:ing|es?|ed)|mimic(?:s|king|ked)|posing as|pos(?:es?|ed) as|pretend(?:s|ing|ed)? to be|pass(?:es|ing|ed)? (?:itself|themselves) off as|(?:clones?|copies|look-?alikes|imitations) of|fake|counterfeit|bogus)(?: the)?(?: (?:(?:crypto )?exchanges?|platforms?))? "?$/,
  /(?:冒充|假冒|仿冒|冒用|偽冒|山寨|伪装成|偽裝成)(?:了)?(?:的)?(?:交易所)?"?$/,
  /(?:偽|偽の|ニセ|ニセの|偽物の|가짜|짝퉁) ?$/,
  /(?<!\p{L})(?:suplant(?:a|an|aba|aban|ando|ar)(?: a| la identidad de)?|imit(?:a|an|aba|aban|ando)(?: a| la de)?|se hac(?:e|en|ían?) pasar por|haciéndose pasar por|(?:clon|clones|copia|copias|fals[oa]s?|falsificad[oa]s?) de) "?$/u,
  /(?<!\p{L})(?:imit(?:a|am|ava|avam|ando)(?: [ao])?|se pass(?:a|am|ava|avam|ando) (?:por|pel[ao])|(?:clones?|cópias?|fals[oa]s?|falsificad[oa]s?) d[aeo]) "?$/u,
  /(?<!\p{L})(?:(?:usurp(?:e|ent|ant|ait|aient) (?:l'identité|le nom) (?:de |d'))|imit(?:e|ent|ant|ait|aient) |se f(?:ait|ont|aisant|aisaient) passer pour |(?:clones?|copies?|contrefaçons?) (?:de |d')|faux sites? (?:de |d'))"?$/u,
  /(?<!\p{L})(?:gefälscht(?:e|en|er|es|em) (?:\p{L}{1,20} (?:von |der )?)?|(?:klone?|kopien?|nachahmung(?:en)?) (?:von |der )|fake-?(?:\p{L}{1,12} (?:von )?)?|(?:imitier(?:t|en|ten)|ahm(?:t|en)|geben sich als|gibt sich als) )"?$/u,
  /(?<!\p{L})(?:(?:si spaccia(?:no|va|vano)? per|imita(?:no|va|vano)?) |(?:cloni?|copi[ae]|fals[oia]) (?:\p{L}{1,12} )?(?:di |della ))"?$/u,
  /(?<!\p{L})(?:(?:doen|doet|deden) zich voor als |nagemaakte \p{L}{1,12} van |podszywa\p{L}{1,8} się pod |(?:fałszyw|podrobion)\p{L}{1,3} (?:stron\p{L}{1,3} )?)"?$/u,
  /(?<!\p{L})(?:клон(?:ы|ов|а|ами)?|подделк(?:а|и|у)|под видом|маскиру(?:ется|ются|ющ\p{L}{2,5}) под|выда(?:ет|ют|ющ\p{L}{2,3}) себя за|имитиру(?:ет|ют|ющ\p{L}{2,3})|(?:поддельн|фальшив|фейков)\p{L}{2,3}(?: (?:сайт|приложени|страниц)\p{L}{0,3})?) (?:бирж\p{L}{0,2} |криптобирж\p{L}{0,2} )?"?$/u,
  /(?<!\p{L})(?:клон(?:и|ів|а|ами)?|під виглядом|вида(?:є|ють) себе за|імітує|імітують|(?:підроблен|фальшив|фейков)\p{L}{1,3}(?: (?:сайт|застосун|сторін)\p{L}{0,3})?) (?:бірж\p{L}{0,2} |криптобірж\p{L}{0,2} )?"?$/u,
  /(?<!\p{L})(?:sahte|taklit|tiruan|meniru|palsu|mengatasnamakan|mencatut(?: nama)?|berkedok|giả mạo|giả danh|mạo danh|nhái) (?:sàn )?"?$/u,
  /(?:تنتحل (?:صفه|اسم|هویه)|ینتحل (?:صفه|اسم|هویه)|تقلد|یقلد|مزیفه? (?:باسم|ل)|المزیفه? (?:باسم|ل)|جعلی|नकली|फर्जी|ปลอมเป็น|แอบอ้าง(?:เป็น)?|ปลอม) ?(?:منصه )?"?$/u,
];

/** Behind it: "Binance P2P clones", "Coincheckをかたる", "Binance'i taklit eden". */
const AFTER: readonly RegExp[] = [
  /^"?(?:'s)?(?: [\p{L}\d]{1,8})?[ -](?:clones?|imitations?|imitators?|look-?alikes?|impersonators?|impost[eo]rs?|impersonation|fakes|knock-?offs?|klone?|nachahmer)(?!\p{L})/u,
  /^"?(?:を|と)?(?:かた|騙|装[うっい]|偽装|名乗る偽)|^"?になりすま|^"?の?(?:偽|ニセ|模倣)(?:サイト|アプリ|ページ)/,
  /^"?(?:을|를)? ?사칭|^"?(?:의)? ?(?:가짜|짝퉁|모방)/,
  /^"?的?(?:山寨|假冒|仿冒|冒牌|克隆|钓鱼|釣魚)/,
  /^"?(?:'?\p{L}{1,3})? (?:taklidi|taklit|sahtesi)|^"? (?:tiruan|palsu)(?!\p{L})|^"? (?:giả mạo|giả|nhái)(?!\p{L})/u,
];

/**
 * Exchanges whose name others misuse, so that what is done to those is not done to them: "blocks 12 sites imitating
 * Binance". The title decides where it names them.
 */
export const imitated = ({ normal }: Document, mentions: readonly ExchangeMention[]): ReadonlySet<string> => {
  const { text } = normal;
  const inOrder = mentions.toSorted(byStart);
  const misused = [
    ...withJoined(text, inOrder, (mention) => standsBefore(BEFORE, text, mention, REACH)),
    ...withJoined(text, inOrder.toReversed(), (mention) => standsBehind(AFTER, text, mention, REACH)),
  ];
  const isMeant = (id: string): boolean => {
    const own = mentions.filter(({ exchange }) => exchange.id === id);
    const titled = own.filter(({ inTitle }) => inTitle);
    return titled.length > 0 && titled.some((mention) => !misused.includes(mention));
  };
  return new Set([...idsOf(misused)].filter((id) => !isMeant(id)));
};
