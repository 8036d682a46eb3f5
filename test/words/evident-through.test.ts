import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressFields } from './press-fields.ts';

const { words } = createSteps();
const fields = createPressFields(words);

const block = { kind: 'access-block', stage: 'in-force' } as const;

describe('networks', () => {
  const through = { through: 'networks' };

  test.each([
    ['en', 'Telecom watchdog adds Kraken to its register of blocked sites'],
    ['ko', '통신위원회, 크라켄 접속 차단'],
    ['es', 'El regulador de telecomunicaciones bloquea Kraken, un proveedor de servicios de criptoactivos'],
    ['zh', '电信监管机构封锁Kraken网站'],
  ])(
    'are not those who watch over them, nor who serves the owners of coins, in %s: %s',
    (language, title) => {
      expect(fields([title, '', language], block, through)).not.toHaveProperty('Through');
    },
  );

  test.each([
    ['en', 'Internet providers block Kraken'],
    ['ko', '통신사, 크라켄 접속 차단'],
    ['es', 'Los operadores de telecomunicaciones bloquean Kraken'],
  ])('are told where they are spoken of, in %s: %s', (language, title) => {
    expect(fields([title, '', language], block, through)).toHaveProperty('Through', 'networks');
  });
});

describe('stores of apps', () => {
  const google = { through: 'us-googleplay', jurisdictions: ['IN'] };

  test.each([
    ['en', 'Google Play and Apple App Store to block app of Kraken in India'],
    ['zh', '谷歌Play与苹果应用商店在印度下架Kraken应用'],
  ])('are told together where a title names more than one, in %s: %s', (language, title) => {
    expect(fields([title, '', language], block, google)).toHaveProperty('Through', 'app stores');
  });

  test.each([
    ['en', 'After Apple App Store, Google Play removes app of Kraken in India'],
    ['en', 'Google Play Store removes app of Kraken in India'],
  ])('are told by name where one alone acts, in %s: %s', (language, title) => {
    expect(fields([title, '', language], block, google)).toHaveProperty('Through', 'Google Play');
  });
});

test('a carrier that cuts off a site is not told to have removed an app', () => {
  const title = 'Converge ICT blocks the website of Kraken';
  const changes = { through: 'ph-converge', jurisdictions: ['PH'] };
  expect(fields([title, '', 'en'], { ...block, scope: { functions: ['site'] } }, changes)).toMatchObject({
    Scope: 'the website',
  });
});
