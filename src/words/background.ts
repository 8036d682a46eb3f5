import { anyMatches } from './any-matches.ts';

/** Words with which each language turns to what happened before, or to what others think of it. */
const LOOKING_BACK: Readonly<Record<string, RegExp>> = {
  en: /\b(?:since (?:last|january|february|march|april|may|june|july|august|september|october|november|december)|last (?:year|month|week|january|february|march|april|may|june|july|august|september|october|november|december|summer|fall|autumn|winter|spring)|previously|earlier (?:this|last)|years? ago|months? ago|back in|(?:had|has) (?:already|previously|long)|the (?:move|decision|news|action|step|announcement|ruling|ban|order) (?:follows|followed|comes after|came after)|at the time|historically|once dominated|analysts?|according to coinmarketcap|price of|trading at(?! the))\b/i,
  zh: /去年|前年|早在|此前|先前|谈到|曾经|曾于|年前|个月前|上个?月|回顾|继.{1,20}之后|分析师|截至发稿/,
  'zh-Hant': /去年|前年|早在|此前|先前|談到|曾經|曾於|年前|個月前|上個?月|回顧|繼.{1,20}之後|分析師|截至發稿/,
  es: /\b(?:el año pasado|el mes pasado|la semana pasada|anteriormente|previamente|hace (?:un|dos|tres|varios|algunos)|en aquel|(?:llega|llegó|se produce|se produjo|ocurre) tras|analistas?)/i,
  pt: /\b(?:no ano passado|no mês passado|na semana passada|anteriormente|previamente|há (?:um|dois|três|alguns|anos)|na época|(?:vem|veio|ocorre|ocorreu|acontece) após|analistas?)/i,
  ru: /(?:в прошлом|прошлого года|прошлой неделе|ранее|годом ранее|лет назад|года назад|месяц(?:а|ев)? назад|тогда|напомним|аналитик)/i,
  tr: /(?:geçen (?:yıl|ay|hafta|sene)|geçtiğimiz (?:yıl|ay|hafta)|daha önce|yıl önce|ay önce|o dönem|ardından geldi|analist)/i,
  ko: /지난해|지난달|작년|앞서|이전에|당시|년 전|개월 전|애널리스트|전문가들은/,
  ar: /العام الماضي|الشهر الماضي|الأسبوع الماضي|سابقًا|سابقا|في السابق|قبل (?:عام|عامين|أعوام|سنوات|أشهر)|وكانت? قد|يأتي (?:ذلك|هذا) بعد|محلل/,
  ja: /昨年|先月|以前|当時|これまで|年前|ヶ月前|か月前|先週|アナリスト/,
};

/** What goes on everywhere, and the rules as they were before the news. */
const AROUND_IT: readonly RegExp[] = [
  /^(?:back )?(?:in|last) (?:january|february|march|april|may|june|july|august|september|october|november|december),? (?:\S{1,20} ){1,8}had (?:\w{1,12} )?\w{2,}/i,
  /^(?:the|this) (?:\w{1,12} ){0,2}list (?:flags|names|contains|shows|includes|covers|warns|is (?:a|an|meant|not|no))\b/i,
  /\bnumber of (?:\S{1,20} ){1,6}(?:continues? to|keeps?|is|has been) (?:increas|grow|ris|climb)/i,
  /\b(?:according to|under) (?:the |its |their )?(?:existing|current) (?:\w{1,20} )?(?:polic(?:y|ies)|rules?|laws?|regulations?)/i,
  /\b(?:move|step|action|decision|announcement|news|it|this) (?:is|was|comes) (?:as )?(?:a )?part of\b/i,
  /越来越多的(?:交易所|公司|平台)|越來越多的|(?:根据|根據|按照)(?:现行|現行|目前)/,
  /(?:現行|現在)の(?:規制|法律|制度|ルール)(?:では|の下)/,
  /현행 \S{0,8}(?:법|규정|제도)(?:상|에 따르면)/,
  /cada vez más (?:empresas|plataformas|exchanges)|según (?:las normas|la normativa|la ley) (?:actual|vigente)/i,
  /cada vez mais (?:empresas|corretoras|exchanges)|(?:segundo|pela) (?:as regras|a lei|a legislação) (?:atua|vigente)/i,
  /согласно действующ|по действующ|вс[её] больше (?:бирж|компаний|платформ)/i,
  /(?:mevcut|yürürlükteki) (?:kurallara|mevzuata|yasalara) göre|giderek daha fazla (?:şirket|borsa)/i,
  /وفقًا? للقوانين الحالية|عدد متزايد من/,
];

/** A sentence that leans on the one before it, and says little alone. */
const LEANING: Readonly<Record<string, RegExp>> = {
  en: /^(?:it|they|he|she|this|these|that|those|such|however|but|and|also|meanwhile|consequently|moreover|additionally|furthermore|nevertheless|as (?:reported|a result)|the (?:move|decision|latter|former|news)|(?:two|three|some|several|both|others|another|one) of (?:the|them|these))\b/i,
  zh: /^(?:这|该|此|其|他|她|但|而|同时|此外|另外|然而|因此)/,
  'zh-Hant': /^(?:這|該|此|其|他|她|但|而|同時|此外|另外|然而|因此)/,
  es: /^(?:esto|esta|este|estos|estas|él|ella|ellos|sin embargo|pero|además|también|por su parte|así)\b/i,
  pt: /^(?:isso|esta|este|esses|essas|ele|ela|eles|no entanto|porém|mas|além disso|também|assim)\b/i,
  ru: /^(?:это|этот|эта|эти|он|она|они|однако|но|также|кроме того|при этом|таким образом)(?=[\s,])/i,
  tr: /^(?:bu|bunlar|o|ancak|fakat|ama|ayrıca|böylece)(?=[\s,])/i,
  ko: /^(?:이는|이에|이번|그는|그러나|하지만|또한|또|한편|이와)/,
  ar: /^(?:هذا|هذه|ذلك|تلك|وهذا|وهذه|وذلك|وهو|وهي|كما|لكن|ولكن|غير أن|إلا أن|أيضًا)(?=\s)/,
  ja: /^(?:これ|それ|この|その|また|しかし|だが|一方|さらに|なお)/,
};

const matches = (patterns: Readonly<Record<string, RegExp>>, language: string, text: string): boolean =>
  patterns[language]?.test(text) ?? false;

/** A year before `year`, not as part of a longer number. */
const olderYear = (text: string, year: number): boolean =>
  [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].some(([found]) => Number(found) < year);

/** True when the sentence tells of earlier things or of opinions, not of the news. */
export const isBackground = (text: string, language: string, year: number): boolean =>
  olderYear(text, year) || anyMatches(AROUND_IT, text) || matches(LOOKING_BACK, language, text);

export const leansOnAnother = (text: string, language: string): boolean => matches(LEANING, language, text);
