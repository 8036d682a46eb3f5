import { describe, expect, test } from '@jest/globals';
import { readActors } from '../../src/classify/read-actors.ts';
import type { Kind } from '../../src/domain/taxonomy.ts';
import { readWith } from '../support/read-with.ts';

const actorsIn = (kind: Kind, title: string, places: readonly string[], taken: readonly number[] = []) => {
  const { document, mentions, lexicon } = readWith(title);
  const clauses = new Set(document.tokens.map(({ clause }) => clause));
  const actors = readActors(kind, mentions, {
    clauses,
    places,
    taken: new Set(taken),
    authorities: lexicon.authorities,
  });
  return { authority: actors.authority?.id, through: actors.through?.id };
};

describe('who acts', () => {
  test('is the authority that the entry names', () => {
    expect(actorsIn('warning', 'FCA warns about crypto exchange Binance', ['GB']).authority).toBe('gb-fca');
  });

  test('is that of the place where it bites, before one that is named first', () => {
    const title = 'After a word with the SEC, MAS orders crypto exchange Binance to stop';
    expect(actorsIn('cease-and-desist', title, ['SG']).authority).toBe('sg-mas');
  });

  test('is the central bank of the only country named, where the text says no more', () => {
    expect(actorsIn('ban', 'Central bank bans crypto exchanges in Iran', ['IR']).authority).toBe('ir-cbi');
    expect(actorsIn('ban', 'Central bank bans crypto exchanges', ['IR', 'IQ']).authority).toBe('authorities');
  });

  test('is only the sort where no name is told', () => {
    expect(actorsIn('ban', 'Regulators ban crypto exchange', []).authority).toBe('regulators');
  });

  test('is nobody where an exchange leaves by itself', () => {
    expect(actorsIn('market-exit', 'Binance leaves as authorities look on', []).authority).toBeUndefined();
  });
});

describe('through whom', () => {
  test('is the store or the bank that carries it out', () => {
    expect(actorsIn('access-block', 'India asks Apple to remove crypto app Binance', ['IN']).through).toBe(
      'us-appstore',
    );
    expect(actorsIn('bank-cutoff', 'Banks told to close accounts of crypto exchanges', []).through).toBe(
      'banks',
    );
  });

  test('is not the payment company that is itself restricted', () => {
    const title = 'PayPal suspends crypto purchases';
    expect(actorsIn('bank-cutoff', title, []).through).toBe('us-paypal');
    expect(actorsIn('bank-cutoff', title, [], [0]).through).not.toBe('us-paypal');
  });
});
