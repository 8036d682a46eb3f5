import { describe, expect, test } from '@jest/globals';
import type { Incident, Source } from '../../src/domain/incident.ts';
import { DAY } from '../../src/domain/instant.ts';
import { createSteps } from '../../src/steps.ts';
import { AT, alert, incident, measure, reader, source } from './examples.ts';
import { words } from './shipped-words.ts';

const card = (changes: Partial<Incident>) => words.alert(incident(changes), alert(), reader('en'));
const labels = (changes: Partial<Incident>) => card(changes).fields.map(({ label }) => label);
const told = (title: string, text = '', changes: Partial<Source> = {}): readonly [Source] => [
  source({ title, text, ...changes }),
];
const halt = measure({ kind: 'service-halt' });

describe('what the sources bear out', () => {
  test('leaves out an exchange that stands only beside the news', () => {
    const sources = told(
      'Regulator blocks crypto exchanges',
      'Two crypto exchanges are hit. On Kraken the price of bitcoin fell.',
    );
    expect(card({ exchanges: ['kraken'], sources }).headline).toBe(
      'Nigeria blocks access to crypto exchanges',
    );
  });

  test('keeps an exchange that the title names, and those that share its sentence', () => {
    const sources = told('Nigeria blocks Upbit', 'Upbit and Kraken are out of reach. OKX rose by 3%.');
    expect(card({ exchanges: ['kraken', 'okx', 'upbit'], sources }).headline).toBe(
      'Nigeria blocks access to Upbit and Kraken',
    );
  });

  test('keeps an exchange of which the text does not speak at all: it was known otherwise', () => {
    expect(card({ exchanges: ['kraken'], sources: told('Nigeria blocks it') }).headline).toBe(
      'Nigeria blocks access to Kraken',
    );
  });

  test('keeps the one who acts, however the text speaks of it', () => {
    const sources = told('Crypto exchange leaves', 'The firm named Kraken is sad.');
    const measures = [measure({ kind: 'market-exit' })] as const;
    expect(card({ exchanges: ['kraken'], measures, sources }).headline).toBe(
      'Nigeria: Kraken withdraws from the market',
    );
  });

  test('tells a ban on advertising as that, and as no block of a network', () => {
    const measures = [measure({ kind: 'social-block' })] as const;
    const sources = told('Google bans ads of crypto exchanges');
    expect(card({ exchanges: [], measures, sources }).fields).toContainEqual({
      label: 'What',
      value: 'advertising',
    });
  });

  test('names exchanges in the order of the source', () => {
    const sources = told('Nigeria blocks Upbit, OKX and Kraken');
    expect(card({ exchanges: ['kraken', 'okx', 'upbit'], sources }).fields).toContainEqual({
      label: 'Exchanges',
      value: 'Upbit, OKX, and Kraken',
    });
  });

  test('lets an authority act at home, not in a country that its act is about', () => {
    expect(card({ authority: 'fca', jurisdictions: ['GB', 'NG'] }).headline).toBe(
      'UK: FCA blocks access to Binance',
    );
  });

  test('does not ascribe to a government what an exchange does because of it', () => {
    const measures = [measure({ kind: 'account-freeze' })] as const;
    const sources = told('Binance freezes users tied to the FCA');
    expect(card({ measures, authority: 'fca', jurisdictions: ['GB'], sources }).headline).toBe(
      'UK: accounts at Binance frozen',
    );
    expect(labels({ measures, authority: 'fca', jurisdictions: ['GB'], sources })).not.toContain('Who');
  });

  test('ascribes it to the authority by which it was done', () => {
    const measures = [measure({ kind: 'account-freeze' })] as const;
    const sources = told('Binance accounts frozen by the FCA');
    expect(card({ measures, authority: 'fca', jurisdictions: ['GB'], sources }).headline).toBe(
      'UK: FCA freezes accounts at Binance',
    );
  });

  test('does not make a bill the act of who is to apply it', () => {
    const measures = [measure({ kind: 'rulemaking', stage: 'proposed' })] as const;
    const sources = told('Senator writes new bill', 'The bill gives the FCA new powers.');
    expect(card({ measures, authority: 'fca', jurisdictions: ['GB'], exchanges: [], sources }).headline).toBe(
      'UK: rules for crypto proposed',
    );
  });

  test.each([
    ['long past', 'service-halt', AT - 30 * DAY],
    ['of a warning', 'warning', AT + 30 * DAY],
  ] as const)('does not state a date that is %s', (_, kind, effectiveAt) => {
    expect(labels({ measures: [measure({ kind, effectiveAt })] })).not.toContain('Date stated');
  });

  test('does not tell as done what is to begin', () => {
    const measures = [{ ...halt, effectiveAt: AT + 10 * DAY }] as const;
    expect(card({ measures }).headline).toBe('Nigeria: Binance is to halt services');
  });

  test('sees a local firm in its name, and the whole in another', () => {
    const measures = [measure({ kind: 'ban' })] as const;
    const ofTitle = (title: string) => card({ measures, sources: told(title) }).headline;
    expect(ofTitle('FCA bans Binance Markets Limited')).toBe('Nigeria bans Binance (the local firm)');
    expect(ofTitle('FCA bans Binance Holdings Limited')).toBe('Nigeria bans Binance');
  });

  test('does not speak of all customers where nobody limited it', () => {
    expect(labels({ measures: [{ ...halt, scope: { users: 'all' } }] })).not.toContain('Scope');
  });

  test('does not say that each of several exchanges halted everything', () => {
    const measures = [{ ...halt, scope: { functions: ['trading', 'withdrawals'] } }] as const;
    expect(card({ measures, exchanges: ['okx', 'upbit'] }).headline).toBe(
      'Nigeria: OKX and Upbit halt trading or withdrawals',
    );
  });
});

