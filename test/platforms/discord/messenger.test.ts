import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AlertCard, Card } from '../../../src/domain/card.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import { alertCard, textCard } from '../../contracts/cards.ts';
import { FAULTS } from '../../support/discord-rest.ts';
import {
  DISCORD_TROUBLES,
  type DiscordStage,
  type DiscordTrouble,
  openDiscordStage,
  shownMessage,
} from '../../support/discord-stage.ts';

const EXPECTED: Readonly<Record<DiscordTrouble, Partial<Outcome>>> = {
  'rate-limited-for-7s': { kind: 'later', afterMs: 7000 },
  'server-fault': { kind: 'later' },
  'connection-refused': { kind: 'later' },
  gone: { kind: 'gone' },
  forbidden: { kind: 'forbidden' },
  'not-understood': { kind: 'rejected' },
  'token-refused': { kind: 'unauthorised' },
  'answer-lost': { kind: 'unknown' },
};

const MINUTES = 60_000;

let stage: DiscordStage;
beforeEach(async () => {
  stage = await openDiscordStage();
});
afterEach(() => stage.close());

const send = (card: Card, deliveryId = 'delivery1', replyTo?: string): Promise<Outcome> =>
  stage.messenger.send(
    stage.destination,
    { ...stage.messenger.render(card), ...(replyTo === undefined ? {} : { replyTo }) },
    deliveryId,
  );

const idOf = (outcome: Outcome): string => (outcome.kind === 'sent' ? outcome.messageId : outcome.kind);

describe('Discord as a messenger', () => {
  test('sends an alert and gives the id of the message', async () => {
    expect(idOf(await send(alertCard))).toBe(stage.server.messages(stage.destination.chat)[0]?.id);
  });

  test('shows every character of an alert as it was written', async () => {
    await send(alertCard);
    const [shown] = stage.shown();
    for (const part of [alertCard.headline, alertCard.status, alertCard.summary, 'A & B News'])
      expect(shown).toContain(part);
  });

  test('sends an answer of plain text', async () => {
    await send(textCard('1 < 2 & 3 > 2'));
    expect(stage.shown()).toEqual(['1 < 2 & 3 > 2']);
  });

  test('sends the fallback, still escaped, where a message has no payload', async () => {
    const message = { ...stage.messenger.render(alertCard), payload: undefined };
    await stage.messenger.send(stage.destination, message, 'delivery1');
    expect(stage.shown()[0]).toContain(alertCard.headline);
    expect(stage.server.messages(stage.destination.chat)[0]?.body.content).toContain('\\<Binance\\>');
  });

  test('sends a reply to an earlier message', async () => {
    const first = idOf(await send(alertCard));
    await send(alertCard, 'delivery2', first);
    expect(stage.server.messages(stage.destination.chat)[1]?.body.message_reference).toMatchObject({
      message_id: first,
    });
  });

  test('sends a reply as an ordinary message where the earlier one was deleted', async () => {
    expect(await send(alertCard, 'delivery1', '999999')).toMatchObject({ kind: 'sent' });
  });

  test('asks for a message without reply where it may not read the history', async () => {
    stage.server.deny(stage.destination.chat, 'readMessageHistory');
    expect(await send(alertCard, 'delivery1', '999999')).toEqual({ kind: 'reply-lost' });
  });

  test('edits a message that it sent', async () => {
    const first = idOf(await send(alertCard));
    await stage.messenger.edit(stage.destination, first, stage.messenger.render(textCard('after')));
    expect(stage.shown()).toEqual(['after']);
  });

  test('says that a message it should edit is lost', async () => {
    const message = stage.messenger.render(alertCard);
    expect(await stage.messenger.edit(stage.destination, '999999', message)).toEqual({ kind: 'reply-lost' });
  });

  test('mentions nobody but the role that is asked for', async () => {
    await send(alertCard);
    await stage.messenger.send(
      stage.destination,
      { ...stage.messenger.render(alertCard), mention: '77' },
      'delivery2',
    );
    const [without, with77] = stage.server.messages(stage.destination.chat).map(({ body }) => body);
    expect(without?.allowed_mentions).toEqual({ parse: [] });
    expect(with77).toMatchObject({ content: '<@&77>', allowed_mentions: { parse: [], roles: ['77'] } });
  });

  test('sends silently when asked to', async () => {
    await stage.messenger.send(
      stage.destination,
      { ...stage.messenger.render(alertCard), silent: true },
      'delivery1',
    );
    expect(stage.server.messages(stage.destination.chat)[0]?.body.flags).toBe(1 << 12);
  });

  test.each(DISCORD_TROUBLES)('turns %s into its outcome', async (trouble) => {
    await stage.prepare(trouble);
    expect(await send(alertCard)).toMatchObject(EXPECTED[trouble]);
  });
});

