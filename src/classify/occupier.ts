import { standsBefore, standsBehind } from '../domain/beside.ts';
import type { Document } from './document.ts';
import type { PlaceMention } from './find-mentions.ts';

/** So far from a name stands what makes its bearer the one who holds another place. */
const REACH = 32;

/** Behind the name, in folded letters: "Russian-occupied", "russisch besetzten", "俄罗斯占领的". */
const AFTER: readonly RegExp[] = [
  /^[- ](?:occupied|controlled|held|annexed|administered|linked|aligned)\b/,
  /^[- ]?(?:besetzt|kontrollier|annektier|bezet)/,
  /^(?:军队|軍隊)?(?:所)?(?:占领|占領|佔領|占据|佔據|控制|吞并)|^(?:が|に)?(?:占領|実効支配|支配|併合)|^(?:가|이)? ?(?:점령|점거|병합|장악)/,
  /^'?(?:n?[ıiuü]n)? (?:işgal|kontrol[üu]|ilhak)|^ (?:chiếm đóng|kiểm soát)/,
];
/** Before it: "ocupadas por Rusia", "оккупированных Россией". */
const BEFORE: readonly RegExp[] = [
  /\b(?:occupied|controlled|held|annexed|administered) by (?:the )?$/,
  /(?:ocupad|controlad|anexad|anexionad)[oa]s? (?:por|pel[oa]) (?:[ao] |la )?$/,
  /(?:occup|contrôl|annex)ée?s? par (?:la |le |l')?$|(?:occupat|controllat|anness)[eoai] da(?:lla |l |ll')?$/,
  /(?:оккупированн|подконтрольн|захваченн|аннексированн|окупован|підконтрольн)\p{L}{1,3} $|okupowan\p{L}{1,4} przez $/u,
  /(?:diduduki|dikuasai|تحتلها|المحتله من(?: قبل)?|تسیطر علیها) $/,
];

/**
 * True of a place that is named for holding another, or for being behind somebody, as in "Russian-occupied regions" and
 * "a Russia-linked exchange": nothing bites there by that.
 */
export const isOccupier = ({ normal: { text } }: Document, mention: PlaceMention): boolean =>
  standsBefore(BEFORE, text, mention, REACH) || standsBehind(AFTER, text, mention, REACH);