describe('where', () => {
  test('is where the title says, not where nobody does', () => {
    const sources = told('China blocks Binance', 'Nigeria had done so before.');
    expect(card({ jurisdictions: ['CN', 'NG', 'US'], sources }).headline).toBe(
      'China blocks access to Binance',
    );
  });

  test('is not the home of an exchange that leaves another country', () => {
    const measures = [measure({ kind: 'market-exit' })] as const;
    const sources = told('bitFlyer of Japan leaves China');
    expect(card({ measures, exchanges: ['bitflyer'], jurisdictions: ['CN', 'JP'], sources }).headline).toBe(
      'China: bitFlyer withdraws from the market',
    );
  });
});

describe('how many more', () => {
  const nigeria = (title: string, text = '', kind: 'access-block' | 'delisting' = 'access-block') =>
    card({ exchanges: ['okx', 'kraken'], measures: [measure({ kind })], sources: told(title, text) })
      .headline;

  test.each([
    ['Nigeria blocks crypto exchanges including OKX and Kraken'],
    ['Nigeria blocks OKX, Kraken, among other crypto exchanges'],
    ['Nigeria to block OKX and Kraken as five crypto exchanges go'],
    ['OKX·Kraken 등 17개 앱 차단'],
  ])('is heard in "%s"', (title) => {
    expect(nigeria(title)).toContain('OKX and other exchanges');
  });

  test.each([
    ['Nigeria blocks OKX and Kraken after a loss of $230 million', 'The exchange is sorry.'],
    ['Nigeria blocks OKX and Kraken on 10 October', 'From April 30, the Lagos exchange is shut.'],
    ['Nigeria blocks OKX and Kraken', 'It is so. Of 16 exchanges 4 are left.'],
  ])('is not heard in "%s"', (title, text) => {
    expect(nigeria(title, text)).toBe('Nigeria blocks access to OKX and Kraken');
  });

  test('is no number of coins', () => {
    expect(nigeria('OKX, Kraken delist USDT 등 10개', '', 'delisting')).not.toContain('other exchanges');
  });
});

