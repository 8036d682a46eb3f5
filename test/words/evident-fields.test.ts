import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../src/domain/incident.ts';
import { createSteps } from '../../src/steps.ts';
import { createPressFields } from './press-fields.ts';

const { words } = createSteps();
const fields = createPressFields(words);

describe('what is done', () => {
  const revoked = { kind: 'licence-denied-or-revoked', stage: 'in-force' } as const;

  test.each([
    ['en', 'Kraken withdraws its application for a Hong Kong licence'],
    ['pt', 'Kraken desiste do pedido de licença na Irlanda'],
    ['ko', '크라켄, 사업자 면허 신청 철회'],
    ['ru', 'Kraken отозвала свою заявку на лицензию'],
    ['en', "Kraken removed from the regulator's list of operators"],
    ['zh', 'Kraken被移出合规交易所名单'],
    ['tr', 'Kurul, Kraken platformunu faaliyet listesinden çıkardı'],
  ])(
    'is no licence refused where it was given up, or a list is all that is told of, in %s: %s',
    (language, title) => {
      expect(fields([title, '', language], revoked)).not.toHaveProperty('What');
    },
  );

  test('is a licence withdrawn where the title says so', () => {
    expect(fields(['Regulator revokes licence of Kraken', '', 'en'], revoked)).toHaveProperty('What');
  });

  test('is no leaving of a market where services are only halted, whatever was said before', () => {
    const exit = { kind: 'market-exit', stage: 'announced' } as const;
    const title = 'Kraken halts services in Ontario after its chief said an exit was likely';
    expect(fields([title, '', 'en'], exit)).not.toHaveProperty('What');
  });

  test('is no ban where the title tells of a suit that seeks one', () => {
    const text = 'The regulator seeks a permanent ban.';
    expect(fields(['Regulator sues Kraken', text, 'en'], { kind: 'ban' })).not.toHaveProperty('What');
  });
});

describe('who acts', () => {
  const leaves = { kind: 'market-exit', stage: 'announced' } as const;
  const fca = { authority: 'gb-fca', jurisdictions: ['GB'] };

  test('is not the authority with which an exchange that leaves has settled', () => {
    expect(
      fields(['Kraken settles with the FCA and leaves the UK', '', 'en'], leaves, fca),
    ).not.toHaveProperty('Who');
  });

  test('is the one that the title has order it', () => {
    expect(fields(['FCA orders Kraken to leave the UK', '', 'en'], leaves, fca)).toHaveProperty(
      'Who',
      'UK FCA',
    );
  });

  test.each([
    ['en', 'Self-regulatory rules of exchanges presented at the FCA'],
    ['ja', '英国FCA、暗号資産交換業の自主規制ルールを公表'],
  ])('is not the authority to which the trade shows its own rules, in %s: %s', (language, title) => {
    const rules = { kind: 'rulemaking', stage: 'announced' } as const;
    expect(fields([title, '', language], rules, { ...fca, exchanges: [] })).not.toHaveProperty('Who');
  });
});

describe('how far it has come', () => {
  test.each([
    ['ru', 'Почему Kraken блокирует счета', 'Биржа Kraken признала блокировку счетов.'],
    ['pt', 'Kraken congela contas', 'A Kraken confirmou o congelamento de contas.'],
    ['ja', 'Krakenが口座を凍結', 'Krakenは口座の凍結を認めた。'],
  ])('is not only reported what is admitted, in %s: %s', (language, title, text) => {
    const freeze = { kind: 'account-freeze', stage: 'reported' } as const;
    expect(fields([title, text, language], freeze)).toMatchObject({ Stage: 'in force' });
  });

  test.each([
    ['en', 'Kraken reportedly freezes accounts', 'Sources say that it has begun.'],
    ['ru', 'СМИ: Kraken блокирует счета', 'По данным источников, биржа закрыла доступ.'],
  ])('is only reported what others tell, in %s: %s', (language, title, text) => {
    const freeze = { kind: 'account-freeze', stage: 'reported' } as const;
    expect(words.languages).toContain(language);
    expect(Object.values(fields([title, text, language], freeze))).not.toContain('in force');
  });

  test('is not called a proposal where it is only discussed', () => {
    const rules = { kind: 'access-block', stage: 'proposed' } as const;
    const told = fields(['금융당국, 크라켄 대응 방안 논의', '', 'ko'], rules);
    expect(told).not.toHaveProperty('Stage');
  });
});

