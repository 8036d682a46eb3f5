import { describe, expect, test } from '@jest/globals';
import { readEntryLine } from '../../src/cli/entry-line.ts';
import { createSteps } from '../../src/steps.ts';

const steps = createSteps();

/** The parts of countries that the first report of an entry is of. */
const partsIn = (title: string, text = ''): readonly string[] => {
  const line = { title, text, language: 'en', publishedAt: '2024-01-12T10:00:00Z' };
  const { entry, feed } = readEntryLine(line, steps);
  return steps.classify(entry, feed).reports[0]?.subdivisions ?? [];
};

describe('the part of a country that acts', () => {
  test('is the one in which an authority of its own acts', () => {
    expect(partsIn('NYDFS fines Coinbase $50 million over compliance failures')).toEqual(['US-NY']);
  });

  test('is named by the title', () => {
    expect(partsIn('Texas orders KuCoin to stop serving residents')).toEqual(['US-TX']);
  });

  test('is not the city in which an authority of the whole country sues', () => {
    const text = 'The US Securities and Exchange Commission filed suit in San Francisco.';
    expect(partsIn('SEC sues Kraken for running an unregistered exchange', text)).toEqual([]);
  });

  test('is not the state of the court to which an authority of the whole country goes', () => {
    const text = 'The Justice Department unsealed the indictment in New York on Tuesday.';
    expect(partsIn('US Justice Department charges KuCoin and its founders', text)).toEqual([]);
  });
});
