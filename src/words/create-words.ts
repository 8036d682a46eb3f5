import type { AlertCard } from '../domain/card.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Alert, Incident } from '../domain/incident.ts';
import { liftedFor, standingPart } from '../domain/lifted.ts';
import type { Locale } from '../domain/locale.ts';
import type { Reader, Words } from '../domain/ports.ts';
import { alertCard } from './alert-card.ts';
import { digest } from './digest.ts';
import { createEvident } from './evident.ts';
import { mistake } from './mistake.ts';
import { pickLanguage } from './pick-language.ts';
import { createSpeaker } from './speaker.ts';
import { formatTime } from './time.ts';
import { createVoice, indexNames, type Voice } from './voice.ts';

/** Everything that a reader sees, from the locales and the names of the catalogue. */
export const createWords = ({
  locales,
  catalogue,
}: {
  readonly locales: readonly Locale[];
  readonly catalogue: Catalogue;
}): Words => {
  const speaker = createSpeaker(locales);
  const names = indexNames(catalogue);
  const voices = new Map<string, Voice>();
  const evident = createEvident(catalogue);

  const voiceOf = (tag: string): Voice => {
    const language = pickLanguage(tag, speaker.languages);
    const voice = voices.get(language) ?? createVoice(speaker, names, language);
    voices.set(language, voice);
    return voice;
  };

  // An incident goes to thousands of readers who share a few languages and zones.
  const cards = new WeakMap<Incident, Map<string, AlertCard>>();
  const cardOf = (incident: Incident, alert: Alert, reader: Reader): AlertCard => {
    const voice = voiceOf(reader.language);
    const key = JSON.stringify([voice.language, reader.zone, alert.change, alert.reasons, alert.at]);
    const known = cards.get(incident) ?? new Map<string, AlertCard>();
    const card =
      known.get(key) ??
      alertCard(evident(standingPart(incident)), alert, reader, voice, catalogue, liftedFor(incident));
    cards.set(incident, known.set(key, card));
    return card;
  };

  return {
    languages: speaker.languages,
    say: (language, key, params) => voiceOf(language).say(key, params),
    alert: cardOf,
    digest: (incidents, reader) =>
      digest(
        incidents.map((incident) => evident(standingPart(incident))),
        voiceOf(reader.language),
      ),
    mistake: (error, language) => mistake(error, voiceOf(language)),
    exchangeName: (id, language) => voiceOf(language).exchange(id),
    placeName: (code, language) => voiceOf(language).place(code),
    time: (at, { zone, language }) => formatTime(at, zone, voiceOf(language).language),
  };
};
