import { anyMatches } from './any-matches.ts';

/** What is said of that which nobody touches: "withdrawals continue as normal", "现货交易照常进行". */
const GOES_ON: readonly RegExp[] = [
  /\b(?:continue|continues|will continue|remains?|stays?|still)\b(?! to (?:be )?(?:halt|suspend|block|restrict|freez|paus|clos|frozen)| (?:halted|suspended|blocked|frozen|paused|closed|down|offline|unavailable|restricted))|\bunaffected\b|\bnot (?:be )?affected\b|\bas (?:normal|usual)\b|\bkeeps? (?:working|running)\b/i,
  /不受影响|不受影響|照常|正常(?:进行|進行|运行|運行|使用)?|仍可|继续(?:开放|可用|进行)|繼續(?:開放|可用|進行)/,
  /通常(?:通り|どおり|どうり)|影響(?:は)?(?:な|ありません|受けない)|(?:継続|引き続き)(?:し|可能|利用|提供)/,
  /정상|영향 ?(?:없|받지 않)|계속 ?(?:가능|이용|유지)|(?<!불)가능/,
  /(?<!\p{L})(?:siguen?|seguirán?|contin[uú]an?|continuarán?|permanecen?|con normalidad|no (?:se )?(?:ven?|verán?|resultan?)? ?afectad)/iu,
  /(?<!\p{L})(?:segue|seguem|seguirá|continuam|continua|continuará|normalmente|não (?:é|são|será|serão|foi|foram) (?:atingid|afetad))/iu,
  /(?<!\p{L})(?:continuent?|reste(?:nt)? (?:ouvert|disponible|possible)|pas (?:concern|affect)|normalement|(?:resta|restano|continua|continuano) )/iu,
  /(?<!\p{L})(?:bleib(?:t|en) (?:möglich|unberührt|offen|verfügbar)|(?:läuft|laufen) weiter|nicht betroffen|weiterhin möglich|(?:blijft|blijven) (?:mogelijk|beschikbaar))/iu,
  /продолжа|в обычном режиме|в штатном режиме|не затр|не косн|доступн[аоы](?!\p{L})|продовжу|у звичайному режимі/iu,
  /etkilenm|devam ed|normal (?:şekilde|seyrinde)|تستمر|يستمر|لا (?:تتأثر|يتأثر)|لن (?:تتأثر|يتأثر)|بشكل طبيعي/iu,
  /(?<!\p{L})(?:tetap (?:bisa|dapat|berjalan|normal)|tidak terdampak|vẫn (?:có thể|hoạt động|bình thường)|không bị ảnh hưởng)/iu,
];

/** Where another thing begins to be said. */
const CLAUSES =
  /[,，、،;；。・…\u3000]|(?<= )(?:but|while|whereas|though|pero|mientras|mas|enquanto|mais|tandis|aber|während|но|а|однако|ancak|fakat|لكن|بينما|tetapi|sementara|nhưng|trong khi)(?= )/u;

/**
 * A title and a first sentence, in lower case and on a line each, without the clauses that say what goes on as before. A
 * title that is one clause stays whole: it tells what is touched, too.
 */
export const withoutGoingOn = (opening: string): string =>
  opening
    .split('\n')
    .map((line, index) => {
      const clauses = line.split(CLAUSES);
      if (index === 0 && clauses.length === 1) return line;
      return clauses.filter((clause) => !anyMatches(GOES_ON, clause)).join(' | ');
    })
    .join('\n');