describe('a title that is stronger than its text', () => {
  const block = { kind: 'access-block', stage: 'announced' } as const;
  const philippines = { jurisdictions: ['PH'] };

  test.each([
    ['en', 'Philippines to block Kraken', 'The regulator asked the telecoms agency to block the site.'],
    ['es', 'Filipinas bloquea Kraken', 'El regulador pidió a la agencia que bloquee la web.'],
    ['ko', '필리핀, 크라켄 접속 차단', '규제당국이 통신위원회에 차단을 요청했다.'],
  ])('is told as what was asked for, in %s: %s', (language, title, text) => {
    const told = fields([title, text, language], block, philippines);
    expect(told).toMatchObject({ Stage: 'asked for, not ordered' });
  });

  test('is no request where only customers are asked for something', () => {
    const text = 'Access ends in June. The agency advised users to withdraw.';
    const told = fields(['Philippines orders block of Kraken', text, 'en'], block, philippines);
    expect(Object.values(told)).not.toContain('asked for, not ordered');
  });

  test('is not told to be asked for where the text tells of an order', () => {
    const banks = { kind: 'bank-cutoff', stage: 'announced' } as const;
    const title = 'Центробанк призывает банки отказать Kraken';
    expect(fields([title, 'Банкам велено не обслуживать биржу.', 'ru'], banks)).not.toHaveProperty('Stage');
  });
});

describe('what is told of another thing', () => {
  test.each([
    ['tr', 'Kripto borsalarına erişim engeli gündemde'],
    ['en', 'Block of crypto exchanges on the agenda'],
    ['ru', 'Блокировка криптобирж на повестке дня'],
  ])('is nobody’s proposal where it is only on the agenda, in %s: %s', (language, title) => {
    const block = { kind: 'access-block', stage: 'proposed' } as const;
    expect(fields([title, '', language], block, { exchanges: [] })).not.toHaveProperty('Stage');
  });

  test.each([
    ['en', 'Kraken halts withdrawals from its Earn programme'],
    ['ar', 'كراكن توقف السحب من برنامج "إيرن"'],
    ['zh', 'Kraken理财产品暂停提现'],
  ])('is no halt of the exchange where a programme beside it halts, in %s: %s', (language, title) => {
    const halt = { kind: 'service-halt', scope: { functions: ['withdrawals'] } } as const;
    expect(fields([title, '', language], halt)).not.toHaveProperty('What');
  });

  test.each([
    ['uk', 'Kraken повернула поповнення з банківських карток'],
    ['en', 'Kraken brings back deposits by bank card'],
  ])('is not what banks lift where an exchange brings it back, in %s: %s', (language, title) => {
    const eased = { kind: 'bank-cutoff', stage: 'eased', direction: 'eases' } as const;
    expect(fields([title, '', language], eased, { through: 'banks' })).not.toHaveProperty('Through');
  });
});

describe('who is touched', () => {
  const eased = { kind: 'bank-cutoff', stage: 'eased', direction: 'eases' } as const;

  test('is nobody who had left before, because of what is lifted now', () => {
    const text = 'The court found it too harsh; Kraken had left the country because of it.';
    expect(fields(['Court lifts bank ban on crypto', text, 'en'], eased)).not.toHaveProperty('Exchanges');
  });

  test('is nobody after whom others act', () => {
    const halt = { kind: 'service-halt', stage: 'in-force' } as const;
    const title = 'After Kraken, top Indian crypto exchanges disable deposits';
    expect(fields([title, '', 'en'], halt)).not.toHaveProperty('Exchanges');
  });

  test('is no customer of whom only a later sentence speaks', () => {
    const text = 'It may do nothing without consent. The guide tells what was banned for UK users.';
    const ban = { kind: 'ban', scope: { users: 'residents' } } as const;
    expect(fields(['Why regulators banned Kraken', text, 'en'], ban)).not.toHaveProperty('Scope');
  });

  test('is no customer who signs up, where exchanges must register', () => {
    const rules = { kind: 'rulemaking', scope: { functions: ['sign-up'] } } as const;
    const text = 'The registration of exchanges ends in June.';
    expect(fields(['Regulator sets rules for Kraken', text, 'en'], rules)).not.toHaveProperty('Scope');
  });

  test('is not the app alone, where the whole business is to stop', () => {
    const order = { kind: 'cease-and-desist', scope: { functions: ['app'] } } as const;
    const text = 'It must cease operations and take its app down.';
    expect(fields(['Regulator orders Kraken to stop', text, 'en'], order)).not.toHaveProperty('Scope');
  });
});

