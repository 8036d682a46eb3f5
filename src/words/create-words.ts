import type { Catalogue } from '../domain/catalogue.ts';
import type { Locale } from '../domain/locale.ts';
import type { Words } from '../domain/ports.ts';
import { alertCard } from './alert-card.ts';
import { digest } from './digest.ts';
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

  const voiceOf = (tag: string): Voice => {
    const language = pickLanguage(tag, speaker.languages);
    const voice = voices.get(language) ?? createVoice(speaker, names, language);
    voices.set(language, voice);
    return voice;
  };

  return {
    languages: speaker.languages,
    say: (language, key, params) => voiceOf(language).say(key, params),
    alert: (incident, alert, reader) =>
      alertCard(incident, alert, reader, voiceOf(reader.language), catalogue),
    digest: (incidents, reader) => digest(incidents, voiceOf(reader.language)),
    mistake: (error, language) => mistake(error, voiceOf(language)),
    exchangeName: (id, language) => voiceOf(language).exchange(id),
    placeName: (code, language) => voiceOf(language).place(code),
    time: (at, { zone, language }) => formatTime(at, zone, voiceOf(language).language),
  };
};