describe('how many', () => {
  test('is not told where the source counts more than it names', () => {
    expect(
      card({ exchanges: ['okx', 'kraken'], sources: told('Nigeria blocks 17 exchanges: OKX, Kraken …') })
        .headline,
    ).toBe('Nigeria blocks access to OKX and other exchanges');
    expect(
      card({ exchanges: ['okx', 'kraken'], sources: told('OKX, Kraken 등 14곳의 앱') }).headline,
    ).toContain('OKX and other exchanges');
    expect(card({ exchanges: ['okx', 'kraken'], sources: told('Nigeria blocks 2 exchanges') }).headline).toBe(
      'Nigeria blocks access to OKX and Kraken',
    );
  });
});

describe('a block through a store of apps', () => {
  test('is one of the app, whatever else the text speaks of', () => {
    const measures = [measure({ scope: { functions: ['app', 'site'] } })] as const;
    const { headline, fields } = card({ measures, authority: 'ng-sec', through: 'apple' });
    expect(headline).toBe('Nigeria: SEC has Apple remove the app of Binance');
    expect(fields).toContainEqual({ label: 'Scope', value: 'the app' });
  });
});

describe('asked, not ordered', () => {
  const asked = (title: string, language = 'en') =>
    card({
      measures: [measure({ stage: 'announced', scope: { functions: ['app'] } })],
      authority: 'ng-sec',
      through: 'apple',
      sources: told(title, '', { language }),
    });

  test('is told as asked', () => {
    const { headline, fields } = asked('SEC Nigeria requests Apple to remove Binance app');
    expect(headline).toBe('Nigeria: SEC asks Apple to remove the app of Binance');
    expect(fields).toContainEqual({ label: 'Stage', value: 'asked for, not ordered' });
  });

  test.each([
    ['en', 'SEC Nigeria orders Apple to remove Binance app after it asked in vain'],
    ['zh', '尼日利亚下令苹果下架币安'],
    ['xx', 'requests'],
  ])('is not read into %s: %s', (language, title) => {
    expect(asked(title, language).headline).toBe('Nigeria: SEC orders Apple to remove the app of Binance');
  });

  test.each([
    ['ru', 'Нигерия просит Apple удалить приложение Binance'],
    ['ja', 'ナイジェリアSEC、アップルにアプリ削除を要請'],
    ['ar', 'نيجيريا تطلب من أبل إزالة تطبيق بينانس'],
  ])('is read in %s too', (language, title) => {
    expect(asked(title, language).headline).toContain('asks Apple');
  });
});

describe('what is blocked on social media', () => {
  test.each([
    ['accounts', 'WeChat shuts accounts of Binance'],
    ['advertising', 'Ads of Binance banned on WeChat'],
    ['channels or groups', '微信封禁币安频道'],
    ['posts or search results', 'Поиск по запросу Binance закрыт'],
    ['accounts or content', 'WeChat against Binance'],
  ])('is %s in "%s"', (object, title) => {
    const measures = [measure({ kind: 'social-block' })] as const;
    const { headline } = card({ measures, through: 'wechat', jurisdictions: [], sources: told(title) });
    expect(headline).toBe(`WeChat blocks ${object} of Binance`);
  });
});

