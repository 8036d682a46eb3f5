import { baseLanguage } from '../domain/base-language.ts';

/**
 * Words with which each language speaks to the reader, or tells them what to do with their coins. A summary tells what
 * happened; whoever has turned the model wants something done.
 */
const ADDRESSING: Readonly<Record<string, RegExp>> = {
  en: /\b(?:you|your|yours|please|click|visit|contact us|send (?:all|any|it|them|coins|funds)|move (?:all|coins|funds))\b|(?:^|[:;.] )(?:move|send|transfer|withdraw|sell|buy|join|subscribe|call)\b/iu,
  es: /(?<!\p{L})(?:usted(?:es)?|tú|tus?|vuestr[oa]s?|por favor|haga|visite|lleve[n]?|mueva[n]?|envíe[n]?|transfiera[n]?|retire[n]?|venda[n]?|compre[n]?|escriba[n]?|únase)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:você|vocês|teus?|tuas?|por favor|clique|visite|leve[m]?|mova[m]?|envie[m]?|transfira[m]?|retire[m]?|saque[m]?|venda[m]?|compre[m]?|escreva[m]?)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:вы|вас|вам|вами|ваш(?:а|е|и|их|им|ей|его)?|пожалуйста|переведите|выведите|отправьте|перейдите|продайте|купите|пишите|напишите|вступайте)(?!\p{L})/iu,
  tr: /(?<!\p{L})(?:siz|sizin|size|lütfen|gönderin|çekin|taşıyın|satın|tıklayın|aktarın|yazın|katılın)(?!\p{L})/iu,
  zh: /你|您|请(?!求)|請(?!求)|速速|赶快|趕快|立即(?:转|轉|提|卖|賣|买|買)/u,
  ja: /あなた|皆様|ください|下さい|ましょう|なさい/u,
  ko: /당신|여러분|세요|십시오|시오/u,
  ar: /(?<!\p{L})(?:أنت|أنتم|يرجى|رجاء|انقل|انقلوا|اسحب|اسحبوا|أرسل|أرسلوا|حول|حولوا|بيعوا|اشتروا|اضغط)(?!\p{L})/u,
};

/** True where a text in a language of ours speaks to its reader. */
export const addressesReader = (text: string, language: string): boolean =>
  ADDRESSING[baseLanguage(language)]?.test(text) ?? false;
