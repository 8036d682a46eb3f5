import type { Measure, Source } from '../domain/incident.ts';

/** Who strives, hopes or expects to resume has not resumed. */
const HOPES: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:aims?|hopes?|plans?|expects?|intends?|wants?|seeks?|prepares?|strives?|set|targets?) to (?:\p{L}{1,12} ){0,2}(?:resume|restart|reopen|restore|lift|unblock|unfreeze)/u,
  zh: /(?:力争|力爭|争取|爭取|希望|有望|计划|計劃|預計|预计|拟|擬|准备|準備|考虑|考慮|将于|將於|将在|將在|目标|目標).{0,14}(?:恢复|恢復|重启|重啟|重开|重開|解除|解冻|解凍|开放|開放)/u,
  ja: /(?:再開|解除|復旧)(?:へ|を?(?:目指|予定|検討|計画|希望|見込))/u,
  ko: /(?:재개|해제|복구)(?:를|을)? ?(?:목표|예정|추진|계획|검토|희망|전망|기대)/u,
  es: /(?<!\p{L})(?:espera|esperan|planea|planean|busca|buscan|prevé|prevén|pretende|quiere|aspira a|confía en) (?:reanudar|restablecer|reabrir|levantar)/u,
  pt: /(?<!\p{L})(?:espera|esperam|planeja|planejam|busca|prevê|pretende|pretendem|quer) (?:retomar|restabelecer|reabrir|liberar)/u,
  fr: /(?<!\p{L})(?:espère|espèrent|prévoit|prévoient|envisage|veut|compte) (?:de )?(?:reprendre|rétablir|rouvrir|lever)/u,
  de: /(?<!\p{L})(?:will|wollen|plant|hofft|beabsichtigt|strebt an)(?!\p{L}).{0,40}(?:wieder|aufnehmen|freigeben|aufheben)/u,
  it: /(?<!\p{L})(?:spera|prevede|intende|punta a|vuole)(?: di)? (?:riprendere|ripristinare|riaprire|sbloccare)/u,
  nl: /(?<!\p{L})(?:hoopt|wil|verwacht) (?:\S{1,20} )?(?:te )?(?:hervatten|heropenen|herstellen)/u,
  pl: /(?<!\p{L})(?:planuje|zamierza|chce|liczy na|ma nadzieję) .{0,12}(?:wznowi|przywróci|odblokowa)/u,
  ru: /(?<!\p{L})(?:надеется|планирует|намерена?|рассчитывает|собирается|хочет) (?:возобнов|восстанов|разблок|снять|открыть)/u,
  uk: /(?<!\p{L})(?:сподівається|планує|має намір|хоче) (?:віднов|розблок|зняти|відкрити)/u,
  tr: /(?:yeniden (?:aç|başla)|kaldır).{0,20}(?:planlıyor|hedefliyor|umuyor|bekliyor)/u,
  ar: /(?:تأمل|يأمل|تعتزم|يعتزم|تخطط|يخطط|تسعى|يسعى).{0,16}(?:استئناف|رفع|إعادة)/u,
  fa: /(?:قصد دارد|امیدوار|برنامه دارد).{0,24}(?:ازسرگیری|از سر|رفع)/u,
  hi: /(?:फिर से शुरू|बहाल) (?:करने की|करना)/u,
  id: /(?<!\p{L})(?:berharap|berencana|menargetkan|akan) (?:\p{L}{1,12} ){0,2}(?:membuka kembali|melanjutkan|memulihkan|mencabut)/u,
  th: /(?:คาด|หวัง|เตรียม|ตั้งเป้า).{0,12}(?:เปิด|กลับมา|คืน)/u,
  vi: /(?<!\p{L})(?:hy vọng|dự kiến|kế hoạch|mong|sẽ) .{0,12}(?:khôi phục|nối lại|mở lại|dỡ bỏ)/u,
};

/** True where every title tells of an easing as of something that somebody hopes for, or plans. */
export const isHopedFor = ({ stage }: Pick<Measure, 'stage'>, sources: readonly Source[]): boolean =>
  stage === 'eased' &&
  sources.every(({ title, language }) => HOPES[language.split('-')[0] ?? '']?.test(title.toLowerCase()));
