import { standsBefore, standsBehind } from '../domain/beside.ts';
import { findName } from './find-name.ts';

/** Before the name of who may grant a licence: "not authorised by the FCA", "sin licencia de la CNMV". */
const BEFORE: readonly RegExp[] = [
  /\b(?:authori[sz]ed|licen[cs]ed|registered|approved|regulated|supervised|permission|approval|licen[cs]es?|registration) (?:by|with|from|of) (?:the )?$/,
  /(?:[未没沒][获獲经經取得在向有]{1,2}|不具|[无無])$/,
  /(?<!\p{L})(?:autorizad[oa]s?|licenciad[oa]s?|registrad[oa]s?|inscrit[oa]s?|regulad[oa]s?|supervisad[oa]s?) (?:por|ante|en|na|no|pel[oa]|junto [àa]) ?(?:el |la )?$/u,
  /(?<!\p{L})(?:licen[cç]i?a|autorizaci[óo]n|autorização|registro|registo|permiso|aval) (?:de(?:l| la)?|d[oa]|ante (?:el|la)|na|no) ?$/u,
  /(?<!\p{L})(?:agréé|enregistré|autorisé|régulé|supervisé)e?s? (?:par|auprès de) (?:l['’]|la |le )?$/u,
  /(?<!\p{L})(?:agrément|licence|autorisation|enregistrement) (?:de (?:l['’]|la )?|du )$/u,
  /(?<!\p{L})(?:zulassung|lizenz|erlaubnis|registrierung) (?:der|durch die|von der|bei der) $/u,
  /(?<!\p{L})(?:autorizzat|registrat|vigilat)[eoai] (?:da(?:lla|l)?|presso (?:la|il)) (?:l['’])?$|(?<!\p{L})(?:vergunning|licentie|registratie) (?:van|bij) (?:de )?$/u,
  /(?<!\p{L})(?:лицензи\p{L}{1,2}|разрешени\p{L}|регистраци\p{L}) (?:от )?$|(?<!\p{L})(?:лицензированн|зарегистрированн|одобренн)\p{L}{2,3} (?:в )?$|(?<!\p{L})(?:ліцензі\p{L}{1,2}|дозвол\p{L}{0,2}) (?:від )?$/u,
  /(?:المرخصة?|المسجلة?|ترخيص|تصريح|موافقة) (?:من|لدى|من قبل) $/u,
  /(?<!\p{L})(?:izin|berizin|terdaftar|lisensi|cấp phép|giấy phép)(?: (?:dari|di|oleh|của|bởi))? $/u,
];

/** Behind it: "FCA-registered", "BaFin-Lizenz", "证监会发牌", "SPK lisansı olmayan". */
const AFTER: readonly RegExp[] = [
  /^[- ](?:licen[cs]ed|registered|regulated|approved|authori[sz]ed|authori[sz]ation|licen[cs]e|registration|approval)(?!\p{L})/u,
  /^[- ]?(?:nicht )?(?:lizenz|zulassung|erlaubnis|lizenzier|zugelassen|registrier|reguliert|vergunning|licentie)/u,
  /^(?:的)?(?:[发發]牌|牌照|[许許]可|批准|[认認]可|[注註][册冊]|登[记記])/u,
  /^(?:へ|に|の)?(?:登録(?:の|を|して)|未登録|無登録)|^(?:에|의)? ?(?:미신고|미등록|신고하지|등록하지|인가|허가) ?/u,
  /^(?:['’]?\p{L}{1,4})? (?:lisans|izn|izin|kayıt|onay)\p{L}{0,4} (?:olmayan|bulunmayan|almamış|almayan)|^['’]?\p{L}{1,4} (?:lisanssız|izinsiz|kayıtsız)/u,
];
/** So far from a name stands what tells of a licence. */
const REACH = 40;

/** Where a name stands, each time, in a text in lower case. */
const standsOf = (text: string, name: string): readonly number[] => {
  const found: number[] = [];
  for (let at = findName(text, name); at >= 0; at = findName(text, name, at + 1)) found.push(at);
  return found;
};

/**
 * True where a text, in lower case, names somebody only as who may grant a licence: a bank that cuts off "exchanges not
 * authorised by the FCA" acts by itself.
 */
export const isOnlyLicensor = (text: string, names: readonly string[]): boolean => {
  const plain = names.filter((name) => !/[*_]/.test(name));
  const stands = plain.flatMap((name) =>
    standsOf(text, name).map((start) => ({ start, end: start + name.length })),
  );
  // Of names within names, the longest counts.
  const whole = stands.filter(
    ({ start, end }) =>
      !stands.some(
        (other) => other.start <= start && other.end >= end && other.end - other.start > end - start,
      ),
  );
  const isLicensorAt = (stand: (typeof whole)[number]): boolean =>
    standsBefore(BEFORE, text, stand, REACH) || standsBehind(AFTER, text, stand, REACH);
  return whole.length > 0 && whole.every(isLicensorAt);
};
