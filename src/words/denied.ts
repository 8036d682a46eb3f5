import type { Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { BY_GATEKEEPER, OWN_ACTS } from './kinds-by-actor.ts';
import { type Pair, saysOf } from './said-of.ts';

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
