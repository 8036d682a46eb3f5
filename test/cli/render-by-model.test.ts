import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { render } from '../../src/cli/render.ts';
import { PLATFORMS } from '../../src/domain/destination.ts';
import { createPreviewStep } from '../../src/late-steps.ts';
import { createSteps } from '../../src/steps.ts';
import { written } from '../support/written.ts';
import { incident, measure, source } from '../words/examples.ts';

const steps = createSteps();
const preview = await createPreviewStep();

const SUMMARIES = {
  ar: 'أمرت نيجيريا بحجب موقع بينانس.',
  en: 'Nigeria has ordered operators to block the website of Binance.',
  es: 'Nigeria ha ordenado a las operadoras bloquear el sitio de Binance.',
  ja: 'ナイジェリアはバイナンスのサイトを遮断するよう命じた。',
  ko: '나이지리아가 바이낸스 사이트를 차단하라고 명령했다.',
  pt: 'A Nigéria ordenou às operadoras que bloqueiem o site da Binance.',
  ru: 'Нигерия велела операторам заблокировать сайт Binance.',
  tr: 'Nijerya, operatörlere Binance sitesini engelleme emri verdi.',
  zh: '尼日利亚下令封锁币安网站。',
  'zh-Hant': '奈及利亞下令封鎖幣安網站。',
};

/** An order that a Thai paper tells of, in words that none of our readers reads. */
const TOLD = incident({
  measures: [measure({ kind: 'access-block', stage: 'announced', scope: { functions: ['site'] } })],
  authority: 'ng-ncc',
  sources: [source({ title: 'ไนจีเรียสั่งบล็อก Binance', text: '', language: 'th', summaries: SUMMARIES })],
});

describe('a summary by a language model, to be read', () => {
  describe.each(PLATFORMS)('on %s', (platform) => {
    test.each(steps.words.languages)('in %s has its mark', async (language) => {
      const { output, all } = written();
      const input = Readable.from([JSON.stringify({ incident: TOLD })]);
      await render({ input, output }, steps, preview, { platform, language, zone: 'UTC' });
      expect(all()).toContain(steps.words.say(language, 'summary.by-model'));
      expect(`\n${all().trimEnd()}\n`).toMatchSnapshot();
    });
  });
});
