import { baseLanguage } from '../domain/base-language.ts';
import { byStart, standsBefore, standsBehind } from '../domain/beside.ts';
import type { Document } from './document.ts';
import { idsOf, isJoinedByWord, withJoined } from './exchange-mentions.ts';
import type { ExchangeMention, Mentions } from './find-mentions.ts';

/** So far from a name stands what a title says of it in passing. */
const REACH = 48;

/** Behind a name, in folded letters: what became of it before the news, or goes on. "Binance already left". */
const DONE_BEFORE: readonly RegExp[] = [
  /^ (?:(?:has|had|have|was|were|is|are) )?(?:already|previously|long since) (?:\w{2,16}(?:ed|en)|left|quit|gone|shut|cut|out|bankrupt|withdrew)\b|^ (?:(?:is|are) )?(?:still|remains?|stays?) (?:\w{1,10} )?(?:sanctioned|blocked|banned|suspended|frozen|barred|closed)\b/,
  /^ (?:(?:ist|hat|war|hatte|wurde|sind|haben) (?:\p{L}{3,15} )?)?(?:bereits|schon|längst) |^ bleib(?:t|en) (?:\p{L}{1,10} )?(?:gesperrt|verboten|sanktioniert|blockiert|geschlossen)/u,
  /^ (?:(?:est|a|était|avait|sont|ont) )?déjà |^ (?:reste|demeure)(?:nt)? (?:\p{L}{1,10} )?(?:bloqu|sanctionn|interdit|suspend|ferm|gel)/u,
  /^ (?:(?:is|was|had|heeft|zijn|hebben) (?:\p{L}{3,15} )?(?:al|reeds|eerder)|(?:reeds|al) (?:eerder|lang|weg|vertrokken|gestopt|failliet|beboet|geblokkeerd|gewaarschuwd))(?!\p{L})|^ blij(?:ft|ven) (?:\p{L}{1,10} )?(?:geblokkeerd|verboden|gesloten)/u,
  /^ (?:(?:è|ha|era|aveva|sono|hanno) )?già |^ (?:resta|rimane|restano|rimangono) (?:\p{L}{1,10} )?(?:bloccat|vietat|oscurat|sanzionat|sospes)/u,
  /^ (?:już|wcześniej) |^ (?:pozostaje|pozostają) (?:\p{L}{1,10} )?(?:zablokowan|zakazan|objęt)/u,
  /^ (?:ya (?!no )|(?:ha |había )?anteriormente |previamente )|^ já (?!não )|^ (?:sigue|siguen|permanece|permanecen|continua|segue) (?:bloquead|prohibid|proibid|sancionad|suspendid|suspens)/u,
  /^ (?:уже|ранее|раньше|вже|раніше) |^ оста(?:ется|ются) (?:под санкциями|заблокирован)|^,? (?:zaten|daha önce) |^ (?:sudah|telah) lebih dulu /u,
  /^(?:早已|此前已|之前已|先前已)|^は(?:すでに|既に|先に)|^(?:은|는) (?:이미|앞서) /,
];
/** The same in the order of a clause that begins with it: "eerder kreeg Coinbase al boete". */
const EARLIER: readonly RegExp[] = [
  /[,;:-] ?(?:al )?(?:eerder|vorig jaar) (?:kreeg|vertrok|werd|stopte|was|had) $/,
  /[,;:-] ?(?:zuvor|früher|bereits|im vorjahr) (?:hatte|war|wurde|ging|zog) (?:sich )?(?:schon |bereits )?$/,
];