test('"the bank" in Arabic is no exchange', () => {
  const { classify } = createSteps();
  const entry = {
    id: 'a',
    feedId: 'f',
    key: 'a',
    title: 'البنك المركزي يحذر من منصات العملات المشفرة',
    text: 'قال البنك إن المنصات غير مرخصة.',
    publisher: 'f',
    language: 'ar',
    publishedAt: Date.UTC(2024, 5, 1),
    publishedEstimated: false,
    firstSeenAt: Date.UTC(2024, 5, 1),
    novelty: 'new',
    late: false,
    url: 'https://news.example/1',
  } as const;
  const feed = {
    id: 'f',
    url: '',
    publisher: 'f',
    kind: 'press',
    every: { min: 1, max: 2 },
    enabled: true,
  } as const;
  const reading = classify(entry, feed);
  expect(reading.relevant ? reading.reports.flatMap(({ exchanges }) => exchanges) : []).toEqual([]);
});

describe('where it bites', () => {
  const where = ([title, text, language]: readonly [string, string, string], changes: Partial<Incident>) =>
    fields([title, text, language], { kind: 'account-freeze', stage: 'in-force' }, changes).Where;

  test.each([
    ['en', 'Kraken closes accounts of Russians, cites US sanctions'],
    ['ru', 'Kraken закрыла аккаунты россиян и объяснила это санкциями США'],
    ['es', 'Kraken congela cuentas en Rusia por las sanciones de EE.UU.'],
    ['zh', 'Kraken因美国制裁冻结俄罗斯账户'],
  ])('is not where the sanctions were made, in %s: %s', (language, title) => {
    expect(where([title, '', language], { jurisdictions: ['RU', 'US'] })).toBe('Russia');
  });

  test('is the part of a country whose authority acts, where the title names the country', () => {
    const title = "Canada's OSC bans Kraken";
    expect(where([title, '', 'en'], { jurisdictions: ['CA'], subdivisions: [], authority: 'ca-osc' })).toBe(
      'Ontario',
    );
  });
});

describe('an order that a text tells as coming', () => {
  const proposed = { kind: 'access-block', stage: 'proposed' } as const;
  const stageOf = (title: string, text: string): string | undefined =>
    fields([title, text, 'en'], proposed, { exchanges: [], revision: 2 }).Stage;

  test('is announced where the title tells it plainly', () => {
    const text = 'The office will monitor and block the sites of 40 exchanges.';
    expect(stageOf('Authorities block foreign crypto exchanges', text)).toBe('announced');
  });

  test('is planned where the title or the text tells a plan', () => {
    const plan = 'The office plans to block the sites of 40 exchanges.';
    expect(stageOf('Authorities block foreign crypto exchanges', plan)).toBe('planned or proposed');
    const will = 'The office will block the sites of 40 exchanges.';
    expect(stageOf('Authorities plan to block foreign crypto exchanges', will)).toBe('planned or proposed');
  });
});

describe('an order that is told as binding at once', () => {
  test.each([
    ['fr', 'Le régulateur interdit Kraken avec effet immédiat'],
    ['de', 'Aufsicht verbietet Kraken mit sofortiger Wirkung'],
    ['zh', '监管机构禁止Kraken，立即生效'],
  ])('is in force, in %s: %s', (language, title) => {
    expect(fields([title, '', language], { kind: 'ban', stage: 'announced' }).Stage).toBe('in force');
  });
});
