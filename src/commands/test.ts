import { openly, textCard } from './answer.ts';
import type { Handler } from './desk.ts';
import { cardOf } from './incident-lines.ts';
import { sampleIncident } from './sample-incident.ts';

/** A sample alert as this place would hear it, marked as such, with nothing to press. */
export const test: Handler = async ({ destination, language }, desk) => {
  const { words, clock, catalogue, defaults } = desk;
  const subscription = await desk.subscriptions.get(destination);
  const reader = {
    language: subscription?.language ?? language,
    zone: subscription?.zone ?? defaults.zone,
  };
  const incident = sampleIncident(
    subscription?.filters[0],
    catalogue.exchanges.map(({ id }) => id),
    clock.now(),
  );
  const card = cardOf(incident, words, reader);
  const mark = words.say(reader.language, 'commands.test.mark');
  return openly(textCard([words.say(reader.language, 'commands.test.intro')]), {
    ...card,
    headline: `${mark}${words.say(reader.language, 'phrase.colon')}${card.headline}`,
    buttons: [],
  });
};