/** Behind a name of which a further clause says that nothing befalls it. */
const GOES_FREE: readonly RegExp[] = [
  /^ (?:(?:app|site|website) )?(?:(?:is|are|was|were) )?(?:still |remains? |stays? )?(?:fully |duly |not )?(?:open|available|accessible|licen[cs]ed|registered|authori[sz]ed|exempt|spared|untouched|unaffected|affected)(?=$|\n|[,.;:] )/,
  /^ (?:(?:bleib(?:t|en)|ist|sind) )?(?:weiterhin |weiter |nicht )?(?:erreichbar|verfügbar|lizenziert|zugelassen|verschont|betroffen)(?=$|\n|[,.;:] )/,
  /^ (?:reste(?:nt)?|est|sont|n'est pas|ne sont pas) (?:toujours )?(?:accessibles?|disponibles?|agréée?s?|enregistrée?s?|autorisée?s?|concernée?s?|épargnée?s?)(?=$|\n|[,.;:] )/,
  /^ (?:(?:blijft|blijven|is|zijn) )?(?:niet |wel )?(?:bereikbaar|beschikbaar|getroffen|vergund|geregistreerd)(?=$|\n|[,.;:] )/,
  /^ (?:resta|restano|è|sono|non è|non sono) (?:ancora )?(?:accessibil[ei]|disponibil[ei]|autorizzat[aoei]|registrat[aoei]|coinvolt[aoei])(?=$|\n|[,.;:] )/,
  /^ (?:pozostaje|pozostają|jest|są|nadal|nie) (?:nadal )?(?:dostępn[aey]|zarejestrowan[aey]|licencjonowan[aey]|objęt[aey])(?=$|\n|[,.;:] )/,
  /^ (?:sigue[n]?|está[n]?|no está[n]?|continua[m]?|segue[m]?|não foi|não é) (?:disponibles?|disponíve(?:l|is)|accesibles?|afectad[ao]s?|afetad[ao]s?|autorizad[ao]s?|registrad[ao]s?)(?=$|\n|[,.;:] )/,
  /^ (?:остается|остаются|не) (?:доступ(?:на|ны|ной|ен)|затронут\p{L}{0,2})(?=$|\n|[,.;:] )|^(?:不受影响|不受影響|未受影响|未受影響|仍可(?:使用|访问))|^は(?:影響なし|対象外)|^(?:은|는) (?:영향 없|제외)/u,
];
/** The same of one that goes on as ever; Arabic in the letters that it is folded to. */
const AS_USUAL: readonly RegExp[] = [
  /^ (?:(?:is|are|says?) )?(?:it is |they are )?(?:still |services )?(?:(?:operat|work|runn|function)ing|operates?|works?|runs?|functions?) (?:normally|as (?:normal|usual|before))(?=$|\n|[,.;:] )/,
  /^ (?:arbeitet|arbeiten|läuft|laufen|funktioniert) (?:weiter(?:hin)? )?(?:normal|wie (?:gewohnt|üblich))/,
  /^ (?:fonctionne(?:nt)?|opère(?:nt)?|continue(?:nt)? (?:de|à) fonctionner) (?:normalement|comme d'habitude)/,
  /^ (?:sigue |siguen )?(?:operan?|operando|funcionan?|funcionando) (?:con (?:total )?normalidad|normalmente)/,
  /^ (?:segue |seguem )?(?:operam?|operando|funcionam?|funcionando) (?:com normalidade|normalmente)/,
  /^ (?:opera|operano|funziona|funzionano|lavora|lavorano) (?:normalmente|regolarmente|come (?:sempre|di consueto))/,
  /^ (?:werkt|werken|draait|draaien) (?:nog )?(?:normaal|gewoon|als vanouds)/,
  /^ (?:działa|działają) (?:normalnie|bez (?:zmian|zakłóceń)|jak zwykle)/,
  /^ (?:работа[ею]т|продолжа[ею]т работать) (?:как обычно|нормально|в (?:обычном|штатном) режиме)/,
  /^ (?:працю[єю]т?ь?|продовжу[єю]т?ь? працювати) (?:як зазвичай|нормально|[ву] (?:звичайному|штатному) режимі)/,
  /^(?:'d[ae])? (?:normal (?:şekilde )?|olağan (?:şekilde )?|sorunsuz )(?:çalış|faaliyet|hizmet|sürüyor)/,
  /^ (?:tetap |masih )?(?:beroperasi|berjalan) (?:normal|seperti biasa)/,
  /^ (?:vẫn )?hoạt động bình thường/,
  /^ ?(?:ยัง)?(?:เปิด)?(?:ให้บริการ|ทำงาน|ดำเนินการ)ตามปกติ/,
  /^(?:은|는) (?:모두 )?정상 ?(?:운영|영업|서비스|가동|거래|$)/,
  /^は(?:通常(?:通|どお)り|平常(?:通|どお)り|通常営業)/,
  /^(?:表示)?(?:目前)?(?:一切正常|[运運](?:行|作)正常|[维維]持正常|正常[运運][营營行]|照常[运運][营營])/,
  /^ (?:تعمل|یعمل|تواصل العمل|یواصل العمل) (?:بشکل طبیعی|کالمعتاد|کالعاد)/,
  /^ (?:به (?:طور|صورت) عادی|طبق روال|به روال عادی)/,
  /^ (?:सामान्य रूप से|पहले की तरह) (?:चालू|काम|चल)/,
];
/** Before the name of one that is set against whom the news is about: "…, not exchange Yellow Card". */
const SET_AGAINST: Readonly<Record<string, RegExp>> = {
  en: /, (?:and |but )?not (?:the )?(?:crypto )?(?:exchange )?$/,
  de: /, (?:und |aber )?nicht (?:die börse )?$/,
  fr: /, (?:et |mais )?(?:non |pas )(?:la plateforme )?$/,
  nl: /, (?:en |maar )?niet $/,
  it: /, (?:e |ma )?non (?:l'exchange )?$/,
  pl: /, (?:a |ale )?nie (?:giełda )?$/,
  es: /, (?:y |pero )?no (?:el exchange |la plataforma )?$/,
  pt: /, (?:e |mas )?não (?:a )?$/,
  ru: /, (?:а )?не (?:биржа |биржу )?$/,
};

/**
 * Exchanges of which the title tells only in passing: that they are not touched, or, beside another one of which it tells a
 * measure of this kind, what became of them before.
 */
export const inPassing = (
  { normal: { text }, language }: Document,
  mentions: readonly ExchangeMention[],
  cues: Mentions['cues'],
  kind: string,
): ReadonlySet<string> => {
  const titled = mentions.filter(({ inTitle }) => inTitle).toSorted(byStart);
  const against = SET_AGAINST[baseLanguage(language)];
  const isFree = (mention: ExchangeMention): boolean =>
    (against !== undefined && standsBefore([against], text, mention, REACH)) ||
    (mention.clause > 0 && standsBehind(GOES_FREE, text, mention, REACH)) ||
    (mention !== titled[0] && standsBehind(AS_USUAL, text, mention, REACH));
  const isDone = (mention: ExchangeMention): boolean =>
    standsBefore(EARLIER, text, mention, REACH) || standsBehind(DONE_BEFORE, text, mention, REACH);
  const isStruck = ({ clause }: ExchangeMention): boolean =>
    cues.some((cue) => cue.inTitle && cue.group === kind && cue.clause === clause);
  // What is said of the last name of a list holds for those before it.
  const backwards = titled.toReversed();
  const free = withJoined(text, backwards, isFree, isJoinedByWord);
  const done = withJoined(text, backwards, isDone, isJoinedByWord);
  const rest = titled.filter((mention) => !free.includes(mention) && !done.includes(mention));
  const meant = idsOf(rest);
  const aside = idsOf([...free, ...(rest.some(isStruck) ? done : [])]);
  return new Set([...aside].filter((id) => !meant.has(id)));
};
