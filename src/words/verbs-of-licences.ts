import type { Verbs } from './verbs-of-authorities.ts';

/** Does not grant a licence or a registration that was asked for. */
export const REFUSES: Verbs = {
  en: /(?<!\p{L})(?:refus(?:es|ed)|denie[sd]|den(?:y|ies)|reject(?:s|ed)?|turns? down) (?:\S{1,20} ){0,4}(?:licen[cs]e|registration|application)/u,
  zh: /(?:拒[绝絕发發]|[驳駁]回|不予|未[获獲]).{0,12}(?:牌照|[许許]可|登[记記]|[注註][册冊]|申[请請])/u,
  ja: /(?:登録|免許|申請).{0,4}(?:拒否|却下)/u,
  ko: /(?:신고|등록|인가|허가|신청).{0,6}(?:불수리|반려|거부|기각)/u,
  es: /(?:niega|niegan|negó|rechaza|rechazan|rechazó|deniega|denegó) (?:\S{1,20} ){0,4}(?:licencia|registro|solicitud|autorización)/u,
  pt: /(?:nega|negam|negou|rejeita|rejeitou|recusa|recusou) (?:\S{1,20} ){0,4}(?:licença|registro|registo|pedido|autorização)/u,
  fr: /(?:refuse|refusent|rejette|rejettent) (?:\S{1,20} ){0,4}(?:licence|agrément|enregistrement|demande)/u,
  de: /(?:verweigert|verweigern|versagt) (?:\S{1,20} ){0,4}(?:lizenz|erlaubnis|registrierung)|(?:lehnt|lehnen) (?:\S{1,20} ){0,4}(?:antrag|lizenz|registrierung)/u,
  it: /(?:nega|negano|rifiuta|rifiutano|respinge) (?:\S{1,20} ){0,4}(?:licenza|registrazione|iscrizione|domanda|autorizzazione)/u,
  nl: /(?:weigert|weigeren|wijst) (?:\S{1,20} ){0,4}(?:vergunning|registratie|aanvraag)/u,
  pl: /(?:odmawia|odmówił[ao]?|odrzuca|odrzucił[ao]?) (?:\S{1,20} ){0,4}(?:licencji|rejestracji|wniosek|zezwolenia|wpisu)/u,
  ru: /(?:отказал\p{L}?|отказыва\p{L}{2,3}|отклонил\p{L}?) (?:\S{1,20} ){0,4}(?:лицензи|регистраци|заявк)/u,
  uk: /(?:відмови\p{L}{1,3}|відмовля\p{L}{1,3}|відхили\p{L}{1,3}) (?:\S{1,20} ){0,4}(?:ліцензі|реєстраці|заявк)/u,
  tr: /(?:lisans|kayıt|kaydı|başvuru\p{L}{0,4})(?:nı|ını|sunu|sını)? (?:\S{1,15} )?(?:reddet|redded|çıkmadı|verilmedi|alamadı)/u,
  ar: /(?:رفض|ترفض|رفضت|يرفض) (?:\S{1,20} ){0,3}(?:ترخيص|تسجيل|طلب|رخصة)/u,
  fa: /(?:مجوز|ثبت|درخواست).{0,15}(?:رد کرد|نداد|رد شد)/u,
  hi: /(?:लाइसेंस|पंजीकरण|आवेदन).{0,15}(?:इनकार|खारिज|अस्वीकार)/u,
  id: /(?:menolak|tolak) (?:\S{1,20} ){0,3}(?:izin|lisensi|pendaftaran|permohonan)/u,
  th: /ปฏิเสธ.{0,15}(?:ใบอนุญาต|ขึ้นทะเบียน|คำขอ)|ไม่อนุมัติใบอนุญาต/u,
  vi: /từ chối (?:\S{1,12} ){0,4}(?:giấy phép|đăng ký|đơn)/u,
};

/** Takes back a licence or a registration, for good. */
export const REVOKES: Verbs = {
  en: /(?<!\p{L})(?:revok(?:es|ed)|withdr(?:aws|ew)|cancel(?:s|led|ed)|strip(?:s|ped)|pull(?:s|ed)) (?:\S{1,20} ){0,4}(?:licen[cs]e|registration|authori[sz]ation|permit)/u,
  zh: /(?:吊[销銷]|撤[销銷回]|取消|[注註][销銷]).{0,12}(?:牌照|[许許]可|登[记記]|[注註][册冊]|[资資]格)|(?:牌照|[许許]可|登[记記])(?:被|遭)(?:吊[销銷]|撤[销銷回]|取消)/u,
  ja: /(?:登録|免許|認可).{0,4}取り?消/u,
  ko: /(?:신고|등록|인가|허가|면허|라이선스).{0,6}(?:취소|박탈|말소)/u,
  es: /(?:revoca|revocan|revocó|retira|retiran|retiró|cancela|canceló) (?:\S{1,20} ){0,4}(?:licencia|registro|autorización)/u,
  pt: /(?:revoga|revogam|revogou|cassa|cassou|cancela|cancelou) (?:\S{1,20} ){0,4}(?:licença|registro|registo|autorização)/u,
  fr: /(?:révoque|révoquent|retire|retirent|annule) (?:\S{1,20} ){0,4}(?:licence|agrément|enregistrement|autorisation)/u,
  de: /(?:entzieht|entziehen|widerruft) (?:\S{1,20} ){0,4}(?:lizenz|erlaubnis|registrierung)/u,
  it: /(?:revoca|revocano|ritira|cancella) (?:\S{1,20} ){0,4}(?:licenza|registrazione|autorizzazione)/u,
  nl: /(?:trekt|ontneemt) (?:\S{1,20} ){0,4}(?:vergunning|registratie|licentie)/u,
  pl: /(?:cofa|cofnęł[ao]|cofnął|odbiera|odebrał[ao]?) (?:\S{1,20} ){0,4}(?:licencj|zezwoleni|rejestracj)/u,
  ru: /(?:отозвал\p{L}?|отзыва\p{L}{2,3}|аннулир\p{L}{2,5}|лишил\p{L}?) (?:\S{1,20} ){0,4}(?:лицензи|регистраци)/u,
  uk: /(?:відклика\p{L}{1,3}|анулю\p{L}{1,4}|позбави\p{L}{1,3}) (?:\S{1,20} ){0,4}(?:ліцензі|реєстраці)/u,
  tr: /(?:lisansını|lisansı|kaydını|yetkisini|iznini) (?:\S{1,15} )?(?:iptal|geri al)/u,
  ar: /(?:سحب|تسحب|سحبت|إلغاء|تلغي|ألغت) (?:\S{1,20} ){0,3}(?:ترخيص|تسجيل|رخصة)/u,
  fa: /(?:مجوز|ثبت).{0,15}(?:لغو|باطل)/u,
  hi: /(?:लाइसेंस|पंजीकरण).{0,15}रद्द/u,
  id: /(?:mencabut|cabut|membatalkan) (?:\S{1,20} ){0,3}(?:izin|lisensi|pendaftaran)/u,
  th: /(?:เพิกถอน|ถอน)ใบอนุญาต/u,
  vi: /(?:thu hồi|tước|hủy) (?:\S{1,12} ){0,3}(?:giấy phép|đăng ký)/u,
};
