import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { render } from '../../src/cli/render.ts';
import { PLATFORMS, type Platform } from '../../src/domain/destination.ts';
import { CONFIRMATIONS } from '../../src/domain/incident.ts';
import { KINDS, STAGES } from '../../src/domain/taxonomy.ts';
import { createPreviewStep } from '../../src/late-steps.ts';
import { createSteps } from '../../src/steps.ts';
import { written } from '../support/written.ts';
import { incident, measure, source } from '../words/examples.ts';

const steps = createSteps();
const preview = await createPreviewStep();

/** Every kind at every stage; the confirmations, who acts and the direction of writing take turns. */
const CASES = KINDS.flatMap((kind, row) =>
  STAGES.map((stage, column) => ({
    name: `${kind}, ${stage}`,
    incident: incident({
      measures: [measure({ kind, stage, direction: stage === 'eased' ? 'eases' : 'tightens' })],
      confirmation: CONFIRMATIONS[(row + column) % CONFIRMATIONS.length] ?? 'unconfirmed',
      exchanges: column % 2 === 0 ? ['binance'] : ['okx', 'kraken', 'upbit'],
      ...(row % 2 === 0 ? { authority: 'ng-sec' } : {}),
      sources: [source({ title: 'Nigeria and the exchanges', text: '' })],
    }),
  })),
);

/** Discord's request on one line: sixty-five of them are to be read. */
const oneLine = (platform: Platform, text: string): string =>
  platform === 'discord' ? JSON.stringify(JSON.parse(text)) : text.trimEnd();

const rendered = async (platform: Platform, language: string): Promise<string> => {
  const all: string[] = [];
  for (const { name, incident: told } of CASES) {
    const { output, all: text } = written();
    const input = Readable.from([JSON.stringify({ incident: told })]);
    await render({ input, output }, steps, preview, { platform, language, zone: 'UTC' });
    all.push(`## ${name}, ${told.confirmation}\n${oneLine(platform, text())}`);
  }
  return `\n${all.join('\n\n')}\n`;
};

describe('every kind, stage and confirmation, to be read', () => {
  describe.each(PLATFORMS)('on %s', (platform) => {
    test.each(['en', 'zh', 'ar'])('in %s', async (language) => {
      expect(await rendered(platform, language)).toMatchSnapshot();
    });
  });
});
