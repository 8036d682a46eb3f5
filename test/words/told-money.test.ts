import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['binance']);
const halt = { kind: 'service-halt', stage: 'in-force', scope: { functions: ['trading'] } } as const;

describe('what is halted in one money', () => {
  test.each([
    ['es', 'AR', 'Binance suspende la negociación en pesos', 'Argentine Peso'],
    ['es', 'MX', 'Binance suspende la negociación en pesos', 'Mexican Peso'],
    ['vi', 'VN', 'Binance ngừng giao dịch P2P bằng tiền đồng', 'Vietnamese Dong'],
    ['id', 'ID', 'Binance menghentikan perdagangan rupiah', 'Indonesian Rupiah'],
    ['ru', 'KZ', 'Binance приостановила торги в тенге', 'Kazakhstani Tenge'],
    ['zh', 'TW', '币安暂停新台币交易', 'New Taiwan Dollar'],
    ['ja', 'PH', 'バイナンス、ペソの取引を停止', 'Philippine Peso'],
  ])('is told of that money alone, in %s of %s: %s', (language, place, title, money) => {
    expect(headline(title, language, halt, { jurisdictions: [place] })).toContain(`(in ${money} only)`);
  });

  test('is told of that money to readers of Chinese', () => {
    const told = createPressHeadline(words, ['binance'], 'zh');
    const title = 'Binance pauses peso trading pairs in Argentina a year after launch';
    expect(told(title, 'en', halt, { jurisdictions: ['AR'] })).toContain('阿根廷比索');
  });

  test('names no pesos where two countries have them', () => {
    const title = 'Binance suspende la negociación en pesos';
    expect(headline(title, 'es', halt, { jurisdictions: ['AR', 'MX'] })).not.toContain('Peso');
  });
});
