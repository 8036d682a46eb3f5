import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';

const { words } = createSteps();
const fieldsOf = (title: string, language: string, authority: string, jurisdictions: readonly string[]) =>
  words
    .alert(
      incident({
        authority,
        exchanges: ['binance'],
        jurisdictions: [...jurisdictions],
        measures: [measure({ kind: 'enforcement', stage: 'in-force' })],
        sources: [source({ feedKind: 'press', title, text: '', language })],
      }),
      alert(),
      reader('en'),
    )
    .fields.map(({ label, value }) => `${label}=${value}`);

describe('who only stands by', () => {
  test.each([
    ['zh', '新加坡金管局：FTX未获牌照；商务部已对币安展开调查', 'sg-mas', 'SG'],
    ['en', 'MAS: FTX had no licence; police have charged Binance', 'sg-mas', 'SG'],
  ])('does not act where it speaks of what another does, in %s: %s', (language, title, authority, place) => {
    expect(fieldsOf(title, language, authority, [place]).join()).not.toContain('Who=');
  });

  test('acts where it speaks of itself', () => {
    const told = fieldsOf('新加坡金管局：已对币安展开调查', 'zh', 'sg-mas', ['SG']);
    expect(told).toContain('Who=Monetary Authority of Singapore');
  });

  test('does not act where others impose sanctions and it has its say, nor is its country the place', () => {
    const title = 'US hits Binance with sanctions, Russian Central Bank afraid of it';
    const told = fieldsOf(title, 'en', 'ru-cbr', ['RU', 'US']).join();
    expect(told).toContain('Where=US');
    expect(told).not.toContain('Who=');
  });
});
