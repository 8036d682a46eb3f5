import type { TouchedFunction } from '../domain/report.ts';
import type { Params } from './speaker.ts';
import type { Voice } from './voice.ts';

/** Forms that a message may ask for: its number as a subject, its grammatical cases, its total count. */
const FORMS = ['n', 'gen', 'dat', 'acc', 'ins'] as const;
type Form = (typeof FORMS)[number] | 'nom';

/** A thing that a sentence names, sayable in any form. */
export type Phrase = (form: Form) => string;

/** `{exchanges}`, `{exchanges_n}`, `{exchanges_gen}`, … for one thing. */
export const formsOf = (name: string, phrase: Phrase): Params =>
  Object.fromEntries([
    [name, phrase('nom')],
    ...FORMS.map((form): [string, string] => [`${name}_${form}`, phrase(form)]),
  ]);

/** A string of the locale that tells its forms by `case`. */
export const spoken =
  (voice: Voice, key: string, params: Params = {}): Phrase =>
  (form) =>
    voice.say(key, { ...params, case: form });

/** A name: the same in every form, and never plural. */
export const named =
  (name: string): Phrase =>
  () =>
    name;

/** "crypto exchanges", "Binance", "Binance and OKX", "Binance and two other exchanges"; `more`: there are still others. */
export const exchangesPhrase = (voice: Voice, ids: readonly string[], more = false): Phrase => {
  const [first, second, ...rest] = ids.map((id) => voice.exchange(id));
  if (first === undefined) return spoken(voice, 'phrase.nobody');
  if (more) return spoken(voice, 'phrase.others', { first });
  if (second === undefined) return spoken(voice, 'phrase.one', { first });
  if (rest.length === 0) return spoken(voice, 'phrase.two', { first, second });
  return spoken(voice, 'phrase.more', { first, more: ids.length - 1, more_total: ids.length });
};

/** Whoever acts or is acted through: by name, or as a kind ("regulators"). */
export const authorityPhrase = (voice: Voice, id: string): Phrase => {
  const generic = voice.genericAuthority(id);
  return generic === undefined ? named(voice.authority(id)) : spoken(voice, `authority.${generic}`);
};

/** "withdrawals and deposits", "BTC withdrawals"; "services" where the functions are not stated. */
export const functionsPhrase =
  (voice: Voice, join: Voice['list'], functions: readonly TouchedFunction[] = [], coin?: string): Phrase =>
  (form) => {
    const keys = functions.length === 0 ? ['services'] : functions;
    const said = join(keys.map((key) => voice.say(`function.${key}`, { case: form })));
    return coin === undefined ? said : voice.say('phrase.of-coin', { what: said, coin });
  };