describe('a kind that the words of the source do not bear out', () => {
  const shipped = createSteps().words;
  const press = (title: string, text = '', changes: Partial<Source> = {}): readonly [Source] => [
    source({ feedKind: 'press', title, text, ...changes }),
  ];
  const vague = (changes: Partial<Incident>, language = 'en') =>
    shipped.alert(incident(changes), alert(), reader(language));
  const HALT = { measures: [measure({ kind: 'bank-cutoff' })] as const, jurisdictions: ['IN'] };
  const TITLE = 'Coinbase Halts India UPI Support After Regulatory Uncertainty';

  test('is told in the words of the title where the reader can read it', () => {
    expect(vague({ ...HALT, exchanges: ['coinbase'], sources: press(TITLE) }).headline).toBe(TITLE);
  });

  test('is told in general words where the reader cannot', () => {
    const changes = { ...HALT, exchanges: ['coinbase'], sources: press(TITLE) };
    expect(vague(changes, 'es').headline).toBe('India: medida relativa a Coinbase');
    expect(vague(changes, 'zh').headline).toBe('印度：采取措施，涉及比特币基地');
  });

  test('names neither the kind nor what hangs on it', () => {
    const { fields } = vague({ ...HALT, exchanges: ['coinbase'], through: 'in-npci', sources: press(TITLE) });
    expect(fields.map(({ label }) => label)).toEqual(['Where', 'Exchanges']);
  });

  test('is not told in a title that was cut or that asks', () => {
    const sources = press('What is next for Coinbase in India?');
    expect(vague({ ...HALT, exchanges: ['coinbase'], sources }).headline).toBe(
      'India: measure concerning Coinbase',
    );
  });

  test('is told as the kind where one of several sources bears it out', () => {
    const [first] = press(TITLE);
    const [second] = press('Indian banks cut off Coinbase, blocking payments', '', { entryId: 'e2' });
    expect(vague({ ...HALT, exchanges: ['coinbase'], sources: [first, second] }).headline).toBe(
      'India: banks cut off Coinbase',
    );
  });

  test('is not told of exchanges where the source speaks of crypto alone', () => {
    const title = 'Kuwait prohibits the use of crypto for payments';
    const measures = [measure({ kind: 'ban' })] as const;
    expect(vague({ measures, exchanges: [], jurisdictions: ['KW'], sources: press(title) }).headline).toBe(
      title,
    );
  });

  test.each([
    ['ban', 'Total ban on owning bitcoin still possible in Russia', 'It may legalise exchanges instead.'],
    ['rulemaking', 'Japan prepares rules against the use of bitcoin by Russia', ''],
  ] as const)('is not told of exchanges where the %s is for owners or coins', (kind, title, text) => {
    const measures = [measure({ kind, stage: 'proposed' })] as const;
    const changes = { measures, exchanges: [], jurisdictions: [], sources: press(title, text) };
    expect(vague(changes).headline).toBe(title);
  });

  test('leaves out who may be behind it', () => {
    const title = 'Kraken was probably driven out by the FSA of Japan';
    const measures = [measure({ kind: 'market-exit' })] as const;
    const changes = { measures, exchanges: ['kraken'], jurisdictions: ['JP'], authority: 'jp-fsa' };
    expect(vague({ ...changes, sources: press(title) }, 'es').headline).toBe(
      'Japón: medida relativa a Kraken',
    );
  });

  test.each([
    [
      'does different things to each',
      'ban',
      'Ontario fines Binance, bars OKX for bad papers',
      ['binance', 'okx'],
    ],
    ['is of a suit against it', 'cease-and-desist', 'OKX takes central bank to court over ban', ['okx']],
    ['tells of a part of the business', 'market-exit', 'Binance suspends futures in Spain', ['binance']],
    ['tells what may be', 'enforcement', 'Binance could get a fine of billions in the US', ['binance']],
    ['names another exchange', 'access-block', 'Kraken among those blocked by Uzbekistan', ['okx']],
    ['warns only', 'cease-and-desist', 'Singapore puts Binance on its alert list', ['binance']],
    ['warns of nobody anew', 'warning', 'FCA refuses to remove Binance from its warning list', ['binance']],
    ['closes accounts for good', 'account-freeze', 'Binance terminates accounts of officials', ['binance']],
  ] as const)('is told in the words of a title that %s', (_, kind, title, exchanges) => {
    const changes = { measures: [measure({ kind })] as const, exchanges, sources: press(title) };
    expect(vague(changes).headline).toBe(title);
  });

  test('does not turn the loosening of a rule into its opposite', () => {
    const title = 'Japan Set to Loosen Rules on Token Listings';
    const measures = [measure({ kind: 'rulemaking', stage: 'proposed' })] as const;
    const changes = { measures, exchanges: [], jurisdictions: ['JP'], sources: press(title) };
    expect(vague(changes, 'ko').headline).toBe('[일본] 가상자산 관련 완화 가능성');
  });
});

