import type { Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { BY_OTHERS } from './kinds-by-actor.ts';
import { ANY, type Pair, saysOf } from './said-of.ts';

const EN_MEASURE =
  /\b(?:bans?|block(?:s|ing)?|orders?|revocation|suspension|restrictions?|cut-?off|website)\b/i;
const EN_STANDING =
  /\b(?:bans?|banned|block(?:s|ed)?|in place|in force|off limits|suspended|restrictions?)\b/i;
const ZH_MEASURE = /禁令|封[锁鎖禁]|禁止|限制|屏蔽|[处處][罚罰]|吊[销銷]|[决決]定|命令|原判/;
const ES_MEASURE = /prohibici|veto|bloque|suspensi|revocaci|retirada|orden de/i;
const PT_MEASURE = /proibiç|bloque|veto|suspens|ordem|cassaç|revogaç/i;
const FR_MEASURE = /interdiction|blocage|suspension|injonction|retrait/i;
const IT_MEASURE = /divieto|blocco|oscuramento|sospensione|revoca|inibitoria/i;
const DE_MEASURE = /verbot|sperr|untersagung|anordnung|widerruf|blokkade|verbod/i;

/** Who upholds a measure, or refuses to lift it, takes none: "keeps its website blocked". */
const KEEPS: readonly Pair[] = [
  [/\buph(?:olds?|eld|olding)\b/i, EN_MEASURE],
  [/\b(?:keep|kept|leave|left|maintain|retain)(?:s|ed|ing)?\b/i, EN_STANDING],
  [/\b(?:remains?|stays?) (?:blocked|banned|suspended|off limits|in place|in force)\b/i, ANY],
  [
    /\b(?:refus|declin)(?:es?|ed|ing) to (?:lift|stay|overturn|unblock|suspend|ease|remove|end)\b/i,
    EN_MEASURE,
  ],
  [/维持|維持|保留/, ZH_MEASURE],
  [/拒[绝絕](?:解除|解封|解禁|取消|撤[销銷])/, ZH_MEASURE],
  [/(?:继续|繼續)(?:封[锁鎖禁]|禁止|屏蔽)/, ANY],
  [/(?:禁止|遮断|命令|処分|停止|取消し?|ブロック)\S{0,4}(?:を|の)(?:維持|支持|継続)/, ANY],
  [/(?:差し止め|執行停止|解除)\S{0,6}(?:却下|認めず|認めない|拒否)/, ANY],
  [/(?:차단|금지|처분|명령|정지|취소)\S{0,4} ?(?:유지|확정)|(?:해제|집행정지)\S{0,6} ?(?:거부|기각)/, ANY],
  [/(?<!\p{L})(?:confirm|mant(?:ien|uv)|ratific|aval|respald)\p{L}{1,4} /iu, ES_MEASURE],
  [/(?<!\p{L})(?:mant[éêi]m|manteve|mantiveram|confirmou|confirma|ratificou|referendou) /iu, PT_MEASURE],
  [
    /(?<!\p{L})(?:se niegan? a|rechaza|se recusa a|recusa|refusent? de|rifiuta di) (?:levantar|desbloquear|retirar|suspender|lever|débloquer|revocare|sbloccare|rimuovere)/iu,
    ANY,
  ],
  [/(?<!\p{L})(?:confirm|maintien|maintenu|valid)\p{L}{0,4} /iu, FR_MEASURE],
  [/(?<!\p{L})(?:conferma|confermano|mantiene|mantengono|convalida) /iu, IT_MEASURE],
  [/(?<!\p{L})(?:bestätig|bekräftig|handhaaf|bevestig)\p{L}{1,3} /iu, DE_MEASURE],
  [/(?<!\p{L})bleib(?:t|en) /iu, /(?:gesperrt|verboten|untersagt|blockiert)/iu],
  [/остав(?:ил|ля|ит|ят)\p{L}{0,3} |оста[её]тся /iu, /в силе|под запретом|заблокирован/iu],
  [/подтверди\p{L}{1,3} |сохрани\p{L}{1,3} /iu, /запрет|блокировк|отзыв/iu],
  [/отказал\p{L}{0,3} /iu, /снять|снятии|разблокир|отменить|отмене/iu],
  [
    /залиши\p{L}{1,3} |підтверди\p{L}{1,3} |відмови\p{L}{1,3} /iu,
    /в силі|чинн|заблокован|заборон|блокуван|розблок/iu,
  ],
  [/(?:utrzym|podtrzym)\p{L}{1,4} /iu, /zakaz|blokad|decyzj/iu],
  [/(?:yasa[kğ]|engel|karar)\p{L}{0,6} /iu, /onad|onayla|korud|sürdür/iu],
  [/kaldır(?:may?ı reddet|mıyor|madı|mayacak)/iu, ANY],
  [/[تي]ؤيد|أيدت?|[تي]بقي|أبقت?|رفضت? (?:رفع|إلغاء)/, /حظر|حجب|تعليق/],
  [/(?:pertahankan|mempertahankan|kuatkan|menguatkan) /iu, /larangan|pemblokiran|blokir|pencabutan/iu],
  [/(?:giữ nguyên|duy trì) /iu, /lệnh (?:cấm|chặn)|việc (?:cấm|chặn)/iu],
  [/คง(?:คำสั่ง|การ)(?:ห้าม|ปิดกั้น|ระงับ)/, ANY],
];

/** True where a title tells of a measure that stands, and that somebody leaves as it is. */
export const isKept = ({ title }: Pick<Source, 'title'>, kind: Kind): boolean =>
  BY_OTHERS.includes(kind) && saysOf(KEEPS, title);
