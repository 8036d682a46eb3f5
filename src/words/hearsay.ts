import type { Source } from '../domain/incident.ts';
import { openingOf } from './opening.ts';

const HEARSAY =
  /\breport|\balleg|\bsources\b|据报|據報|据悉|據悉|据称|據稱|сообща|источник|según|segundo|selon|보도|알려|報道|関係者|iddia|تقارير|مصادر/iu;

/** True where a title or a first sentence tells what others have told. */
export const isHearsay = (sources: readonly Source[]): boolean =>
  sources.some((source) => HEARSAY.test(openingOf(source)));
