import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { openingOf } from './opening.ts';
import type { Spoil } from './spoil.ts';
import { withoutAll } from './without-all.ts';

/** Sanctions upon a country, and what is said of those who keep to them or do not. */
const UPON_COUNTRIES: readonly RegExp[] = [
  /\bsanctions? (?:against|on|upon|over) (?:\p{L}{1,12} )?(?:russia|iran|belarus|moscow|kremlin|north korea|syria|cuba|venezuela|myanmar)\p{L}{0,2}|\bsanctions? (?:lists?|regime|rules|laws?|package|compliance|evasion)\b/giu,
  /\b(?:evad(?:e|es|ing)|dodg(?:e|es|ing)|escap(?:e|es|ing)|skirt(?:s|ing)?|bypass(?:es|ing)?|circumvent(?:s|ing)?|comply with|complies with|due to|amid) (?:\S{1,15} ){0,3}sanctions\b/giu,
  /\bpenalties (?:to|on|against) (?:russia|belarus|iran|north korea)\b/giu,
  /(?:sanciones|sanções|sanzioni|sanctions) (?:contra|a|contro|contre|de|della|à) (?:la )?(?:rus|irán|irã|iran|bielor|corea)\p{L}{0,4}/giu,
  /(?:evadir|eludir|burlar|esquivar|contourner|aggirare|driblar) (?:\S{1,6} )?(?:sanciones|sanções|sanctions|sanzioni)/giu,
  /санкци\p{L}{1,3} (?:(?:против|в отношении|проти) (?:\p{L}{1,12} )?(?:росси|рф|иран|ирану|белорус|кндр|росії|ірану)\p{L}{0,2}|сша(?!\p{L})|ес(?!\p{L})|запада)|обход\p{L}{0,3} санкци\p{L}{1,3}/giu,
  /sanktionen gegen (?:russland|iran|belarus)|umgehung (?:von|der) sanktionen|sanktionsumgehung/giu,
  /对(?:俄罗斯|俄|伊朗|朝鲜)\S{0,4}制裁|對(?:俄羅斯|俄|伊朗|北韓)\S{0,4}制裁|(?:规避|規避|逃避|绕过|繞過)\S{0,6}制裁/gu,
  /(?:対ロ|対露|ロシア|イラン|北朝鮮)\S{0,6}制裁|制裁(?:逃れ|回避)/gu,
  /(?:대러|대이란|러시아|이란)\S{0,4} ?제재|제재 ?(?:회피|우회)/gu,
  /(?:rusya|iran)\p{L}{0,4}['’]?\p{L}{0,3} (?:yönelik |karşı )?yaptırım\p{L}{0,6}|yaptırımlar\p{L}{0,3} (?:delm|aş|kaçın)\p{L}{0,4}/giu,
];

/** An exchange that must keep to the sanctions upon a country is not gone against: "warns exchanges against helping Russia evade sanctions". */
export const isOfSanctionsLaw: Spoil = (source, { measures: [{ kind }] }, { taxonomy }) => {
  if (kind !== 'enforcement') return false;
  const opening = openingOf(source);
  const rest = withoutAll(opening, UPON_COUNTRIES);
  return rest !== opening && findFirst(rest, cuesIn(taxonomy.cues[kind] ?? {}, source.language)) < 0;
};