describe('a request', () => {
  test('that is not answered in time may have arrived', async () => {
    await stage.close();
    stage = await openDiscordStage({ deadlineMs: 1000 });
    stage.server.fail(/^POST/, 'hang');
    expect(await send(alertCard)).toMatchObject({ kind: 'unknown' });
    expect(await send(alertCard)).toMatchObject({ kind: 'sent' });
    expect(stage.server.messages(stage.destination.chat)).toHaveLength(1);
  });

  test('is not made any more once the token was refused', async () => {
    stage.server.refuseToken(true);
    await send(alertCard);
    expect(await send(alertCard)).toMatchObject({ kind: 'unauthorised' });
    expect(stage.server.calls).toHaveLength(1);
  });
});

describe('a delivery that is sent again', () => {
  test('is absorbed by its nonce where the answer was lost', async () => {
    await stage.prepare('answer-lost');
    await send(alertCard);
    stage.clock.advance(MINUTES);
    expect(idOf(await send(alertCard))).toBe(stage.server.messages(stage.destination.chat)[0]?.id);
    expect(stage.server.messages(stage.destination.chat)).toHaveLength(1);
  });

  test('is found among the last messages when its nonce is forgotten', async () => {
    await stage.prepare('answer-lost');
    await send(alertCard);
    stage.clock.advance(10 * MINUTES);
    expect(idOf(await send(alertCard))).toBe(stage.server.messages(stage.destination.chat)[0]?.id);
    expect(stage.server.messages(stage.destination.chat)).toHaveLength(1);
  });

  test('goes out when its nonce is forgotten and it never arrived', async () => {
    stage.server.fail(/^POST/, 'refuse');
    expect(await send(alertCard)).toMatchObject({ kind: 'unknown' });
    stage.clock.advance(10 * MINUTES);
    expect(await send(alertCard)).toMatchObject({ kind: 'sent' });
  });

  test('is found by a later run, whatever became of its nonce', async () => {
    const first = idOf(await send(alertCard));
    stage.clock.advance(10 * MINUTES);
    const later = stage.restarted();
    const again = await later.send(stage.destination, later.render(alertCard), 'delivery1', true);
    expect(idOf(again)).toBe(first);
    expect(stage.server.messages(stage.destination.chat)).toHaveLength(1);
  });

  test('is looked for anew where the look back itself was not answered', async () => {
    await stage.close();
    stage = await openDiscordStage({ deadlineMs: 200 });
    await send(alertCard);
    stage.clock.advance(10 * MINUTES);
    const later = stage.restarted();
    const again = () => later.send(stage.destination, later.render(alertCard), 'delivery1', true);
    stage.server.fail(/^GET/, 'hang');
    expect(await again()).toMatchObject({ kind: 'unknown' });
    expect(await again()).toMatchObject({ kind: 'sent' });
    expect(stage.server.messages(stage.destination.chat)).toHaveLength(1);
  });

  test('goes out in a later run when it never arrived, though one of the same incident stands there', async () => {
    await send(alertCard);
    const later = stage.restarted();
    const update = later.render({ ...alertCard, change: 'In force now' });
    expect(await later.send(stage.destination, update, 'delivery2', true)).toMatchObject({ kind: 'sent' });
    expect(stage.server.messages(stage.destination.chat)).toHaveLength(2);
  });

  test('is not looked for where it is sent for the first time', async () => {
    await send(alertCard);
    expect(stage.server.calls).toHaveLength(1);
  });

  test('is not repeated by the client itself', async () => {
    stage.server.fail(/^POST/, FAULTS.serverError);
    await send(alertCard);
    expect(stage.server.calls).toHaveLength(1);
  });
});

