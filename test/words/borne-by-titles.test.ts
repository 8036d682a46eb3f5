import { describe, expect, test } from '@jest/globals';
import type { Incident, Measure } from '../../src/domain/incident.ts';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';

const { words } = createSteps();

/** What the press tells of Kraken, as a reader hears it. */
const card = (
  title: string,
  one: Partial<Measure>,
  changes: Partial<Incident> = {},
  text = '',
  into = 'en',
) =>
  words.alert(
    incident({
      exchanges: ['kraken'],
      jurisdictions: ['JP'],
      measures: [measure(one)],
      sources: [source({ feedKind: 'press', title, text: `${text}\n\n\nJapan.` })],
      ...changes,
    }),
    alert(),
    reader(into),
  );
const halt = { kind: 'service-halt' } as const;
const fine = { kind: 'enforcement' } as const;

describe('a headline of ours', () => {
  test('is told where a title bears all of it', () => {
    expect(card('Kraken halts services in Japan', halt).headline).toBe('Japan: Kraken halts services');
    expect(card('Japan blocks Kraken', {}).headline).toBe('Japan blocks access to Kraken');
    expect(card('Kraken halts services in Japan after hack', halt).headline).toBe(
      'Japan: Kraken halts services',
    );
  });

  test.each([
    ['who acts', 'Kraken fined over missing papers', fine, { authority: 'jp-fsa' }],
    ['to whom', 'Japan blocks a large crypto exchange', {}, {}],
    ['what is done', 'Kraken gets bad news from Japan', fine, {}],
    ['how far it goes', 'Kraken halts some OTC services in Japan', halt, {}],
    ['how sure it is', 'Judge dismisses charges against Kraken in Japan', fine, {}],
    ['whose accounts', 'Kraken blocks crypto accounts of relatives in Japan', { kind: 'account-freeze' }, {}],
    ['which exchanges', 'Japan blocks foreign crypto exchange Kraken', {}, {}],
    ['how far it has come', 'Japan takes steps to block Kraken', { kind: 'access-block' }, {}],
    ['what the rules are', 'Japan makes rules for Kraken', { kind: 'rulemaking' }, {}],
    ['who is fined', 'Japan fines founders of Kraken', fine, {}],
  ] as const)('gives way to a title that alone says %s', (_, title, one, changes) => {
    expect(card(title, one, changes, 'The FSA of Japan is strict.').headline).toBe(title);
  });

  test('is told of what stands for some, where the title tells of all', () => {
    const title = 'Kraken and OKX halt some OTC services in Japan';
    const exchanges = ['kraken', 'okx'] as const;
    expect(card(title, halt, { exchanges }).headline).toBe(title);
    const eased = { ...halt, lifting: { exchanges: ['okx'] } };
    expect(card(title, eased, { exchanges }).headline).not.toContain('OKX');
  });

  test('is told to those who cannot read the title', () => {
    const title = 'Kraken fined over missing papers';
    const { headline } = card(title, fine, { authority: 'jp-fsa' }, 'The FSA of Japan says so.', 'es');
    expect(headline).not.toBe(title);
    expect(headline).toContain('Kraken');
  });

  test('is told where a title runs ahead of what is done', () => {
    const announced = { stage: 'announced' } as const;
    expect(card('Japan blocked a large crypto exchange', announced).headline).toBe(
      'Japan announces a block on Kraken',
    );
  });

  test('is told where a title says nothing of the matter', () => {
    expect(card('Number of the day: 3,330,000', fine, {}, 'Kraken is fined.').headline).toBe(
      'Japan: fine for Kraken',
    );
  });

  test('is told once there is more to tell than the first title did', () => {
    expect(card('Kraken gets bad news from Japan', halt, { revision: 2 }, 'Kraken halts it.').headline).toBe(
      'Japan: Kraken halts services',
    );
  });

  test('says that the local firm alone is meant, which a title seldom does', () => {
    const ban = { kind: 'ban', scope: { entity: 'local-firm' } } as const;
    const text = 'The ban is for the local unit of Kraken.';
    expect(card('Watchdog bars the crypto exchange Kraken', ban, {}, text).headline).toBe(
      'Japan bans Kraken (the local firm)',
    );
  });
});

describe('a title that is told in its own words', () => {
  const fields = (title: string, one: Partial<Measure>) => card(title, one).fields.map(({ label }) => label);

  test('is not contradicted by a stage', () => {
    expect(fields('Japan makes rules for Kraken', { kind: 'rulemaking' })).not.toContain('Stage');
    expect(fields('Japan blocks Kraken', {})).toContain('Stage');
  });

  test('has its marks back where a feed lost them', () => {
    const title = 'Kraken\\xa0gets bad news \\x93 again \\x93 from \\x9cJapan\\x9d\\xff';
    expect(card(title, fine).headline).toBe('Kraken gets bad news – again – from “Japan”');
  });
});
