/**
 * Words that place a story in time, for the languages we read most. They never decide alone:
 * each only tips a comparison that the fields left open.
 */

/** A guide, a list, an anniversary: the page retells. */
const RETELLING =
  /\b(?:full list|list of countries|countries where|explained|guide|anniversary|years? (?:ago|later|on)|timeline|history of|look(?:ing)? back|recap|throwback|everything you need to know|what is|how to|faq|guía|lista de países|aniversario|hace (?:un|dos|tres|cuatro|cinco) años?|cronología|guia|há (?:um|dois|três|quatro|cinco) anos?|linha do tempo|guide complet|il y a (?:un|deux|trois|quatre|cinq) ans?|rückblick|ratgeber|vor (?:einem|zwei|drei|vier|fünf) jahr(?:en)?|übersicht|rehber|yıl önce|panduan|daftar negara)\b|годовщин|путеводител|лет назад|года назад|как обойти|список стран|盘点|盤點|回顾|回顧|周年|一文看懂|年前|指南|まとめ|周年|年前|年表|총정리|주년|년 전|가이드|돌아보기|कितने देश|साल पहले|सूची|ปีก่อน|ย้อนรอย|hướng dẫn|năm trước|danh sách các nước/iu;

/** A new act of the same hand: not a follow-up of the last one. */
const ANEW =
  /\b(?:second|third|another|new (?:lawsuit|suit|case|list|charges|complaint|batch|round)|fresh|separate|additional|next batch|segund[oa]|tercer[oa]?|otra|outro|outra|nouvelle?|deuxième|autre|zweite[rns]?|neue[rns]? (?:klage|liste)|weitere|ikinci|yeni|kedua|thêm|lần thứ hai)\b|втор(?:ой|ая|ое)|нов(?:ый|ая) (?:иск|список)|еще один|ещё один|第二|再次|又一|新たな|追加|二度目|두 번째|추가|이어|दूसर[ाी]|के बाद|ครั้งที่สอง|เพิ่มเติม/iu;

/** A step within a case that runs. */
const FOLLOWING =
  /\b(?:settle[sd]?|settlement|ruling|rules|ruled|judge|appeal(?:s|ed)?|dismiss(?:es|ed|al)?|verdict|pleads?|pleaded|agrees? to pay|hearing|extends?|extended|extension|upholds?|confirms?|confirmed|drops?|acuerdo|fallo|apelación|sentencia|acordo|decisão|accord|appel|vergleich|urteil|berufung|uzlaşma|karar)\b|соглашени|апелляц|отклонил|суд постановил|和解|裁定|上诉|上訴|判决|延长|確定|控訴|판결|합의|항소|연장|समझौत|फैसल|ตัดสิน|ขยายเวลา/iu;

/** What was announced begins. */
const ARRIVING =
  /\b(?:takes? effect|took effect|in effect|comes? into force|in force|begins?|starts?|now (?:blocked|banned)|entra en vigor|entró en vigor|entra em vigor|entre en vigueur|in kraft|entra in vigore|yürürlüğe|mulai berlaku|có hiệu lực|wchodzi w życie|treedt in werking)\b|вступ(?:ил|ает|ила) в силу|набу(?:в|ла|ває) чинності|生效|起效|施行|発効|발효|시행|लागू|มีผลบังคับ|يدخل حيز|دخل حيز/iu;

/** A person is taken. */
const ARRESTING =
  /\b(?:arrest(?:s|ed|ing)?|detain(?:s|ed)?|in custody|taken into|arrestad[oa]|detenid[oa]|arrêtée?|interpellée?|festgenommen|verhaftet|arrestat[oa]|tutuklandı|gözaltı|ditangkap|bị bắt|aresztowan[ya]|zatrzyman[ya])\b|арестован|задержан|заарештован|затримано|逮捕|被捕|拘捕|羁押|체포|구속|गिरफ्तार|จับกุม|اعتقال|دستگیر/iu;

/** More exchanges are counted than named. */
const NAMING_OTHERS =
  /\b(?:and (?:\w+ )?(?:others?|more)|y otr[ao]s|e outr[ao]s|et (?:\w+ )?autres|und (?:\w+ )?(?:andere|weitere)|e altr[ei]|ve (?:\w+ )?diğer|dan (?:\w+ )?lainnya|và (?:\w+ )?(?:sàn )?khác|i (?:\w+ )?inn[ey]ch?|en andere|all (?:exchanges|platforms))\b|и (?:друг|ещ[её])|та інш|など|等(?!级|級)|및|[외등] ?\d|(?:코인|거래소) 등|समेत|अन्य|และอื่น|وغيره|وأخرى|و \S+ دیگر/iu;

export const namesOthers = (text: string): boolean => NAMING_OTHERS.test(text);
export const retells = (title: string): boolean => RETELLING.test(title);
export const anew = (title: string): boolean => ANEW.test(title);
export const arrests = (title: string): boolean => ARRESTING.test(title);
export const arrives = (title: string): boolean => ARRIVING.test(title);
export const follows = (text: string): boolean => FOLLOWING.test(text);

const GATEWAYS: readonly (readonly [string, RegExp])[] = [
  ['google', /google|play store|구글|गूगल|प्ले स्ट|谷歌|グーグル|гугл/iu],
  ['apple', /\bapple\b|app store|애플|앱스토어|एप्पल|एपल|ऐप स्टोर|苹果|蘋果|アップル|эпл/iu],
  ['wechat', /wechat|weixin|微信/iu],
  ['instagram', /instagram/iu],
  ['telegram', /\btelegram\b|телеграм/iu],
];

/** The stores and networks that a text names. */
export const gatewaysIn = (text: string): ReadonlySet<string> =>
  new Set(GATEWAYS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name));
