import { anyMatches } from './any-matches.ts';

/** What opens the list of those whom a title counts: "The list includes …", "among them …". */
const LISTS: readonly RegExp[] = [
  /\b(?:list|blacklist|order|notice|names|they|these|those|(?:affected|blocked|banned|named|listed) \w{4,12}) (?:includes?|names?|covers?|comprises?|contains?|are)\b|\bamong (?:them|those)\b|\bamong the (?:affected|blocked|banned|named|listed)\b/,
  /其中|(?:名单|名單|清单|清單)(?:包括|涉及|包含|中有)|涉及/,
  /(?:対象|リスト|一覧)に?は|が?含まれ(?:る|て|た)/,
  /(?:대상|명단|목록|여기)에는|포함(?:됐|된|돼|되어)/,
  /\bla lista (?:incluye|comprende|menciona)|\bel listado (?:incluye|comprende)|\bentre (?:ellas|ellos)\b|\bfiguran\b/,
  /\ba lista (?:inclui|traz|cita)|\bentre (?:elas|eles)\b|\bestão na lista\b|\bfiguram\b/,
  /\bla liste (?:comprend|inclut|mentionne)|\bparmi (?:elles|eux|lesquel)|\bfigurent\b|\bla lista (?:include|comprende)|\btra (?:queste|questi|cui)\b/,
  /\bdie liste (?:umfasst|enthält|nennt)|\bdarunter\b|\bunter ihnen\b|\bbetroffen sind\b|\bde lijst (?:bevat|omvat)|\bwaaronder\b/,
  /среди (?:них|заблокированн)|в их числе|(?:в|список|перечень) (?:список|перечень|вош|попал|включ)|серед (?:них|заблокован)|\bwśród nich\b|\bna liście\b/,
  /aralarında|listede|listesinde|bunlar arasında/,
  /(?:تشمل|شملت|تضم|ضمت) (?:القائمة|اللائحة|المواقع|المنصات)|(?:من )?بينها|ومنها/,
  /\bdi antaranya\b|\bantara lain\b|\bdaftar (?:itu|tersebut) (?:mencakup|memuat)|(?:danh sách|trong đó) (?:gồm|bao gồm|có)/,
];

/** True of a sentence, in lower case, that names those of whom a title gives the number alone. */
export const listsNames = (sentence: string): boolean => anyMatches(LISTS, sentence);
