import fc from 'fast-check';

/** What has broken parsers and displays before, and what our own grammar is made of. */
const SHARDS = [
  ...[
    '/subscribe',
    '/filters',
    '/why',
    '/ops',
    '/quiet',
    '/digest',
    '/language',
    '/check',
    '/mute',
    '/help',
    '/start',
  ],
  ...[
    'binance',
    'nigeria',
    'in',
    'high',
    'daily',
    '08:30',
    '22:00-07:00',
    'Europe/Berlin',
    'only',
    'not',
    'delete',
    'a',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '../',
    '%00',
    '\u0000',
    '\u202e',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\udc00',
    '🇳🇬',
  ],
  ...[
    '<b>',
    '</',
    '&#x110000;',
    '&lt',
    ']]>',
    '<![CDATA[',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '@everyone',
    '<@&1>',
    '[a](b)',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ',',
    ':',
    '- ',
    '\n',
    '\t',
    '|',
    '>',
    '&a',
    '*a',
    '!!js',
    '0',
    '-1',
    '1e999',
    'null',
    'NaN',
  ],
];

/** Text of people who mean no good, up to so many pieces. */
export const hostileText = (pieces = 12): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...SHARDS),
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom(' ', ' '),
      ),
      {
        maxLength: pieces,
      },
    )
    .map((parts) => parts.join(''));

/** A good text with some of it cut out, doubled, or replaced. */
export const mutated = (good: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(good.length), fc.nat(40), hostileText(3)), { minLength: 1, maxLength: 4 })
    .map((cuts) =>
      cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), good),
    );
