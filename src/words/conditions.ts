import { baseLanguage } from '../domain/base-language.ts';
import type { Kind } from '../domain/taxonomy.ts';
import type { Verbs } from './verbs-of-authorities.ts';

/** Says under what condition something comes about. In Portuguese `se` alone is mostly "itself". */
const IF: Verbs = {
  en: /(?<!\p{L})(?:if|unless|provided that)(?!\p{L})/u,
  zh: /若|如果|如未|一旦|倘|除非|否[则則]/u,
  ja: /(?:なけ)?れば|(?:場合|なら|たら)(?:は|、|に|$)/u,
  ko: /(?:되|하|않으|없으|으)면(?= )/u,
  es: /(?<!\p{L})(?:si|a menos que|salvo que|en caso de)(?!\p{L})/u,
  pt: /^(?:se|caso) (?!a |o |as |os )|(?<!\p{L})(?:a menos que|se não)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:s'ils?|si|sauf si|à moins|faute d['e])(?!\p{L})/u,
  de: /^sollten? |(?<!\p{L})(?:wenn|falls|sofern)(?!\p{L})/u,
  it: /^se |, se |(?<!\p{L})a meno che(?!\p{L})/u,
  nl: /^als |, als |(?<!\p{L})tenzij(?!\p{L})/u,
  pl: /(?<!\p{L})(?:jeśli|jeżeli|o ile|chyba że)(?!\p{L})/u,
  ru: /(?<!\p{L})(?:если|в случае)(?!\p{L})/u,
  uk: /(?<!\p{L})(?:якщо|у разі|в разі)(?!\p{L})/u,
  tr: /(?:[ae]z|[aeıiuü]r)s[ae](?!\p{L})|(?<!\p{L})aksi (?:halde|takdirde)/u,
  ar: /(?<!\p{L})(?:إذا|اذا|ما لم|في حال)(?!\p{L})/u,
  fa: /(?<!\p{L})(?:اگر|مگر)(?!\p{L})/u,
  hi: /अगर|यदि|(?:न|नहीं) मिल[ाी] तो/u,
  id: /(?<!\p{L})(?:jika|bila|kalau|apabila|kecuali)(?!\p{L})/u,
  th: /หาก|ถ้า/u,
  vi: /(?<!\p{L})(?:nếu|trừ khi)(?!\p{L})/u,
};

/** What a sentence begins with: "Without a licence Binance must leave". */
const WITHOUT_LICENCE: Verbs = {
  de: /^ohne (?:eine )?(?:lizenz|zulassung|erlaubnis)/u,
  fr: /^sans (?:agrément|licence|autorisation)/u,
  es: /^sin (?:licencia|autorización)/u,
  pt: /^sem (?:licença|autorização)/u,
  it: /^senza (?:licenza|autorizzazione)/u,
  nl: /^zonder (?:vergunning|registratie)/u,
  pl: /^bez (?:licencji|zezwolenia)/u,
  ru: /^без лицензии/u,
  uk: /^без ліцензії/u,
};
/** What befalls one exchange; of all that have no licence rules and warnings may speak. */
const OF_ONE: readonly Kind[] = ['market-exit', 'service-halt', 'licence-denied-or-revoked'];

/** True of a clause, in lower case, that tells what comes about under a condition. */
export const isConditional = (clause: string, language: string, kind: Kind): boolean => {
  const base = baseLanguage(language);
  const has = (words: Verbs): boolean => words[base]?.test(clause) ?? false;
  return has(IF) || (OF_ONE.includes(kind) && has(WITHOUT_LICENCE));
};