describe('what stands beside the measure', () => {
  const shipped = createSteps().words;
  const of = (title: string, text: string, changes: Partial<Incident>) =>
    shipped.alert(
      // Once revised, so that it is told in our words.
      incident({ revision: 2, ...changes, sources: [source({ feedKind: 'press', title, text })] }),
      alert(),
      reader('en'),
    );

  test('is not the exchange whose hack made others act', () => {
    const measures = [measure({ kind: 'rulemaking' })] as const;
    const changes = { measures, exchanges: ['nobitex'], jurisdictions: ['IR'], authority: 'ir-cbi' };
    expect(of('Central Bank of Iran limits trading hours after Nobitex hack', '', changes).headline).toBe(
      'Iran: Central Bank announces rules for crypto exchanges',
    );
  });

  test('is not a rule in force before somebody says so', () => {
    const measures = [measure({ kind: 'rulemaking' })] as const;
    const changes = { measures, exchanges: [], jurisdictions: ['IN'] };
    expect(of('India tightens rules for crypto exchanges', '', changes).headline).toBe(
      'India: rules for crypto exchanges announced',
    );
    expect(of('Rules for crypto exchanges take effect in India', '', changes).headline).toBe(
      'India: rules for crypto exchanges take effect',
    );
  });

  test('is not a local firm where the sources speak of the people of a place', () => {
    const scope = { entity: 'local-firm' } as const;
    const measures = [measure({ kind: 'market-exit', stage: 'announced', scope })] as const;
    const changes = { measures, exchanges: ['huobi'], jurisdictions: ['CN'] };
    const left = 'China: HTX (Huobi) announces a withdrawal from the market';
    expect(of('Huobi Global to leave China', 'Huobi China users have a month.', changes).headline).toBe(left);
    expect(of('Huobi Global to leave China', 'Huobi closes its local unit.', changes).headline).toBe(
      `${left} (the local firm)`,
    );
  });

  test('is not a namesake in another country', () => {
    const changes = { exchanges: ['okx'], jurisdictions: ['RU'], authority: 'de-zit' };
    expect(of('Russia blocks OKX', 'Auf Ersuchen der Generalstaatsanwaltschaft.', changes).headline).toBe(
      'Russia blocks access to OKX',
    );
  });

  test('is not the country against which another makes rules', () => {
    const measures = [measure({ kind: 'rulemaking', stage: 'proposed' })] as const;
    const changes = { measures, exchanges: [], jurisdictions: ['JP', 'RU'] };
    expect(of('Japan prepares law to prevent Russia from using crypto exchanges', '', changes).headline).toBe(
      'Japan: rules for crypto exchanges proposed',
    );
  });

  test('is not the day of last year, nor the day on which somebody spoke', () => {
    const effectiveAt = AT + 3 * DAY;
    const measures = [measure({ effectiveAt })] as const;
    const changes = { measures, exchanges: ['okx'], jurisdictions: ['RU'] };
    const dated = (text: string) => of('Russia blocks OKX', text, changes).fields.map(({ label }) => label);
    expect(dated('On 9 March a spokesman said more was to come.')).not.toContain('Date stated');
    expect(dated('The block takes effect on 9 March.')).toContain('Date stated');
  });

  test('is not the authority according to which it is so', () => {
    const text = 'According to data of BelGIE, the site of OKX cannot be reached.';
    const changes = { exchanges: ['okx'], jurisdictions: ['BY'], authority: 'by-belgie' };
    expect(of('Belarus blocks OKX', text, changes).headline).toBe('Belarus blocks access to OKX');
  });

  test('is not the step of a store that was told to take it', () => {
    const changes = { exchanges: ['binance'], jurisdictions: ['PH'], through: 'us-googleplay' };
    expect(
      of('Google Play ordered to remove app of Binance, blocking it', 'It is there. Philippines.', changes)
        .headline,
    ).toBe('Philippines orders Google Play to remove the app of Binance');
  });

  test('is not done where it was only asked for', () => {
    const changes = {
      exchanges: ['bybit'],
      jurisdictions: ['JP'],
      authority: 'jp-fsa',
      through: 'us-google',
    };
    expect(
      of('FSA calls on Google to remove apps of Bybit, blocking access', 'A. Japan.', changes).headline,
    ).toBe('Japan: FSA asks Google to remove the app of Bybit');
  });

  test('is the exchange with which the text begins, where the title names none', () => {
    const measures = [measure({ kind: 'enforcement' })] as const;
    const changes = { measures, exchanges: ['binance'], jurisdictions: ['NL'] };
    const title = 'Grote cryptobeurs krijgt boete in Nederland';
    expect(of(title, 'Binance meldde zich niet aan.', changes).fields).toContainEqual({
      label: 'Exchanges',
      value: 'Binance',
    });
  });

  test('is not what an order was given for', () => {
    const scope = { functions: ['sign-up', 'trading'] } as const;
    const measures = [measure({ kind: 'cease-and-desist', scope })] as const;
    const changes = { measures, exchanges: ['okx'], jurisdictions: ['MY'] };
    const { fields } = of('Malaysia orders OKX to stop', 'It traded without registration.', changes);
    expect(fields.map(({ label }) => label)).not.toContain('Scope');
  });

  test('is not the court in which it happens', () => {
    const measures = [measure({ kind: 'enforcement', stage: 'announced' })] as const;
    const changes = {
      measures,
      exchanges: ['binance'],
      jurisdictions: ['US'],
      authority: 'us-federal-court',
    };
    expect(of('Binance to pay fine as founder pleads guilty in US Court', '', changes).headline).toBe(
      'US announces action against Binance',
    );
  });

  test('is not who only complained to those who do it', () => {
    const measures = [measure({ stage: 'announced' })] as const;
    const changes = { measures, exchanges: ['okx'], jurisdictions: ['TH'], authority: 'th-sec' };
    const text = 'The ministry will block it and the Thai SEC filed a complaint.';
    expect(of('Thailand to block OKX', text, changes).headline).toBe('Thailand announces a block on OKX');
  });

  test('is not the part of a country where the exchange sits', () => {
    const measures = [measure({ kind: 'market-exit', stage: 'announced' })] as const;
    const changes = { measures, exchanges: ['bittrex'], jurisdictions: ['US'], subdivisions: ['US-WA'] };
    expect(of('Bittrex to exit the U.S.', 'The Seattle exchange is tired.', changes).headline).toBe(
      'US: Bittrex announces a withdrawal from the market',
    );
  });

  test.each([
    ['the gatekeeper that did it before', 'us-google', '구글 이어 애플도 앱 차단', 'ko'],
    ['networks of which nobody speaks', 'networks', 'Korea blocks app of OKX', 'en'],
  ])('is not %s', (_, through, title, language) => {
    const sources = [source({ feedKind: 'press', title, text: '', language })] as const;
    const changes = { exchanges: ['okx'], jurisdictions: ['KR'], through, sources };
    expect(
      shipped.alert(incident(changes), alert(), reader('en')).fields.map(({ label }) => label),
    ).not.toContain('Through');
  });

  test('is the one of several firms under an id whose name was not told: it is one of its sort', () => {
    const measures = [measure({ kind: 'bank-cutoff' })] as const;
    const banks = { measures, exchanges: ['buda'], jurisdictions: ['CO'], through: 'co-bancolombia' };
    const text = 'BBVA, Davivienda y Bancolombia cerraron las cuentas.';
    const es = [
      source({
        feedKind: 'press',
        title: 'Bancos colombianos cierran las cuentas de Buda',
        text,
        language: 'es',
      }),
    ] as const;
    expect(shipped.alert(incident({ ...banks, sources: es }), alert(), reader('en')).headline).toBe(
      'Colombia: banks cut off Buda',
    );
    const changes = { exchanges: ['binance'], jurisdictions: ['PH'], through: 'ph-isps' };
    expect(of('Philippine ISPs block access to Binance', '', changes).headline).toBe(
      'Philippines has networks block Binance',
    );
  });

  test.each([
    [
      'Ukrainian bank monobank stops transfers to Binance',
      'ua-monobank',
      'Ukraine: monobank cuts off Binance',
    ],
    ['Ukrainian banks stop transfers to Binance', 'ua-banks', 'Ukraine: banks cut off Binance'],
  ])('%s: the bank is told by its own name, and banks by none', (title, through, headline) => {
    const measures = [measure({ kind: 'bank-cutoff' })] as const;
    const changes = { measures, exchanges: ['binance'], jurisdictions: ['UA'], through };
    expect(of(title, '', changes).headline).toBe(headline);
  });

  test('is not one of several authorities of which the text tells', () => {
    const sources = [
      source({
        feedKind: 'press',
        title: 'Thailand to block access to Bybit',
        text: 'The Thai SEC complained to the MDES.',
      }),
    ] as const;
    const measures = [measure({ stage: 'announced' })] as const;
    const changes = { measures, exchanges: ['bybit'], jurisdictions: ['TH'], authority: 'th-sec', sources };
    expect(shipped.alert(incident(changes), alert(), reader('en')).headline).toBe(
      'Thailand announces a block on Bybit',
    );
  });

  test('is not the one exchange whose head speaks of rules for all', () => {
    const measures = [measure({ kind: 'rulemaking', stage: 'announced' })] as const;
    const changes = { measures, exchanges: ['kraken'], jurisdictions: ['MX'] };
    expect(of('Mexico passes crypto law', 'Kraken calls the law a step.', changes).headline).toBe(
      'Mexico: rules for crypto exchanges announced',
    );
  });

  test('is not done where it was only ordered', () => {
    const changes = { exchanges: ['binance'], jurisdictions: ['PH'], authority: 'ph-ntc' };
    expect(of('NTC orders providers to block access to Binance', '', changes).headline).toBe(
      'Philippines: NTC orders a block on Binance',
    );
  });
});

