import type { Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { BY_GATEKEEPER, BY_OTHERS, OWN_ACTS } from './kinds-by-actor.ts';
import type { Spoil } from './spoil.ts';

type Titled = Pick<Source, 'title'>;

/** What is said of a measure, and within some words behind it the measure. */
type Pair = readonly [said: RegExp, of: RegExp];
/** So far behind. */
const REACH = 70;
/** The first part says it all. */
const ANY = /(?:)/;

const saysOf = (pairs: readonly Pair[], text: string): boolean =>
  pairs.some(([said, of]) => {
    const at = text.search(said);
    return at >= 0 && of.test(text.slice(at, at + REACH));
  });

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
export const isKept = ({ title }: Titled, kind: Kind): boolean =>
  BY_OTHERS.includes(kind) && saysOf(KEEPS, title);

/** What somebody says is not so, in the same clause: "denies blocking payments", "dementiert Sperre". */
const DENIES: readonly RegExp[] = [
  /\b(?:den(?:y|ies|ied)|refut(?:es|ed)|dismiss(?:es|ed)|quash(?:es|ed)) (?:(?:any|ever|having|being|been|reports?|rumou?rs?|claims?|suggestions?|plans?|it|its|that|of|the|has|had|is|was|will|to|a) ){0,6}(?:block|freez|froze|halt|suspen|cut|clos|shut|restrict|leav|exit|bann|limit|paus|stopp)/i,
  /(?:否[认認]|[辟闢][谣謠]).{0,24}(?:封|禁|停|冻结|凍結|限制|屏蔽|关闭|關閉|退出)/,
  /(?:停止|凍結|遮断|禁止|撤退|制限|閉鎖)(?:する|した)?(?:との|の|という)?(?:報道|噂|うわさ|説|情報)?(?:を|は)(?:否定|事実無根|デマ)/,
  /(?:차단|중단|동결|정지|철수|제한|폐쇄|금지)(?:설|했다는 \S{1,6}|한다는 \S{1,6}| 의혹| 보도)?(?:을|를|은|는)? ?(?:부인|"?사실 ?(?:무근|아냐|아니)|"?사실과 달라)/,
  /(?<!\p{L})(?:nieg(?:a|an)|neg(?:ó|aron)|desm(?:iente|ienten|intió)) (?:(?:haber(?: sido)?|que|los rumores de|las informaciones sobre|informes de|el|la|los|las|un|una|se|ha|haya|está) ){0,4}(?:\p{L}{1,20} ){0,1}(?:bloque|congel|suspen|cierr|cerr|prohib|restring|restricc|cort|limit|abandon|salida|salir)/iu,
  /(?<!\p{L})(?:neg(?:a|am|ou|aram)|desment(?:e|em|iu)) (?:(?:ter|que|os rumores de|[oa]s?|um|uma|de|se|foi|tenha|está|suposto|suposta) ){0,4}(?:bloque|congel|suspen|encerr|fech|proib|restri|cort|limit|sa[ií]d|sair)/iu,
  /(?<!\p{L})(?:dément(?:ent)?|nie(?:nt)?|réfute(?:nt)?|smentisce|smentiscono|nega(?:no)?) (?:(?:avoir|toute?|le|la|les|un|une|di|aver|il|i|l['’]) ?){0,3}(?:bloqu|blocage|blocc|geler|gel d|congel|suspen|sospe|ferm|interdi|restr|coup|limit|chiu|quitter)/iu,
];
/** The same where the words between tell nothing. */
const DENIES_ALSO: readonly Pair[] = [
  [
    /\b(?:den(?:ies|ied)|refut(?:es|ed)|dismiss(?:es|ed)|quash(?:es|ed)) (?:\S{1,20} )?(?:reports?|rumou?rs?)\b/i,
    /block|freez|froze|halt|suspen|\bcut|clos|shut|restrict|leav|exit|bann|limit|paus|stopp/i,
  ],
  [
    /(?<!\p{L})(?:bestreite[tn]|dementier(?:t|en|te)|ontken(?:t|nen)|zaprzecza(?:ją)?|zaprzeczy[łl]\p{L}{0,2}) /iu,
    /sperr|blocki|einfrier|schlie|verbot|einstell|blokk|blokowa|blokad|bevri|zamkni|wstrzyma/i,
  ],
  [
    /(?<!\p{L})(?:опроверг|отрица|спростува|заперечи)\p{L}{0,4} /iu,
    /блок|заморо|приостан|запре|огранич|закры|уход|отключ|заборон|закритт|обмежен|зупин/i,
  ],
  [/(?:engel|dondur|durdur|kapat|askıya|yasak|kısıt|çekil)/i, /yalanla|(?:iddia|haber)lar?ını reddet/i],
  [/(?<!\p{L})(?:[تي]?نف[يىت]|نفت)\p{L}{0,2} /u, /حظر|حجب|تجميد|تعليق|وقف|إغلاق|إيقاف/],
  [
    /(?<!\p{L})(?:mem)?bantah |(?<!\p{L})(?:menepis|tepis) /iu,
    /blokir|beku|tutup|penutupan|larang|setop|henti/i,
  ],
  [/phủ nhận|bác (?:bỏ )?(?:tin|thông tin)/i, /chặn|cấm|đóng|dừng|đình chỉ/i],
];
/** Behind these another speaks of another thing: "SEC sues Binance; exchange denies freezing accounts". */
const CLAUSE = /[;；]|(?<=\p{Script=Latin}), |，/u;
/** Languages that set a comma behind the one who denies. */
const TOPIC_FIRST = /^(?:tr|ja|ko)\b/;

const DENIABLE: readonly Kind[] = [...BY_GATEKEEPER, ...OWN_ACTS, 'ban', 'cease-and-desist'];

/** True where a title tells of a measure as denied, and of nothing else. */
export const isDeniedInTitle = (
  { title, language }: Pick<Source, 'title' | 'language'>,
  kind: Kind,
): boolean => {
  const [first = ''] = TOPIC_FIRST.test(language) ? [title] : title.split(CLAUSE);
  return DENIABLE.includes(kind) && (anyMatches(DENIES, first) || saysOf(DENIES_ALSO, first));
};

/** What an authority does not do: "does not revoke the licence, but bars new business". */
const NOT_DONE: readonly RegExp[] = [
  /\b(?:(?:do|does|did|has|have|will|would) not|(?:do|does|did|has|have|would)n['’]t|won['’]t|not|never) (?:yet )?(?:revok|withdraw|cancel|suspend|bann?|block|fin(?:e|ed|ing)\b|su(?:e|ed|ing)\b|charg|restrict|strip|prohibit|forbid|outlaw)/i,
  /(?:[未没沒]有?|并未|並未|[并並]不|不会|不會|暂不|暫不|不予)(?:被)?(?:吊[销銷]|撤[销銷]|取消|禁止|封[锁鎖禁]|屏蔽|暂停|暫停|[处處][罚罰]|起[诉訴])/,
  /(?:取り?消し|禁止|遮断|停止|処分)(?:は|を)?(?:しない|せず|見送|行わ(?:ない|ず))|(?:취소|정지|차단|금지|제재)(?:는|은|를|을)? ?(?:하지 않|않기로|면해|피해)/,
  /(?<!\p{L})no (?:les? |se |ha |han |va a )?(?:retir|revoc|cancel|prohíb|prohib|bloque|sancion|mult|suspend)/iu,
  /(?<!\p{L})não (?:lhe |vai |foi |irá )?(?:revog|cass|cancel|retir|proíb|proib|bloque|mult|suspend)/iu,
  /(?<!\p{L})n(?:e |['’])(?:\p{L}{1,8} ){0,2}?(?:retir|révoqu|interdi|bloqu|suspen|sanctionn)\p{L}{0,5} (?:pas|plus)(?!\p{L})|(?<!\p{L})non (?:ha |gli )?(?:revoc|ritir|viet|blocc|sospen|mult)/iu,
  /(?<!\p{L})(?:entzieht|entziehen|widerruft|widerrufen|untersagt|verbietet|sperrt|trekt|verbiedt|blokkeert)(?: [^\s,;:]{1,20}){0,5} (?:nicht|niet)(?!\p{L})|(?<!\p{L})(?:nicht|niet) (?:entzogen|widerrufen|verboten|gesperrt|untersagt|ingetrokken|geblokkeerd)/iu,
  /(?<!\p{L})(?:не|nie) (?:стал\p{L}{0,2} |буд[еу]т |буде )?(?:отозва|отозвал|отзыва|отзывать|аннулир|запре[тщ]|блокир|заблокир|приостан|лиш[аи]|оштраф|відклика|анулю|заборон|cof|zakaz|blok|odbier)/iu,
  /(?:iptal et|yasakla|engelle|askıya al|durdur)\p{L}{0,2}m(?:edi|adı|iyor|ıyor|eyecek|ayacak)/iu,
  /(?:لم|لن) [تي](?:سحب|لغ|حظر|حجب|منع|علق|وقف)|(?:tidak|belum) (?:mencabut|cabut|melarang|memblokir|membekukan)|không (?:thu hồi|cấm|chặn|đình chỉ)/iu,
];

/** True where a title says that somebody does not act. */
export const isNotTaken = ({ title }: Titled): boolean => anyMatches(NOT_DONE, title);

/** Of a measure that stands, is denied or is not taken, the kind is not told as done. */
export const isUndone: Spoil = (source, { measures: [{ kind }] }) =>
  isKept(source, kind) || isDeniedInTitle(source, kind) || (BY_OTHERS.includes(kind) && isNotTaken(source));
