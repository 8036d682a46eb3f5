import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../src/domain/incident.ts';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';

const { words } = createSteps();
const card = (title: string, text: string, language: string, changes: Partial<Incident>) =>
  words.alert(
    incident({
      exchanges: ['kraken'],
      jurisdictions: [],
      sources: [source({ feedKind: 'press', title, text, language })],
      ...changes,
    }),
    alert(),
    reader('en'),
  );
const freeze = { measures: [measure({ kind: 'account-freeze' })] as const };
const labels = (...told: Parameters<typeof card>) => card(...told).fields.map(({ label }) => label);

describe('an exchange that declines what others do', () => {
  test.each([
    ['en', 'Crypto exchanges asked to freeze accounts', 'Kraken said it will not freeze accounts.'],
    ['ru', 'Криптобиржи замораживают счета', 'Kraken не будет замораживать счета.'],
    ['zh', '多家加密货币交易所冻结账户', 'Kraken表示不会冻结账户。'],
  ])('is not touched, in %s: %s', (language, title, text) => {
    expect(labels(title, text, language, freeze)).not.toContain('Exchanges');
  });

  test('is touched where it does it', () => {
    const text = 'Kraken said it will freeze accounts.';
    expect(labels('Crypto exchanges freeze accounts', text, 'en', freeze)).toContain('Exchanges');
  });
});

describe('a list of sanctions', () => {
  test('is not where those are who stand on it', () => {
    const text = 'Kraken blocks users based on the U.S. sanctions list.';
    const changes = { jurisdictions: ['US'], measures: [measure({ kind: 'service-halt' })] as const };
    expect(labels('Kraken updates its banned countries', text, 'en', changes)).not.toContain('Where');
  });
});

describe('a continent', () => {
  test('is not the union of its states', () => {
    const title = 'Bancos de este país de Europa cierran cuentas de los exchanges';
    const changes = {
      jurisdictions: ['EU'],
      exchanges: [],
      measures: [measure({ kind: 'bank-cutoff' })] as const,
    };
    expect(labels(title, '', 'es', changes)).not.toContain('Where');
    expect(labels(`${title} de la Unión Europea`, '', 'es', changes)).toContain('Where');
  });
});

describe('accounts of those of another nation', () => {
  test('are frozen where the one who freezes them acts', () => {
    const changes = {
      ...freeze,
      exchanges: [],
      jurisdictions: ['CH', 'RU'],
    };
    const { headline } = card('Suiza congelará cuentas rusas en exchanges', '', 'es', changes);
    expect(headline).toContain('Switzerland');
    expect(headline).not.toContain('Russia');
    expect(headline).toContain('some customers');
  });
});

describe('money of an exchange that is frozen', () => {
  test('is not frozen by the exchange', () => {
    const title = '美國法明頓銀行 : 已凍結Kraken存款';
    expect(card(title, '', 'zh', freeze).headline).toBe('Assets of Kraken frozen');
  });
});

describe('payments', () => {
  test('are no deposits', () => {
    const scope = { functions: ['deposits'] as const };
    const changes = { measures: [measure({ kind: 'cease-and-desist', scope })] as const };
    const title = 'Watchdog orders Kraken to stop payment services';
    expect(labels(title, '', 'en', changes)).not.toContain('Scope');
  });
});

describe('an exchange that loses its bank', () => {
  test.each([
    ['pt', 'Kraken e Capitual: o que está por trás do rompimento', 'A corretora está sem parceiro bancário.'],
    ['de', 'Kraken verliert ihren Partner für Zahlungen', ''],
  ])('is hit, and does not act, in %s: %s', (language, title, text) => {
    const changes = { measures: [measure({ kind: 'service-halt' })] as const };
    expect(card(title, text, language, changes).headline).not.toContain('by Kraken');
  });
});

describe('the wider campaign', () => {
  test('is no summary of the news', () => {
    const text = 'The move is part of a broader effort by the watchdog to regulate crypto exchanges.';
    expect(card('Regulator blocks Kraken', text, 'en', {}).summary).toBeUndefined();
  });
});
