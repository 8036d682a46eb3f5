import type { Json } from './discord-payload.ts';

interface Field {
  readonly name: string;
  readonly value: string;
  readonly inline?: boolean;
}

interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly color?: number;
  readonly fields?: readonly Field[];
  readonly footer?: { readonly text: string };
}

/** What stands behind marks that Discord replaces when it shows a message. */
export interface Seen {
  /** Now, epoch milliseconds. */
  readonly now: number;
  /** Names of roles and channels by id. */
  readonly roles: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, { readonly name: string }>;
}

/** The bar beside an embed, as near as a sign comes to its colour. */
const BARS: readonly (readonly [number, string])[] = [
  [0xb42318, '🟥'],
  [0xdd6b20, '🟧'],
  [0xd69e2e, '🟨'],
  [0x2f855a, '🟩'],
];

const IN_A_ROW = 3;

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

const relative = (seconds: number): string => {
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? [];
  if (unit === undefined || length === undefined) return 'a few seconds ago';
  return new Intl.RelativeTimeFormat('en').format(Math.trunc(seconds / length), unit);
};

/** Times and roles as Discord writes them; all other Markdown reads here as it does there. */
const shown = (markdown: string, { now, roles, channels }: Seen): string =>
  markdown
    .replaceAll(/<t:(\d+):R>/g, (_, at: string) => relative(Number(at) - now / 1000))
    .replaceAll(/<(\/[a-z]+):\d+>/g, '**$1**')
    .replaceAll(/<#(\d+)>/g, (_, id: string) => `**#${channels.get(id)?.name ?? 'unknown'}**`)
    .replaceAll(/<@&(\d+)>/g, (_, id: string) => `**@${roles.get(id) ?? 'unknown-role'}**`);

const table = (row: readonly Field[], seen: Seen): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (text: string): string => shown(text, seen).replaceAll('|', '\\|').replaceAll('\n', '<br>');
  return [
    line(row.map(({ name }) => cell(name))),
    line(row.map(() => '---')),
    line(row.map(({ value }) => cell(value))),
  ].join('\n');
};

/** Fields share a line by threes, as far as they want to. */
const fieldRows = (fields: readonly Field[]): readonly (readonly Field[])[] => {
  const rows: Field[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.inline === true && last?.[0]?.inline === true && last.length < IN_A_ROW) last.push(field);
    else rows.push([field]);
  }
  return rows;
};

const embedParts = ({ title, description, color, fields = [], footer }: Embed, seen: Seen) => {
  const bar = BARS.find(([colour]) => colour === color)?.[1] ?? '⬛';
  return [
    title === undefined ? '' : `${bar} **${shown(title, seen)}**`,
    description === undefined ? '' : shown(description, seen),
    ...fieldRows(fields).map((row) => table(row, seen)),
    footer === undefined ? '' : `<sub>${footer.text}</sub>`,
  ];
};

interface ButtonRow {
  readonly components: readonly { readonly label?: string; readonly url?: string }[];
}

const buttonRow = ({ components }: ButtonRow): string =>
  components
    .map(({ label = '', url }) => (url === undefined ? `\`[ ${label} ]\`` : `[\`[ ${label} ↗ ]\`](${url})`))
    .join(' ');

/** A message as Markdown that looks as it does in Discord: text, embed with its bar, fields side by side, buttons. */
export const pictureOf = (body: Json, seen: Seen): string => {
  const embeds = (body.embeds as readonly Embed[] | undefined) ?? [];
  const rows = (body.components as readonly ButtonRow[] | undefined) ?? [];
  const content = typeof body.content === 'string' ? shown(body.content, seen) : '';
  return [content, ...embeds.flatMap((embed) => embedParts(embed, seen)), rows.map(buttonRow).join('\\\n')]
    .filter(Boolean)
    .join('\n\n');
};

/** Who, where or to whom, and what, in a quotation. */
export const turnOf = (who: string, how: string, what: string): string => {
  const quoted = what
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  return `**${who}**${how === '' ? '' : ` ${how}`}\n${quoted}`;
};
