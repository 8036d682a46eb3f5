import type { Incident } from '../domain/incident.ts';
import type { Voice } from './voice.ts';

/** More places than this are counted, not named. */
const MOST = 3;

/** Where it bites: the part of a country, where only a part acts, else the country. */
export const placesOf = ({ jurisdictions, subdivisions }: Incident): readonly string[] => {
  const whole = jurisdictions.filter((code) => !subdivisions.some((part) => part.startsWith(`${code}-`)));
  return [...whole, ...subdivisions];
};

/** "US", "US and UK", "US and 3 other places"; undefined where the place is not stated. */
export const placePhrase = (incident: Incident, voice: Voice): string | undefined => {
  const names = placesOf(incident).map((code) => voice.place(code));
  const [first] = names;
  if (first === undefined) return undefined;
  if (names.length > MOST) return voice.say('phrase.places', { first, more: names.length - 1 });
  return voice.list(names);
};
