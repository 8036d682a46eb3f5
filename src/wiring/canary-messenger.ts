import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Messenger, Words } from '../domain/ports.ts';

/** The words of alerts, marked as a test, and with nothing to press. */
export const testWords = (words: Words): Words => ({
  ...words,
  languages: words.languages,
  alert: (incident, alert, reader) => {
    const card = words.alert(incident, alert, reader);
    const mark = words.say(reader.language, 'ops.canary.mark');
    return { ...card, headline: `${mark}: ${card.headline}`, buttons: [] };
  },
});

/** Sends without a sound, and the next time edits what it sent: operators' chats are not flooded. Outlives a turn. */
export const createCanaryMessenger = (messenger: Messenger): Messenger => {
  const last = new Map<string, string>();

  const edit = async (to: Destination, message: Parameters<Messenger['send']>[1]): Promise<Outcome> => {
    const known = last.get(destinationKey(to));
    if (known === undefined) return { kind: 'reply-lost' };
    last.delete(destinationKey(to));
    return messenger.edit(to, known, message);
  };

  return {
    platform: messenger.platform,
    render: (card) => messenger.render(card),
    edit: (...asked) => messenger.edit(...asked),
    async send(to, message, deliveryId, again) {
      const edited = await edit(to, message);
      // The person may have deleted it: then a new one.
      const outcome =
        edited.kind === 'sent'
          ? edited
          : await messenger.send(to, { ...message, silent: true }, deliveryId, again);
      if (outcome.kind === 'sent') last.set(destinationKey(to), outcome.messageId);
      return outcome;
    },
  };
};
