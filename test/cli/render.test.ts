import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { type RenderOptions, render } from '../../src/cli/render.ts';
import { PLATFORMS } from '../../src/domain/destination.ts';
import { ConfigError } from '../../src/domain/errors.ts';
import { createPreviewStep } from '../../src/late-steps.ts';
import { createSteps } from '../../src/steps.ts';
import { written } from '../support/written.ts';
import { alert, incident, measure, source, wechat } from '../words/examples.ts';

const steps = createSteps();

const rendered = async (json: string, options: Partial<RenderOptions> = {}): Promise<string> => {
  const { output, all } = written();
  const wanted = { platform: 'terminal', language: 'en', zone: 'UTC', ...options } as const;
  await render({ input: Readable.from([json]), output }, steps, await createPreviewStep(), wanted);
  return all();
};

/** March 2018 with the names that we ship, on its second revision. */
const STORY = JSON.stringify({
  incident: {
    ...wechat(),
    authority: 'regulators',
    through: 'cn-wechat',
    revision: 2,
    sources: [
      ...wechat().sources,
      source({ publisher: 'A Beijing Paper', language: 'zh', title: '微信封停账号' }),
    ],
  },
  alert: alert({ revision: 2, change: 'updated', reasons: ['stage-advanced', 'severity-rose'] }),
});

/** Everything that can be stated, at once. */
const FULL = JSON.stringify({
  incident: incident({
    measures: [
      measure({
        kind: 'service-halt',
        stage: 'announced',
        effectiveAt: Date.UTC(2018, 3, 1),
        scope: { entity: 'local-firm', users: 'new', functions: ['withdrawals', 'sign-up'] },
      }),
      measure({ kind: 'account-freeze', stage: 'reported' }),
    ],
    exchanges: ['binance'],
    jurisdictions: ['NG'],
    severity: 'critical',
    confirmation: 'corroborated',
    disputed: true,
    sources: [source({ language: 'ko', title: '출금 중단' })],
  }),
});

describe('curbwatch render', () => {
  describe.each(PLATFORMS)('on %s', (platform) => {
    test.each(['en', 'zh', 'ru'])('tells the story of March 2018 in %s', async (language) => {
      expect(await rendered(STORY, { platform, language, zone: 'Asia/Shanghai' })).toMatchSnapshot();
    });
  });

  test.each(steps.words.languages)('states everything at once in %s, to be read aloud', async (language) => {
    expect(await rendered(FULL, { language, zone: 'Europe/London' })).toMatchSnapshot();
  });

  test('takes an entry, and reads it as the bot would', async () => {
    const entry = { title: 'Nigeria orders networks to block Binance', publishedAt: '2024-02-21T12:00:00Z' };
    expect(await rendered(JSON.stringify(entry))).toContain('Nigeria');
  });

  test.each([
    ['no JSON', 'x', 'is not JSON'],
    ['a list', '[]', 'is not a JSON object'],
    ['nothing to tell', '{"incident":{"measures":[],"sources":[]}}', 'no measures or no sources'],
    ['an entry that reports nothing', '{"title":"Bitcoin rises"}', 'makes no alert'],
  ])('refuses %s, and says what it takes', async (_, json, problem) => {
    await expect(rendered(json)).rejects.toThrow(problem);
    await expect(rendered(json)).rejects.toThrow(ConfigError);
  });

  test('refuses a time zone that there is not', async () => {
    await expect(rendered(STORY, { zone: 'Foo/Bar' })).rejects.toThrow('--zone: Foo/Bar is no time zone');
  });

  test('names the languages that it speaks where another is wished', async () => {
    await expect(rendered(STORY, { language: 'xx' })).rejects.toThrow('Say one of ar, en');
  });
});
