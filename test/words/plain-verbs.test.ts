import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['kraken']);
const nobody = { exchanges: [] };

describe('a licence', () => {
  const refusal = { kind: 'licence-denied-or-revoked', stage: 'in-force' } as const;

  test.each([
    ['ja', 'Krakenの登録を拒否'],
    ['ko', '크라켄 신고 불수리'],
    ['zh', '监管机构拒绝Kraken的牌照申请'],
    ['es', 'Regulador niega a Kraken la licencia'],
    ['pt', 'Regulador nega licença à Kraken'],
    ['ru', 'Регулятор отказал Kraken в лицензии'],
    ['tr', 'Kraken kaydı çıkmadı'],
    ['de', 'Aufsicht verweigert Kraken die Lizenz'],
  ])('is refused, in %s: %s', (language, title) => {
    expect(headline(title, language, refusal)).toBe('Kraken refused a licence or registration');
  });

  test.each([
    ['ja', 'Krakenの登録取り消し'],
    ['zh', '监管机构吊销Kraken的牌照'],
    ['es', 'Regulador retira la licencia a Kraken'],
    ['ru', 'Регулятор отозвал у Kraken лицензию'],
    ['id', 'Regulator cabut izin Kraken'],
    ['th', 'เพิกถอนใบอนุญาต Kraken'],
  ])('is withdrawn, in %s: %s', (language, title) => {
    expect(headline(title, language, refusal)).toBe('Licence or registration of Kraken withdrawn');
  });

  test('is told in the words of both where the title tells of neither', () => {
    expect(headline('Kraken失去牌照', 'zh', refusal)).not.toMatch(/^Kraken refused|withdrawn$/);
  });
});

describe('what an exchange gives up', () => {
  test.each([
    ['es', 'Kraken sale del mercado colombiano'],
    ['id', 'Kraken umumkan penutupan operasi di India'],
    ['ko', '크라켄, 캐나다서 발 뺐다'],
    ['nl', 'Kraken trekt de deur dicht in Nederland'],
    ['fr', 'Kraken plie bagage au Canada'],
    ['pl', 'Kraken żegna się z Polską'],
  ])('is the market, by whatever idiom, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'market-exit', stage: 'in-force' })).toBe(
      'Kraken withdraws from the market',
    );
  });

  test('is only suspended where the title asks why it was', () => {
    const exit = { kind: 'market-exit' } as const;
    expect(headline('¿Por qué Kraken suspende sus operaciones?', 'es', exit)).toBe(
      'Kraken suspends operations',
    );
    expect(headline('¿Kraken suspende sus operaciones?', 'es', exit)).not.toContain('suspends');
  });

  test.each([
    ['pt', 'Kraken suspende saques e depósitos em real', 'in Brazilian Real only'],
    ['zh', 'Kraken停止人民币充值和提现', 'in Chinese Yuan only'],
    ['ru', 'Kraken приостановила ввод и вывод рублей', 'in Russian Ruble only'],
  ])('is what it holds in one money, in %s: %s', (language, title, scope) => {
    const halt = {
      kind: 'service-halt',
      stage: 'in-force',
      scope: { functions: ['deposits', 'withdrawals'] },
    } as const;
    expect(headline(title, language, halt)).toBe(`Kraken halts deposits and withdrawals (${scope})`);
  });

  test('is no halt of trading where some end it in one money, and others close', () => {
    const missing = { kind: 'licence-denied-or-revoked', stage: 'in-force' } as const;
    const told = headline('중소형 거래소들 줄줄이 폐업·원화 거래 중단', 'ko', missing, {
      exchanges: ['flybit', 'probit', 'kdex'],
      text: '플라이빗, 프로비트는 원화 거래 중단을 공지했고 케이덱스는 폐업을 알렸다.',
    });
    expect(told).not.toContain('halt trading');
  });

  test('is trading in won alone where a registration is missing', () => {
    const missing = { kind: 'licence-denied-or-revoked', stage: 'announced' } as const;
    expect(headline('코인거래소, 원화마켓 중단 공지 잇따라', 'ko', missing, nobody)).toBe(
      'Crypto exchanges halt trading (in South Korean Won only)',
    );
    expect(headline('코인거래소 영업중단 주의보', 'ko', missing, nobody)).not.toContain('suspend');
  });

  test.each([
    ['pt', 'Kraken segue sem parceiro bancário'],
    ['ru', 'Kraken лишилась банка'],
    ['es', 'Kraken pierde a su banco'],
  ])('is a bank where it loses one, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'service-halt' })).toBe(
      'Kraken is without a banking or payment partner',
    );
  });
});

