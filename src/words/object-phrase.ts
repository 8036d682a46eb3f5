import type { Measure } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { hasMore } from './has-more.ts';
import { exchangesPhrase, formsOf, type Phrase, spoken } from './phrase.ts';
import type { Told } from './told.ts';
import type { Voice } from './voice.ts';

/** What can be said of crypto as such; the rest is done to somebody. */
const OF_CRYPTO: readonly Kind[] = ['ban', 'warning', 'rulemaking'];

const unnamedPhrase = ({ unnamed, isVague = false }: Told, kind: Kind, voice: Voice): Phrase => {
  if (unnamed === undefined) return exchangesPhrase(voice, []);
  const isCrypto = unnamed === 'crypto' && (isVague || OF_CRYPTO.includes(kind));
  if (unnamed === 'one') return spoken(voice, 'phrase.one-exchange');
  if (unnamed === 'unlicensed' || unnamed === 'foreign') return spoken(voice, `phrase.${unnamed}`);
  return spoken(voice, isCrypto ? 'phrase.crypto' : 'phrase.crypto-services');
};

/** Whom a measure touches: the exchanges by name, those who lead them, or what the sources bear out without names. */
export const objectPhrase = (incident: Told, { kind }: Measure, voice: Voice): Phrase => {
  if (incident.exchanges.length === 0) return unnamedPhrase(incident, kind, voice);
  const exchanges = exchangesPhrase(voice, incident.exchanges, hasMore(incident));
  return incident.areOfficers === true && kind === 'enforcement'
    ? spoken(voice, 'phrase.officers', formsOf('exchanges', exchanges))
    : exchanges;
};
