import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, []);

const block = { kind: 'access-block', stage: 'announced' } as const;

describe('what is only prepared', () => {
  test.each([
    ['th', 'ทางการเตรียมปิดกั้นเว็บไซต์ Kraken'],
    ['ko', '당국, 크라켄 접속 차단 준비'],
    ['zh', '监管机构准备封锁Kraken网站'],
    ['ja', '当局、Krakenへのアクセスを遮断する方針を準備'],
    ['pl', 'Urząd przygotowuje blokadę strony Kraken'],
    ['fr', 'Le régulateur se prépare à bloquer le site de Kraken'],
    ['ru', 'Регулятор готовит блокировку сайта Kraken'],
    ['es', 'El regulador bloqueará la web de Kraken'],
    ['tr', 'Kurum Kraken sitesini engellemeye hazırlanıyor'],
    ['ar', 'الهيئة تستعد لحجب موقع Kraken'],
  ])('is planned, and no order, in %s: %s', (language, title) => {
    expect(headline(title, language, block, { exchanges: ['kraken'] })).toBe(
      'Planned measure concerning Kraken (access block)',
    );
  });

  test.each([
    ['vi', 'Trung Quốc siết tiền ảo', 'Bắc Kinh lên kế hoạch chặn truy cập sàn giao dịch.'],
    ['fa', 'خبر تازه درباره رمزارز', 'بانک مرکزی قصد دارد صرافی‌های رمزارزی را مسدود کند.'],
    ['de', 'Neues von den Kryptobörsen', 'Die Behörde plant, den Zugang zu Kryptobörsen zu sperren.'],
  ])('is planned where only the text says so, in %s: %s', (language, title, text) => {
    expect(headline(title, language, block, { text })).toMatch(/^Planned measure .*\(access block\)$/);
  });

  test('is not read out of the word for what is virtual', () => {
    const told = headline('央行封锁虚拟货币交易平台网站', 'zh', { kind: 'access-block', stage: 'in-force' });
    expect(told).not.toContain('lanned');
  });

  test.each([
    ['ko', '당국, 준비금 없는 크라켄 접속 차단'],
    ['de', 'Zugang zu Kraken wird gesperrt'],
  ])('is not what only looks alike, in %s: %s', (language, title) => {
    expect(headline(title, language, block, { exchanges: ['kraken'] })).not.toContain('Planned');
  });
});

describe('what is older than the news', () => {
  const inForce = { kind: 'access-block', stage: 'in-force' } as const;

  test.each([
    ['th', 'ก.ล.ต. ยกระดับปิดกั้นแพลตฟอร์มคริปโต'],
    ['zh', '监管机构加快屏蔽加密货币交易所'],
    ['ru', 'Регулятор ускорит блокировку криптобирж'],
    ['de', 'Behörde verschärft die Sperren für Kryptobörsen'],
    ['id', 'Pemerintah memperketat pemblokiran bursa kripto'],
  ])('goes on, and is no new order, in %s: %s', (language, title) => {
    expect(headline(title, language, inForce)).toMatch(
      /^(?:Planned m|M)easure concerning .* \(access block\)$/,
    );
  });

  test.each([
    ['es', 'La CNMV modificará su lista gris de exchanges no registrados como Kraken'],
    ['fr', "L'AMF révise sa liste noire, dont Kraken"],
  ])('is a list that is changed, and no warning, in %s: %s', (language, title) => {
    const told = headline(
      title,
      language,
      { kind: 'warning', stage: 'announced' },
      { exchanges: ['kraken'] },
    );
    expect(told).not.toContain('warning');
  });

  test.each([
    ['pt', 'CVM considera medidas da Kraken insuficientes em caso de stop order'],
    ['ru', 'Kraken не исполняет предписание регулятора'],
    ['zh', '监管机构称Kraken违反停业令'],
  ])('is an order that somebody keeps to or not, in %s: %s', (language, title) => {
    const told = headline(title, language, { kind: 'cease-and-desist' }, { exchanges: ['kraken'] });
    expect(told).toBe('Measure concerning Kraken');
  });
});

describe('an easing that is to come', () => {
  test.each([
    ['zh', 'Kraken力争年底恢复用户提款'],
    ['es', 'Kraken espera reanudar los retiros'],
    ['ru', 'Kraken планирует возобновить вывод средств'],
    ['ja', 'Kraken、年内の出金再開を目指す'],
  ])('is possible, and not there, in %s: %s', (language, title) => {
    const eased = { kind: 'service-halt', stage: 'eased', direction: 'eases' } as const;
    expect(headline(title, language, eased, { exchanges: ['kraken'] })).toBe(
      'Possible easing concerning Kraken',
    );
  });
});