describe('an outage', () => {
  test.each([
    ['pt', 'Kraken fora do ar: pane impede negociação'],
    ['ru', 'На бирже Kraken произошёл сбой'],
    ['ja', 'Krakenでシステム障害'],
  ])('is no halt that somebody decided, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'service-halt', stage: 'in-force' })).toBe('Outage at Kraken');
  });
});

describe('the removal of an app', () => {
  const removal = {
    kind: 'access-block',
    stage: 'announced',
    scope: { functions: ['app'] },
  } as const;
  const stores = { through: 'app-stores', jurisdictions: ['PH'] };

  test.each([
    ['vi', 'Philippines yêu cầu gỡ ứng dụng Kraken'],
    ['id', 'Filipina minta hapus aplikasi Kraken'],
    ['ja', 'フィリピン、Krakenのアプリ削除を要請'],
  ])('is asked for, in %s: %s', (language, title) => {
    expect(headline(title, language, removal, stores)).toBe(
      'Philippines asks app stores to remove the app of Kraken',
    );
  });
});

describe('what is forbidden', () => {
  const ban = { kind: 'ban', stage: 'in-force' } as const;

  test.each([
    ['en', 'Watchdog bans Kraken from regulated activities'],
    ['hi', 'Kraken पर विनियमित गतिविधि करने पर प्रतिबंध'],
    ['es', 'Prohíben a Kraken las actividades reguladas'],
    ['zh', 'Kraken被禁止从事受监管活动'],
  ])('is what needs a licence alone, in %s: %s', (language, title) => {
    expect(headline(title, language, ban)).toMatch(
      /^(?:Regulated activities of Kraken forbidden|Prohibidas las actividades reguladas de Kraken)$/,
    );
  });

  test.each([
    ['it', 'Pechino mette fuorilegge ogni transazione in criptovalute'],
    ['fa', 'همه معاملات رمزارز غیرقانونی است'],
    ['id', 'Kriminalisasi kepemilikan dan perdagangan kripto'],
    ['tr', 'Kripto işlemleri yasa dışı sayıldı'],
  ])('is every dealing in crypto, in %s: %s', (language, title) => {
    expect(headline(title, language, ban, nobody)).toBe('Crypto dealings made illegal');
  });

  test('is not allowed again by a court that only may say so', () => {
    const easing = { kind: 'bank-cutoff', stage: 'eased', direction: 'eases' } as const;
    const title = 'Tribunal podría anular la prohibición de criptomonedas';
    expect(headline(title, 'es', easing, nobody)).not.toContain('struck down');
  });

  test.each([
    ['hi', 'क्रिप्टो पर बैन का आदेश कोर्ट ने किया रद्द'],
    ['es', 'Tribunal anula la prohibición de criptomonedas'],
    ['pt', 'Tribunal derruba proibição de criptomoedas'],
    ['de', 'Gericht hebt Verbot von Kryptowährungen auf'],
  ])('is allowed again where a court says so, in %s: %s', (language, title) => {
    const easing = { kind: 'bank-cutoff', stage: 'eased', direction: 'eases' } as const;
    expect(headline(title, language, easing, nobody)).toBe('Ban concerning crypto struck down');
  });
});

describe('an order for a part of the business', () => {
  test.each([
    ['es', 'Ordenan a Kraken suspender la captación de clientes'],
    ['pt', 'CVM manda Kraken parar de oferecer derivativos'],
    ['zh', '监管机构责令Kraken停止接收新用户'],
    ['ru', 'Регулятор запретил Kraken привлекать новых клиентов'],
  ])('is told as one, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'cease-and-desist' })).toBe(
      'Kraken ordered to stop part of its business',
    );
  });
});

describe('accounts with banks', () => {
  test.each([
    ['es', 'Congelan cuentas bancarias de usuarios de exchanges'],
    ['zh', '法院冻结加密货币交易所用户的银行账户'],
  ])('are none with exchanges, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'account-freeze', stage: 'in-force' }, nobody)).not.toContain(
      'accounts at',
    );
  });
});