describe('an authority of which the sources only tell the sort', () => {
  const shipped = createSteps().words;
  const whoIn = (title: string, authority: string, place: string) =>
    shipped
      .alert(
        incident({
          authority,
          jurisdictions: [place],
          sources: [source({ feedKind: 'press', title, text: '' })],
        }),
        alert(),
        reader('en'),
      )
      .fields.find(({ label }) => label === 'Who')?.value;

  test.each([
    ['Kazakh authorities block Binance', 'kz-government', 'KZ', 'authorities'],
    ['Kenyan police block Binance', 'ke-police', 'KE', 'police'],
    ['Montenegro court blocks Binance', 'me-courts', 'ME', 'a court'],
    ['US regulators block Binance', 'us-regulators', 'US', 'regulators'],
    ['South Korean financial authorities block Binance', 'kr-fsc', 'KR', 'regulators'],
  ])('%s: is told as that sort', (title, id, place, who) => {
    expect(whoIn(title, id, place)).toBe(who);
  });

  test.each([
    ['Central Bank of Kenya blocks Binance', 'ke-cbk', 'KE', 'Central Bank of Kenya'],
    ['UK regulator FCA blocks Binance', 'gb-fca', 'GB', 'FCA'],
  ])('%s: keeps its name', (title, id, place, who) => {
    expect(whoIn(title, id, place)).toContain(who);
  });
});

