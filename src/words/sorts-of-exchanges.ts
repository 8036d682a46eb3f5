import { anyMatches } from './any-matches.ts';

/** Those without a licence, as the titles of each language call them. */
const UNLICENSED: readonly RegExp[] = [
  /\b(?:unlicen[sc]ed|unauthori[sz]ed|unregistered|illegal)(?: [\w-]{1,20}){0,3} (?:exchanges|platforms|sites|websites|firms)/i,
  /(?:未经许可|未經許可|无牌|無牌|非法|违法|違法).{0,12}(?:交易所|平台|平臺|网站|網站)/,
  /(?:未注册|未註冊|未登记|未经授权|未經授權).{0,12}(?:交易所|平台|平臺|网站|網站)/,
  /(?:無登録|無許可|違法).{0,12}(?:取引所|業者|サイト)/,
  /(?:미신고|미등록|불법|무허가|미인가).{0,14}(?:거래소|사업자|플랫폼)/,
  /เถื่อน|ไม่ได้รับอนุญาต/,
  /nielegaln\p{L}{1,4} (?:\p{L}{1,15} )?(?:giełd|platform|stron)/iu,
  /(?:нелегальн|незаконн|нелицензированн)\p{L}{1,4} (?:\p{L}{1,20}[ -]?)?(?:бирж|обменник|площад|платформ|сайт)/iu,
  /(?:нелегальн|незаконн|нелицензированн)\p{L}{1,4} (?:\p{L}{1,20}[ -]?)?крипто(?:бирж|обменник|площад|платформ|сайт)/iu,
  /(?:lisanssız|izinsiz|yasa ?dışı|kaçak) (?:\p{L}{1,15} ){0,3}(?:borsa|platform|site)/iu,
  /(?:exchanges|plataformas|casas de cambio) (?:\p{L}{1,15} ){0,3}(?:sin licencia|sin autorización|no autorizad|ilegales)/iu,
  /(?:exchanges|plataformas|corretoras) (?:\p{L}{1,15} ){0,3}(?:sem licença|sem autorização|não autorizad|ilegais)/iu,
  /(?:exchanges|plateformes|sites) (?:\p{L}{1,15} ){0,3}(?:illégales|illégaux|non autorisé|non enregistré)/iu,
  /(?:illegale|unlizenzierte|nicht lizenzierte|unerlaubte)\p{L}? (?:\p{L}{1,15}[ -]?){0,2}(?:börse|plattform|anbieter|seite)/iu,
  /piattaforme (?:\p{L}{1,15} ){0,2}(?:abusive|illegali|non autorizzate)/iu,
  /غير (?:ال)?(?:مرخص|قانوني|مصرح)/,
  /trái phép|không phép|bất hợp pháp|chưa được cấp phép/i,
  /(?:bursa|platform|situs) (?:\p{L}{1,15} ){0,3}(?:ilegal|tak berizin|tidak berizin|tanpa izin)/iu,
  /अवैध|बिना लाइसेंस/,
];

/** Those from abroad, in the same way. */
const FOREIGN: readonly RegExp[] = [
  /\b(?:foreign|overseas|offshore)(?: [\w-]{1,20}){0,3} (?:exchanges|platforms|sites|websites|firms)/i,
  /(?:境外|海外|国外|國外|外国|外國).{0,12}(?:交易所|平台|平臺|网站|網站)/,
  /(?:海外|国外).{0,12}(?:取引所|業者|サイト)/,
  /(?:해외|외국).{0,14}(?:거래소|사업자|플랫폼)/,
  /(?:แพลตฟอร์ม|กระดาน|ศูนย์ซื้อขาย|เว็บ).{0,24}(?:ต่างประเทศ|ต่างชาติ)/,
  /(?:зарубежн|иностранн)\p{L}{1,4} (?:\p{L}{1,20}[ -]?)?(?:бирж|криптобирж|обменник|площад|платформ)/iu,
  /(?:зарубіжн|іноземн)\p{L}{1,4} (?:\p{L}{1,20}[ -]?)?(?:бірж|криптобірж|платформ)/iu,
  /(?:zagraniczn)\p{L}{1,4} (?:\p{L}{1,15} )?(?:giełd|platform)/iu,
  /(?:yabancı|yurt ?dışı) (?:\p{L}{1,15} ){0,3}(?:borsa|platform|site)/iu,
  /(?:exchanges|plataformas|casas de cambio|corretoras) (?:\p{L}{1,15} ){0,3}(?:extranjer|estrangeir|del exterior)/iu,
  /(?:exchanges|plateformes|sites) (?:\p{L}{1,15} ){0,3}(?:étranger)/iu,
  /ausländische\p{L}? (?:\p{L}{1,15}[ -]?){0,2}(?:börse|plattform|anbieter)/iu,
  /(?:exchange|piattaforme) (?:\p{L}{1,15} ){0,2}(?:stranier|ester)/iu,
  /buitenlandse (?:\p{L}{1,15}[ -]?){0,2}(?:beurs|beurzen|platform)/iu,
  /(?:منصات|بورصات) .{0,20}(?:أجنبي|الأجنبي|خارجي)/,
  /صرافی‌?های? خارجی/,
  /sàn (?:.{0,20}(?:nước ngoài|quốc tế)|ngoại)/i,
  /(?:bursa|platform|situs) (?:\p{L}{1,15} ){0,3}(?:asing|luar negeri)/iu,
  /विदेशी/,
];

/** True where a title speaks of exchanges from abroad. */
export const speaksOfForeign = (title: string): boolean => anyMatches(FOREIGN, title);

/** True where a title speaks of exchanges without a licence. */
export const speaksOfUnlicensed = (title: string): boolean => anyMatches(UNLICENSED, title);