describe('whom it is done to, where nobody is named', () => {
  test.each([
    ['it', 'Sanzione a una piattaforma di scambio di criptovalute', 'a crypto exchange'],
    ['uk', 'Справу проти криптобіржі закрито', 'a crypto exchange'],
    ['vi', 'Cấm giao dịch trên sàn ngoại', 'foreign crypto exchanges'],
  ])('is told as the title has it, in %s: %s', (language, title, who) => {
    expect(headline(title, language, { kind: 'enforcement' }, nobody)).toContain(who);
  });
});

describe('a list', () => {
  test.each([
    ['fr', "L'autorité publie une liste noire de sites de cryptomonnaies"],
    ['es', 'El supervisor publica su lista negra de webs de criptomonedas'],
  ])('of many is published, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'warning' }, nobody)).toBe(
      'Blacklist concerning crypto published',
    );
  });
});

describe('rules', () => {
  const rules = { kind: 'rulemaking', stage: 'announced' } as const;

  test.each([
    ['zh', '加密货币交易所法案获批'],
    ['ko', '가상자산 거래소 법안 국회 통과'],
    ['es', 'Aprueban la ley de exchanges de criptomonedas'],
    ['ru', 'Парламент принял закон о криптобиржах'],
  ])('are a bill that was passed, in %s: %s', (language, title) => {
    expect(headline(title, language, rules, nobody)).toBe('Bill concerning crypto exchanges approved');
  });

  test('are none yet where a committee passed them', () => {
    expect(headline('Комитет одобрил закон о криптобиржах', 'ru', rules, nobody)).not.toContain('approved');
  });

  test('are what an authority warns of', () => {
    const title = "L'AMF met en garde les sociétés cryptos : obligation d'agrément";
    expect(headline(title, 'fr', rules, { ...nobody, authority: 'fr-amf', jurisdictions: ['FR'] })).toBe(
      'France: warning by AMF on licences or registration concerning crypto',
    );
  });

  test('are not those of who only lends the room', () => {
    const title = '金融厅举行的研究会上，公布了加密货币交易所的自律规则';
    const japan = { ...nobody, authority: 'jp-fsa', jurisdictions: ['JP'] };
    expect(headline(title, 'zh', rules, japan)).not.toContain('FSA');
  });
});

describe('a plain verb', () => {
  const told = [
    ['Krakenの登録を拒否', 'ja', { kind: 'licence-denied-or-revoked' }],
    ['Krakenの登録取り消し', 'ja', { kind: 'licence-denied-or-revoked' }],
    ['Vietate a Kraken le attività regolamentate', 'it', { kind: 'ban' }],
  ] as const;
  const byNobody = [
    ['Kraken nella lista nera dei siti', 'it', { kind: 'access-block', stage: 'announced' }],
    ['Kraken senza banca', 'it', { kind: 'service-halt' }],
    ['Kraken sospende le attività', 'it', { kind: 'market-exit' }],
    ['Kraken: guasto', 'it', { kind: 'service-halt' }],
    ['Vietati a Kraken i derivati', 'it', { kind: 'cease-and-desist' }],
  ] as const;
  const ofNobody = [
    ['Pechino mette fuorilegge ogni transazione in criptovalute', 'it', { kind: 'ban' }],
    ['Pubblicata la lista nera dei siti di criptovalute', 'it', { kind: 'warning' }],
    ['Approvata la legge sulle piattaforme di criptovalute', 'it', { kind: 'rulemaking' }],
    ['Tribunale annulla il divieto di criptovalute', 'it', { kind: 'ban', stage: 'eased' }],
    ['Si avverte: obbligo di licenza per le criptovalute', 'it', { kind: 'rulemaking' }],
    ['코인거래소, 원화마켓 중단 공지', 'ko', { kind: 'licence-denied-or-revoked' }],
  ] as const;

  test.each(words.languages)('is said in %s', (language) => {
    const say = createPressHeadline(words, ['kraken'], language);
    const lines = [
      ...[...told, ...byNobody].map(([title, of, measure]) => say(title, of, measure)),
      ...told.map(([title, of, measure]) =>
        say(`US SEC: ${title}`, of, measure, { authority: 'us-sec', jurisdictions: ['US'] }),
      ),
      ...ofNobody.map(([title, of, measure]) => say(title, of, measure, nobody)),
    ];
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
  });
});
