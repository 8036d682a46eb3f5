import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, []);
const block = { kind: 'access-block', stage: 'in-force' } as const;

/** As somebody reads it who could read the title. */
const inItsOwnWords = (title: string, text: string): string =>
  words.alert(
    incident({
      exchanges: ['kraken'],
      jurisdictions: [],
      measures: [measure(block)],
      sources: [source({ feedKind: 'press', title, text, language: 'en' })],
    }),
    alert(),
    reader('en'),
  ).headline;

describe('a title that tells as done what its text tells as planned', () => {
  test('is no headline of ours', () => {
    const told = inItsOwnWords('Regulator blocks Kraken', 'Authorities plan to block the site of Kraken.');
    expect(told).toBe('Planned measure concerning Kraken (access block)');
  });

  test.each([
    ['of more', 'Authorities plan to block other sites as well.'],
    ['of something else', 'The authorities plan to meet on Friday.'],
    ['of what was done', 'The site, which the authorities planned to block, is blocked since today.'],
  ])('stands where the text tells %s', (_, text) => {
    expect(inItsOwnWords('Regulator blocks Kraken', text)).not.toContain('lanned');
  });
});

describe('rules', () => {
  const rules = { kind: 'rulemaking', stage: 'announced' } as const;

  test.each([
    ['ja', '金融庁、暗号資産の証拠金取引に上限規制へ'],
    ['ja', '金融庁、交換業者の規制を検討'],
    ['de', 'Aufsicht plant neue Regeln für Kryptobörsen'],
    ['es', 'El regulador prepara nuevas normas para los exchanges de criptomonedas'],
  ])('that a title tells as planned are proposed, in %s: %s', (language, title) => {
    expect(headline(title, language, rules)).toMatch(/proposed/);
  });

  test('that a title tells as made are not', () => {
    const told = headline('Aufsicht erlässt neue Regeln für Kryptobörsen', 'de', rules);
    expect(told).not.toContain('proposed');
  });
});