describe('a ban that is to be lifted', () => {
  test.each([
    ['zh', '监管机构将解除加密货币交易所禁令'],
    ['es', 'El banco central levantará la prohibición de exchanges'],
    ['ru', 'Регулятор снимет запрет на криптобиржи'],
    ['tr', 'Merkez bankası kripto borsası yasağını kaldıracak'],
  ])('stands until then, in %s: %s', (language, title) => {
    const eased = { kind: 'ban', stage: 'eased', direction: 'eases' } as const;
    expect(headline(title, language, eased)).toMatch(/^Possible easing concerning/);
  });
});

describe('a register of forbidden sites', () => {
  const announced = { kind: 'access-block', stage: 'announced' } as const;
  const kraken = { exchanges: ['kraken'] };

  test.each([
    ['ru', 'Роскомнадзор внёс сайт Kraken в реестр запрещённых'],
    ['it', 'Kraken inserita nella lista nera dei siti'],
    ['zh', '监管机构将Kraken列入黑名单'],
  ])('is no order to networks, in %s: %s', (language, title) => {
    expect(headline(title, language, announced, kraken)).toBe('Kraken put on a blacklist of websites');
  });

  test('is a block where the title says so', () => {
    const title = 'Роскомнадзор внёс Kraken в реестр и блокирует сайт';
    expect(headline(title, 'ru', announced, kraken)).not.toBe('Measure concerning Kraken');
  });
});

describe('an act of unnamed departments', () => {
  const inChina = { jurisdictions: ['CN'], authority: 'cn-pboc' };
  const text = '相关监管部门组织屏蔽虚拟货币交易平台。网站已被屏蔽。';
  const toldOf = (said: string): string =>
    headline('央行搜排出国内88家虚拟货币交易平台', 'zh', block, { ...inChina, text: said });

  test('is not given to the authority of the title', () => {
    expect(toldOf(text)).not.toContain('PBOC');
  });

  test('is the authority’s where it is named beside the act', () => {
    expect(toldOf(text.replace('相关监管部门', '央行'))).toContain('PBOC');
  });
});

describe('a figure of speech in quotation marks', () => {
  test('is no block where an inquiry is told beside it', () => {
    const told = headline('SEC拉起「幣安封鎖線」！聯手調查Kraken', 'zh', block, { exchanges: ['kraken'] });
    expect(told).not.toContain('block');
  });
});

describe('a settlement', () => {
  test('is no action that is taken', () => {
    const told = headline('Kraken与司法部和解', 'zh', { kind: 'enforcement' }, { exchanges: ['kraken'] });
    expect(told).toBe('Settlement with Kraken');
  });
});

describe('a power that is given', () => {
  test.each([
    ['pl', 'Nowa broń urzędu: blokada stron giełd', 'Urząd otrzymał uprawnienie do blokowania giełd.'],
    ['ru', 'Регулятор получил полномочия блокировать криптобиржи', ''],
    ['ja', '金融庁に取引所サイトを遮断する権限', ''],
  ])('is neither an order nor a proposal, in %s: %s', (language, title, text) => {
    const told = headline(title, language, { kind: 'access-block', stage: 'proposed' }, { text });
    expect(told).toBe('Measure concerning crypto exchanges');
  });
});