describe('an authority where its place is told already', () => {
  test.each([
    ['pt', 'us-sec', 'US', 'EUA: SEC emite'],
    ['pt', 'ir-cbi', 'IR', 'Irã: Banco Central emite'],
    ['zh-Hant', 'ng-ncc', 'NG', '奈及利亞：通訊委員會'],
  ])('leaves the place out, and what joins it, in %s', (language, authority, place, beginning) => {
    const measures = [measure({ kind: 'warning' })] as const;
    const told = incident({ measures, authority, jurisdictions: [place] });
    const { headline } = createSteps().words.alert(told, alert(), reader(language));
    expect(headline.startsWith(beginning)).toBe(true);
  });
});

describe('names of authorities', () => {
  const shipped = createSteps().words;
  const told = (authority: string, jurisdictions: readonly string[], language: string) =>
    shipped
      .alert(incident({ authority, jurisdictions }), alert(), reader(language))
      .fields.map(({ value }) => value);

  test.each([
    ['es', 'bo-bcb', 'BO', 'Banco Central de Bolivia'],
    ['pt', 'br-bcb', 'BR', 'Banco Central do Brasil'],
    ['ru', 'ru-rkn', 'RU', 'Роскомнадзор'],
    ['tr', 'nl-dnb', 'NL', 'Hollanda Merkez Bankası'],
    ['ko', 'kr-assembly', 'KR', '국회'],
    ['en', 'by-belgie', 'BY', 'BelGIE'],
  ])('are told in %s', (language, id, place, name) => {
    expect(told(id, [place], language)).toContain(name);
  });
});

