import type { Verbs } from './verbs-of-authorities.ts';

/** Forbids or restricts access, whatever word of a ban is used for it: the firm itself is not forbidden anything. */
export const BLOCKS_ACCESS: Verbs = {
  en: /(?<!\p{L})(?:ban|prohibit|restrict|cut|block)(?:s|ed|ned)? (?:\p{L}{1,12} ){0,3}access to/u,
  zh: /(?:禁止|限制|切[断斷]|阻止|封[锁鎖]|屏蔽).{0,6}[访訪][问問]/u,
  ja: /(?:アクセス|接続)(?:を)?(?:禁止|制限|遮断)/u,
  ko: /(?:접속|접근)(?:을)? ?(?:금지|제한|차단)/u,
  es: /(?<!\p{L})(?:prohíben?|prohibió|restringen?|restringió|bloquean?|bloqueó) (?:el )?acceso/u,
  pt: /(?<!\p{L})(?:proíbem?|proibiu|restringem?|restringiu|bloqueiam?|bloqueou) (?:o )?acesso/u,
  fr: /(?<!\p{L})(?:interdit|interdisent|restreint|restreignent|bloque|bloquent|limite|limitent) l['’]accès/u,
  de: /(?<!\p{L})(?:verbietet|sperrt|beschränkt|blockiert) (?:den )?zugang/u,
  it: /(?<!\p{L})(?:vieta|blocca|limita) l['’]accesso/u,
  nl: /(?<!\p{L})(?:verbiedt|blokkeert|beperkt) (?:de )?toegang/u,
  pl: /(?<!\p{L})(?:zakazuje|zablokował[ao]?|blokuje|ogranicza|ograniczył[ao]?) dostęp/u,
  ru: /(?:запре|огранич|заблокир|закр)\p{L}{1,7} доступ/u,
  uk: /(?:заборон|обмеж|заблок|закр)\p{L}{1,6} доступ/u,
  tr: /erişim\p{L}{0,3} (?:yasakla|engelle|kısıtla|engeli)/u,
  ar: /(?:حظر|منع|قيد|حجب)ت? (?:ال)?(?:وصول|دخول)/u,
  fa: /دسترسی.{0,20}(?:ممنوع|مسدود|محدود)/u,
  hi: /(?:पहुंच|पहुँच|एक्सेस).{0,12}(?:प्रतिबंधित|रोक|बंद|ब्लॉक)/u,
  id: /(?<!\p{L})(?:melarang|membatasi|memblokir|blokir) akses/u,
  th: /(?:ห้าม|ปิดกั้น|บล็อก|จำกัด)การเข้าถึง/u,
  vi: /(?<!\p{L})(?:cấm|chặn|hạn chế) (?:quyền )?truy cập/u,
};