describe('what is not done to all', () => {
  test.each([
    ['pl', 'Blokada stron nielegalnych giełd kryptowalut'],
    ['zh', '监管机构封锁非法加密货币交易所'],
    ['ko', '당국, 미신고 가상자산 거래소 접속 차단'],
    ['es', 'Bloquean plataformas de criptomonedas sin licencia'],
    ['ru', 'Роскомнадзор заблокировал нелегальные криптобиржи'],
    ['ar', 'حجب منصات العملات المشفرة غير المرخصة'],
  ])('is told of those without a licence, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'access-block', stage: 'in-force' })).toContain(
      'unlicensed crypto exchanges',
    );
  });

  test.each([
    ['th', 'ก.ล.ต. ปิดกั้นแพลตฟอร์มสินทรัพย์ดิจิทัลต่างประเทศ'],
    ['ru', 'Роскомнадзор заблокировал зарубежные криптобиржи'],
    ['zh', '监管机构封锁境外加密货币交易所'],
    ['ko', '당국, 해외 가상자산 거래소 접속 차단'],
    ['es', 'Bloquean plataformas de criptomonedas extranjeras'],
    ['ar', 'حجب منصات العملات المشفرة الأجنبية'],
  ])('is told of those from abroad, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'access-block', stage: 'in-force' })).toContain(
      'foreign crypto exchanges',
    );
  });

  test.each([
    ['pt', 'Regulador manda Kraken parar de oferecer derivativos', 'cease-and-desist'],
    ['zh', '监管机构禁止Kraken提供衍生品交易', 'ban'],
  ] as const)(
    'is told as a part of the business where one product is meant, in %s: %s',
    (language, title, kind) => {
      expect(headline(title, language, { kind }, { exchanges: ['kraken'] })).toBe(
        'Kraken ordered to stop part of its business',
      );
    },
  );
});

describe('what a title looks into', () => {
  test.each([
    ['th', 'สำนักงานเปิดบทวิเคราะห์ หลังเตือน Kraken'],
    ['es', 'Análisis: la advertencia sobre Kraken'],
  ])('is no warning of today, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'warning' }, { exchanges: ['kraken'] })).toBe(
      'Measure concerning Kraken',
    );
  });
});

describe('search results', () => {
  test.each([
    ['vi', 'Baidu chặn tìm kiếm về Kraken'],
    ['zh', '百度屏蔽Kraken搜索结果'],
  ])('are another thing than access, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'access-block' }, { exchanges: ['kraken'] })).toBe(
      'Measure concerning Kraken',
    );
  });
});

describe('who stands beside the news', () => {
  const enforcement = { kind: 'enforcement', stage: 'announced' } as const;

  test.each([
    ['zh', '监管机构处罚多家加密货币交易所', '据Kraken联合创始人透露，交易所被罚款。'],
    [
      'ko',
      '금융당국, 가상자산 거래소들에 과태료 부과',
      '크라켄에 대한 제재에 이어 거래소들에 과태료를 부과했다.',
    ],
    [
      'es',
      'El regulador multa a varias plataformas de criptomonedas',
      'Tras la multa a Kraken, multa a más plataformas.',
    ],
    ['en', 'Regulator fines crypto exchanges', 'According to Kraken, crypto exchanges were fined.'],
  ])('is not whom it befalls, in %s: %s', (language, title, text) => {
    expect(headline(title, language, enforcement, { text, exchanges: ['kraken'] })).not.toContain('Kraken');
  });
});

describe('a text below a title of another language', () => {
  const card = (text: string) =>
    words.alert(
      incident({
        exchanges: ['kraken'],
        jurisdictions: ['US'],
        subdivisions: ['US-IN'],
        measures: [measure({ kind: 'enforcement' })],
        sources: [
          source({
            feedKind: 'press',
            title: 'Kraken faces a fine over missing records',
            text,
            language: 'en',
          }),
        ],
      }),
      alert(),
      reader('en'),
    );

  test.each([
    ['ja', 'Krakenが記録不備で罰金を科され、インディアナ州は年金にビットコインを組み入れる。'],
    ['ko', '크라켄이 기록 누락으로 벌금을 물었고, 인디애나주는 연금에 비트코인을 담는다.'],
    [
      'es',
      'El regulador multa a Kraken por los registros y la ley del estado de Indiana se aprueba con una enmienda y por la vía rápida.',
    ],
  ])('is neither shown nor read, in %s: %s', (_, text) => {
    const { summary, fields } = card(text);
    expect(summary).toBeUndefined();
    expect(fields.map(({ label }) => label)).not.toContain('Where');
  });

  test('is shown where it is in the same', () => {
    expect(card('Kraken was fined for missing records in Indiana.').summary).toContain('fined');
  });
});

describe('what a scope is told of', () => {
  test.each([
    ['vi', 'Sàn giao dịch Kraken tạm ngừng hoạt động'],
    ['pl', 'Giełda Kraken wstrzymuje działalność'],
    ['ru', 'Торговая площадка Kraken приостанавливает работу'],
  ])('is no trading where only the business is called by it, in %s: %s', (language, title) => {
    const scope = { functions: ['trading'] } as const;
    const told = headline(title, language, { kind: 'service-halt', scope }, { exchanges: ['kraken'] });
    expect(told).not.toContain('trading');
  });

  test('is no site, and nobody at home, where no word says so', () => {
    const { fields } = words.alert(
      incident({
        exchanges: ['kraken'],
        measures: [measure({ kind: 'cease-and-desist', scope: { users: 'residents', functions: ['site'] } })],
        sources: [
          source({ feedKind: 'press', title: 'CVM ordena que Kraken pare', text: '', language: 'pt' }),
        ],
      }),
      alert(),
      reader('en'),
    );
    expect(fields.map(({ label }) => label)).not.toContain('Scope');
  });
});