describe('rate limits', () => {
  test('hold the whole platform when they are global', async () => {
    stage.server.fail(/^POST/, FAULTS.waitGlobal(3));
    expect(await send(alertCard)).toMatchObject({ kind: 'later', afterMs: 3000, everyone: true });
  });

  test('hold one channel when they are shared with other bots', async () => {
    stage.server.fail(/^POST/, FAULTS.waitShared(4));
    expect(await send(alertCard)).toEqual({ kind: 'later', afterMs: 4000, why: 'rate limit (shared)' });
  });

  test('are known beforehand from the headers of the last answer', async () => {
    await stage.close();
    stage = await openDiscordStage({ now: Date.now, bucket: { limit: 2, windowMs: 900 } });
    await send(alertCard, 'delivery1');
    await send(alertCard, 'delivery2');
    expect(await send(alertCard, 'delivery3')).toMatchObject({ kind: 'later' });
    expect(stage.server.calls).toHaveLength(2);
  });
});

describe('other places', () => {
  test('get a post of its own per incident in a forum, and revisions into it', async () => {
    const { server, messenger } = stage;
    const forum = server.world.addChannel({ kind: 'forum', guild: server.world.addGuild('Forum readers') });
    const destination = { platform: 'discord', chat: forum } as const;
    const first = idOf(await messenger.send(destination, messenger.render(alertCard), 'delivery1'));
    await messenger.send(destination, { ...messenger.render(alertCard), replyTo: first }, 'delivery2');
    const [thread = ''] = first.split('/');
    await messenger.edit(destination, first, messenger.render({ ...alertCard, headline: 'Edited' }));
    expect(server.messages(thread).map(shownMessage)[0]).toMatch(/^Edited/);
    expect(server.world.channels.get(thread)).toMatchObject({ parent: forum, name: alertCard.headline });
    expect(server.messages(thread)).toHaveLength(2);
  });

  test('are not given a second post where the answer to the first was lost', async () => {
    const { server, messenger } = stage;
    const forum = server.world.addChannel({ kind: 'forum', guild: server.world.addGuild('Forum readers') });
    const destination = { platform: 'discord', chat: forum } as const;
    server.fail(/threads$/, 'lose-answer');
    await messenger.send(destination, messenger.render(alertCard), 'delivery1');
    const again = idOf(await messenger.send(destination, messenger.render(alertCard), 'delivery1'));
    const posts = [...server.world.channels.values()].filter(({ parent }) => parent === forum);
    expect(posts.map(({ id }) => `${id}/${server.messages(id)[0]?.id}`)).toEqual([again]);
  });

  describe('of which a later run does not know whether they have their post', () => {
    const openForum = () => {
      const { world } = stage.server;
      const chat = world.addChannel({ kind: 'forum', guild: world.addGuild('Forum readers') });
      const posts = () => [...world.channels.values()].filter(({ parent }) => parent === chat);
      return { destination: { platform: 'discord', chat } as const, posts };
    };

    test('are not given a second one', async () => {
      const { destination, posts } = openForum();
      const { messenger } = stage;
      const first = idOf(await messenger.send(destination, messenger.render(alertCard), 'delivery1'));
      const later = stage.restarted();
      const again = await later.send(destination, later.render(alertCard), 'delivery1', true);
      expect(idOf(again)).toBe(first);
      expect(posts()).toHaveLength(1);
    });

    test('are given one though another incident has the same headline', async () => {
      const { destination, posts } = openForum();
      const { messenger } = stage;
      await messenger.send(destination, messenger.render(alertCard), 'delivery1');
      const later = stage.restarted();
      const other = later.render({ ...alertCard, incidentId: 'another-one', footer: 'another-' });
      await later.send(destination, other, 'delivery2', true);
      expect(posts()).toHaveLength(2);
    });
  });

  test('are learnt to be forums by their refusal, while the gateway is away', async () => {
    await stage.close();
    stage = await openDiscordStage({ isGatewayAway: true });
    const { server, messenger } = stage;
    const forum = server.world.addChannel({ kind: 'forum' });
    const outcome = await messenger.send(
      { platform: 'discord', chat: forum },
      messenger.render(alertCard),
      'delivery1',
    );
    expect(outcome).toMatchObject({ kind: 'sent' });
  });

  test('tag a post with those of its names that the forum has', async () => {
    const { server, messenger } = stage;
    const forum = server.world.addChannel({ kind: 'forum', tagRequired: true, tags: ['1', '2', '3'] });
    const message = messenger.render({ ...alertCard, tags: ['Tag2', 'tag3', 'ban'] });
    const first = idOf(await messenger.send({ platform: 'discord', chat: forum }, message, 'delivery1'));
    expect(server.world.channels.get(first.split('/')[0] ?? '')?.tags).toEqual(['2', '3']);
  });

  test('take a tag that is short for a kind, however it is spelt', async () => {
    const { server, messenger } = stage;
    const tags = ['Licence', 'ACCESS BLOCK', 'Bank', 'block'];
    const forum = server.world.addChannel({ kind: 'forum', tags });
    const message = messenger.render({ ...alertCard, tags: ['licence-denied-or-revoked', 'access-block'] });
    const first = idOf(await messenger.send({ platform: 'discord', chat: forum }, message, 'delivery1'));
    expect(server.world.channels.get(first.split('/')[0] ?? '')?.tags).toEqual(['Licence', 'ACCESS BLOCK']);
  });

  test('answer that a forum wants a tag', async () => {
    const { server, messenger } = stage;
    const forum = server.world.addChannel({ kind: 'forum', tagRequired: true, tags: ['1'] });
    const destination = { platform: 'discord', chat: forum } as const;
    expect(await messenger.send(destination, messenger.render(alertCard), 'delivery1')).toMatchObject({
      kind: 'forbidden',
    });
  });

  test('are threads, where what is written goes', async () => {
    const { server, messenger } = stage;
    const thread = server.world.addChannel({ kind: 'publicThread', parent: stage.destination.chat });
    await messenger.send({ ...stage.destination, thread }, messenger.render(alertCard), 'delivery1');
    expect(server.messages(thread).map(shownMessage)).toEqual([expect.stringContaining(alertCard.headline)]);
  });

  describe('that are announcement channels', () => {
    const openAnnouncements = () => {
      const { server, messenger } = stage;
      const chat = server.world.addChannel({ kind: 'announcement' });
      const destination = { platform: 'discord', chat } as const;
      let sent = 0;
      const announce = async (parts: Partial<AlertCard> = {}): Promise<string> => {
        sent += 1;
        const message = messenger.render({ ...alertCard, headline: `News ${sent}`, ...parts });
        return idOf(await messenger.send(destination, message, `delivery${sent}`));
      };
      const published = () => server.messages(chat).map(({ published: isOut }) => isOut);
      return { chat, destination, announce, published };
    };

    test('publish what is new and what is critical, and no other update', async () => {
      const { announce, published } = openAnnouncements();
      await announce();
      await announce({ change: 'In force now' });
      await announce({ change: 'Withdrawals stopped', tone: 'critical' });
      expect(published()).toEqual([true, false, true]);
    });

    test('are edited for no further source', async () => {
      const { server, messenger } = stage;
      const { chat, destination, announce } = openAnnouncements();
      const opened = await announce();
      expect(await messenger.edit(destination, opened, messenger.render(alertCard))).toMatchObject({
        kind: 'sent',
      });
      expect(server.messages(chat)[0]?.edits).toBe(0);
    });

    test('publish no more than Discord takes in an hour, and keep room for what is critical', async () => {
      const { announce, published } = openAnnouncements();
      for (let count = 0; count < 9; count += 1) await announce();
      for (let count = 0; count < 3; count += 1) await announce({ tone: 'critical' });
      expect(published()).toEqual([...Array(8).fill(true), false, true, true, false]);
      stage.clock.advance(60 * MINUTES);
      await announce();
      expect(published().at(-1)).toBe(true);
    });

    test('keep a message that Discord would not publish', async () => {
      const { announce, published } = openAnnouncements();
      stage.server.fail(/crosspost$/, FAULTS.serverError);
      await announce();
      expect(published()).toEqual([false]);
    });
  });
});
