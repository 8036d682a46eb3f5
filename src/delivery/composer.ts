import type { Message } from '../domain/card.ts';
import type { Alert, Incident } from '../domain/incident.ts';
import type { Messenger, Words } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';

/** Turns incidents into a platform's message, in the language and zone of the subscription. */
export interface Composer {
  alert(messenger: Messenger, incident: Incident, alert: Alert, subscription: Subscription): Message;
  digest(messenger: Messenger, incidents: readonly Incident[], subscription: Subscription): Message;
  /** The same in words alone, for a platform that refused our markup. */
  plain(messenger: Messenger, message: Message): Message;
}

/** Thousands of chats read the same message; what is kept is bounded by languages x zones x alerts of the moment. */
const MOST_KEPT = 500;

export const createComposer = (words: Words): Composer => {
  const kept = new Map<string, Message>();

  const remember = (key: string, make: () => Message): Message => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return made;
  };

  return {
    alert(messenger, incident, alert, { language, zone }) {
      const version = [incident.id, incident.revision, incident.updatedAt, incident.sources.length];
      const key = [messenger.platform, ...version, alert.change, alert.reasons, language, zone].join('|');
      return remember(key, () => messenger.render(words.alert(incident, alert, { language, zone })));
    },
    digest: (messenger, incidents, { language, zone }) =>
      messenger.render(words.digest(incidents, { language, zone })),
    plain: (messenger, { plain }) =>
      messenger.render({
        shape: 'text',
        paragraphs: plain.split(/\n{2,}/).map((text) => [text]),
        buttons: [],
      }),
  };
};