describe('a summary', () => {
  const summary = (text: string) =>
    words.alert(
      incident({
        exchanges: ['kraken'],
        measures: [measure({ kind: 'enforcement' })],
        sources: [
          source({ feedKind: 'press', title: 'Kraken in trouble over records', text, language: 'en' }),
        ],
      }),
      alert(),
      reader('en'),
    ).summary;

  test('has the sentence with the measure, which goes on about the exchange', () => {
    expect(
      summary('Kraken has seen better days. The watchdog ordered it to pay a fine of $2 million.'),
    ).toContain('pay a fine');
  });

  test.each([
    'The number of exchanges facing a fine continues to grow.',
    'Under the existing rules, exchanges pay a fine for missing records.',
  ])('leaves out a trend, and the rules as they were: %s', (text) => {
    expect(summary(text)).toBeUndefined();
  });
});

describe('places', () => {
  test('are told in the order of the source', () => {
    const changes = { exchanges: ['kraken'], jurisdictions: ['BA', 'IQ', 'RS', 'SY'] };
    const text = 'تأتي الشكاوى من سوريا والعراق وصربيا والبوسنة والهرسك.';
    expect(
      headline('منصة Kraken تغلق حسابات', 'ar', { kind: 'account-freeze' }, { ...changes, text }),
    ).toMatch(/^Syria/);
  });

  test('have none for a halt everywhere, whose exchange sits somewhere', () => {
    const changes = { exchanges: ['kraken'], jurisdictions: ['SG'] };
    const title = 'Not your coins: Singapore crypto exchange freezes withdrawals at Kraken';
    expect(headline(title, 'en', { kind: 'service-halt' }, changes)).not.toMatch(/Singap/);
  });
});

describe('an inquiry', () => {
  const labels = (title: string, text = '') =>
    words
      .alert(
        incident({
          exchanges: [],
          measures: [measure({ kind: 'enforcement', stage: 'reported' })],
          sources: [source({ feedKind: 'press', title, text, language: 'ru' })],
        }),
        alert(),
        reader('en'),
      )
      .fields.map(({ label }) => label);

  test('that is begun openly is no rumour', () => {
    expect(labels('Центробанк начал проверку криптобирж')).not.toContain('Stage');
  });

  test('that is heard of is told as such', () => {
    expect(labels('Центробанк проверяет криптобиржи', 'Об этом сообщают источники.')).toContain('Stage');
  });
});

describe('a block in force', () => {
  const inForce = { kind: 'access-block', stage: 'in-force' } as const;

  test.each([
    ['it', 'La Russia inserisce Kraken nella lista nera'],
    ['vi', 'Nga đưa trang web Kraken vào danh sách đen'],
    ['ru', 'Kraken внесли в реестр запрещённых сайтов'],
  ])('is not told of who is put on a list, in %s: %s', (language, title) => {
    expect(headline(title, language, inForce, { exchanges: ['kraken'] })).not.toMatch(/ccess to Kraken/);
  });

  test.each([
    ['id', 'Kementerian blokir akun resmi Kraken'],
    ['es', 'El regulador bloquea a Kraken en redes sociales'],
    ['zh', '监管机构封锁Kraken微信公众号'],
  ])('is not told of accounts on a network, in %s: %s', (language, title) => {
    expect(headline(title, language, inForce, { exchanges: ['kraken'] })).not.toMatch(/ccess to Kraken/);
  });
});

test('the end of trade in one money is no leaving of the market', () => {
  const leaves = { kind: 'market-exit', stage: 'announced' } as const;
  const told = (title: string): string => headline(title, 'ko', leaves, { exchanges: ['kraken'] });
  expect(told('크라켄, 원화마켓 종료 공지')).not.toContain('withdrawal from the market');
  expect(told('크라켄, 원화 거래 종료하고 한국 시장 철수')).toContain('withdrawal from the market');
});
