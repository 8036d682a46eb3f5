import { baseLanguage } from '../domain/base-language.ts';
import type { Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { BY_OTHERS } from './kinds-by-actor.ts';
import { openingOf } from './opening.ts';
import type { Spoil } from './spoil.ts';
import { BANS } from './words-of-bans.ts';

/** What goes on already and is done more, or sooner: "steps up blocking". */
const MORE_OF_IT: readonly RegExp[] = [
  /\b(?:step(?:s|ped|ping)? up|speed(?:s|ed|ing)? up|accelerat(?:es?|ed|ing)|intensif(?:y|ies|ied)) (?:the |its )?(?:block|bans?\b|crackdown|curbs)/i,
  /(?:加强|加大|升级|加快|加速|强化|加強|升級|強化|持续|持續).{0,6}(?:屏蔽|遮蔽|封锁|封鎖|封禁|打击|打擊|拦截)/,
  /(?:遮断|ブロック|取り締まり|規制)\S{0,3}(?:強化|加速|迅速化)/,
  /(?:차단|단속|규제)\S{0,4} ?(?:강화|확대|속도)/,
  /(?:ยกระดับ|เร่ง|เดินหน้า)(?:การ)?(?:ปิดกั้น|บล็อก|ปราบ)/,
  /(?:đẩy mạnh|tăng cường|siết chặt) (?:việc )?(?:ngăn )?chặn/i,
  /(?:memperketat|perketat|tingkatkan|percepat|perkuat) (?:pemblokiran|blokir)/i,
  /(?:усил|ускор|ужесточ)\p{L}{1,5} блокиров/iu,
  /(?:посил|приско)\p{L}{1,6} блокуван/iu,
  /(?:zaostrza|wzmacnia|przyspiesza) (?:blokowanie|blokad)/i,
  /engelleme\p{L}{0,6} (?:hızlandır|artır|sıkılaştır)/iu,
  /(?:intensifica|refuerza|acelera|endurece)n? (?:el |los |la )?(?:bloqueo|veto)/i,
  /(?:intensifica|reforça|acelera|endurece)m? (?:o |os )?bloqueio/i,
  /(?:renforce|intensifie|accélère)(?:nt)? (?:le |les )?blocage/i,
  /(?:verschärf|verstärk|beschleunig|intensivier)(?:t|en) (?:die |das )?(?:sperr|blockad|blockier)/i,
  /(?:intensifica|rafforza|accelera)(?:no)? (?:il |i |l['’])?(?:blocco|blocchi|oscurament)/i,
  /(?:verscherp|versnel|intensiveer)(?:t|en) (?:de |het )?blokk/i,
  /(?:تشديد|تشدد|تكثف|تكثيف|تسريع|تسرع) (?:ال)?(?:حجب|حظر)/,
  /(?:تشدید|تسریع) (?:مسدود|فیلتر)/,
];

/** A list that stands already, and is to look otherwise. */
const CHANGED_LIST: readonly RegExp[] = [
  /\b(?:chang|amend|revis|modif|overhaul|split)(?:es|s|ed|ing|ies|ied)? (?:its |the )?(?:\w{1,12} )?(?:list|register)\b/i,
  /(?:modific|cambi|reform|revis)\p{L}{1,5} (?:su |la |el )?(?:lista|registro)/iu,
  /(?:alter|modific|reformul|rev)\p{L}{1,5} (?:a |sua |o )?(?:lista|registro)/iu,
  /(?:modifi|réform|révis|chang)\p{L}{1,5} (?:sa |la |son )?(?:liste|registre)/iu,
  /(?:änder|überarbeit)\p{L}{1,4} (?:ihre |die )?\p{L}{0,12}liste/iu,
  /(?:измен|пересм)\p{L}{1,6} (?:\p{L}{1,12} )?(?:спис|реестр)/iu,
  /(?:修改|调整|調整|改革).{0,6}(?:名单|名單|清单|清單)/,
  /(?:リスト|一覧)\S{0,3}(?:変更|見直)/,
];

/** Who keeps, or does not keep, to what was ordered before. */
const OF_BEFORE: readonly RegExp[] = [
  /\b(?:in the case of|compl(?:y|ies|ied|iance|ying) with|(?:violat|breach|def)(?:e[sd]|ied|ies|ed|es|ing|ion)? (?:of )?)(?: ?(?:the|an?|its|earlier|previous) ){0,2}(?:stop|cease|order|ban|injunction)/i,
  /(?:em caso de|referente (?:ao|à|a)|no caso d[oae]|descumpr\p{L}{1,6}(?: d[oae]| a| o)?) ?(?:stop order|ordem|proibição|suspensão)/iu,
  /(?:en el caso de|relativ[oa] a|incumpl\p{L}{1,6}(?: de)?) ?(?:la |el )?(?:orden|prohibición|veto|suspensión)/iu,
  /(?:non-respect|violation) (?:de |d['’])(?:la |l['’])?(?:ordre|interdiction|injonction)/i,
  /(?:наруш|исполн|выполн)\p{L}{1,6} (?:предписани|запрет|приказ|решени)/iu,
  /(?:违反|違反|遵守|执行|執行).{0,6}(?:禁令|命令|停业令|停業令)/,
  /(?:命令|処分)\S{0,2}(?:違反|に従わ|順守|遵守)/,
  /(?:명령|처분)\S{0,2} ?(?:위반|불이행|이행)/,
];

/** Who says why something was forbidden, or what it means, forbids nothing anew. */
const EXPLAINS: readonly RegExp[] = [
  /\b(?:explain(?:s|ed)?|clarif(?:y|ies|ied)|defend(?:s|ed)?|justif(?:y|ies|ied)) (?:\S{1,12} ){0,3}(?:ban|block|order|move|decision)\b/i,
  /(?:giải thích|làm rõ) (?:\S{1,12} ){0,2}(?:lệnh|việc)|(?:解释|解釋|说明|說明|澄清).{0,8}(?:禁令|封锁|封鎖|决定|決定)|(?:차단|금지)\S{0,3} (?:이유 )?(?:설명|해명)/i,
  /(?:объясни|пояснил|разъясни)\p{L}{1,3} (?:\p{L}{1,12} )?(?:запрет|блокиров|решени)/iu,
  /(?:explic|aclar|justific|defend|esclarec)\p{L}{1,4} (?:la |el |o |a |su |que )?(?:prohibici|veto|bloque|decisi|proibi)/iu,
  /(?:explique|justifie|défend|clarifie) (?:l['’]|le |la |sa |son )?(?:interdiction|blocage|décision)|(?:erklärt|begründet|verteidigt) (?:das |die |den )?(?:\p{L}{0,20}verbot|sperr)/iu,
  /(?:yasağ|engel|karar)\p{L}{0,5} (?:açıkla|savun)|(?:menjelaskan|jelaskan) (?:larangan|pemblokiran)|(?:توضح|أوضح|تشرح|شرح).{0,8}(?:الحظر|حظر|القرار)/iu,
];

/** True where a source gives reasons for an order that stands already. */
export const explainsOrder = (source: Pick<Source, 'title' | 'text'>): boolean =>
  anyMatches(EXPLAINS, openingOf(source));

/** Who says once more what was forbidden before. */
const REMINDS: readonly RegExp[] = [
  /\b(?:remind(?:s|ed|er)|reiterat(?:es?|ed)|reaffirm(?:s|ed)?|restat(?:es?|ed))\b/i,
  /重申|再次(?:强调|強調|提醒)|重ねて(?:注意|強調)|改めて(?:注意|禁止|強調)|재확인|재차 ?(?:강조|경고)/,
  /\b(?:recalca|recuerda|reitera|reafirma|remarca|insiste en que)n?\b|\b(?:reforça|relembra|lembra|reitera|reafirma)m? que\b/i,
  /\b(?:rappelle|réaffirme|réitère)(?:nt)?\b|\b(?:ribadisce|ricorda|ribadiscono) (?:che|il|lo)\b|\b(?:bekräftigt|erinnert daran)\b|\b(?:herhaalt|bevestigt opnieuw)\b/i,
  /напомни(?:л|ла|ло|ли)|напоминает|нагада(?:в|ла|ли)|нагадує|повторно (?:заявил|предупред)|przypomin/iu,
  /hatırlattı|yineledi|yeniden vurguladı|menegaskan (?:kembali|lagi)|kembali (?:mengingatkan|menegaskan)|nhắc lại|tái khẳng định|ย้ำ/iu,
  /[تي]?ذك[ّ]?ر ب|تجدد (?:ال)?تأكيد|جددت? (?:ال)?(?:تأكيد|تحذير)|दोहराया|یادآور/,
];

/** True where a title tells of a ban or another order that stands already, and of nobody's lifting it. */
export const remindsOf = ({ title, language }: Pick<Source, 'title' | 'language'>, kind: Kind): boolean =>
  anyMatches(REMINDS, title) &&
  (BY_OTHERS.includes(kind) || (BANS[baseLanguage(language)]?.test(title.toLowerCase()) ?? false));

const LISTED: readonly Kind[] = [...BY_OTHERS, 'warning'];

/** True where a title tells of more of what goes on already: the kind is what it is about, and nothing new of that kind. */
export const isMoreOfIt = ({ title }: Pick<Source, 'title'>, kind: Kind): boolean =>
  BY_OTHERS.includes(kind) && anyMatches(MORE_OF_IT, title);

/** A measure that is older than the news: it goes on, its list is changed, or somebody keeps to it or not. */
export const isEarlierMeasure: Spoil = (source, { measures: [{ kind, stage }] }) =>
  stage !== 'eased' &&
  LISTED.includes(kind) &&
  (isMoreOfIt(source, kind) ||
    remindsOf(source, kind) ||
    anyMatches(CHANGED_LIST, source.title) ||
    (BY_OTHERS.includes(kind) && (explainsOrder(source) || anyMatches(OF_BEFORE, openingOf(source)))));