describe('a ban that a court does away with', () => {
  const ban = [measure({ kind: 'ban', stage: 'in-force' })] as const;

  test.each([
    ['en', 'Supreme Court rejects central bank ban on exchanges'],
    ['es', 'El Tribunal Supremo anula la prohibición de los exchanges'],
    ['zh', '最高法院推翻对交易所的禁令'],
  ])('is eased, whatever was read, in %s: %s', (language, title) => {
    const sources = told(title, '', { feedKind: 'press', language });
    expect(card({ exchanges: [], measures: ban, sources }).status).toMatch(/^Eased/);
  });

  test('stands where the court only turns a plea down', () => {
    const sources = told('Court rejects plea against ban on exchanges', '', { feedKind: 'press' });
    expect(card({ exchanges: [], measures: ban, sources }).status).not.toMatch(/^Eased/);
  });
});

test('what is done to each of two exchanges is not told of both where the first sentence tells them apart', () => {
  const stop = [measure({ kind: 'cease-and-desist', stage: 'in-force' })] as const;
  const sources = told(
    'Commission orders Kraken and OKX to stop',
    'It bans Kraken for good, and fines OKX.',
    {
      feedKind: 'press',
    },
  );
  const { fields } = card({ exchanges: ['kraken', 'okx'], measures: stop, sources });
  expect(fields.map(({ label }) => label)).not.toContain('What');
});

describe('an easing that was read', () => {
  const eased = [measure({ kind: 'cease-and-desist', stage: 'eased', direction: 'eases' })] as const;
  const statusOf = (title: string, text: string): string =>
    card({ exchanges: [], measures: eased, sources: told(title, text, { feedKind: 'press' }) }).status;

  test('is none where the title orders, and some are only given more time', () => {
    expect(
      statusOf('Nigeria orders exchanges to close', 'All must close in May. Two of them got an extra month.'),
    ).not.toMatch(/^Eased/);
  });

  test('is one where a court orders that a ban be lifted', () => {
    expect(statusOf('Court orders central bank to lift ban on exchanges', '')).toMatch(/^Eased/);
  });
});
