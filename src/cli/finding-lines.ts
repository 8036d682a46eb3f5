import type { Settings } from '../config/settings.ts';
import type { Finding } from '../domain/finding.ts';

const MARKS = { good: '✓', doubtful: '!', bad: '✗' } as const;
/** Green, yellow, red: ECMA-48 8.3.117. */
const COLOURS = { good: 32, doubtful: 33, bad: 31 } as const;

/** One line for each, and its cure below: in colour where a person watches. */
export const findingLines = (findings: readonly Finding[], isColoured: boolean): readonly string[] =>
  findings.flatMap(({ state, what, cure }) => {
    const mark = isColoured ? `\u001b[${COLOURS[state]}m${MARKS[state]}\u001b[0m` : MARKS[state];
    return [`${mark} ${what}`, ...(cure === undefined ? [] : [`    → ${cure}`])];
  });

type Known = Pick<Settings, 'telegramToken' | 'discordToken' | 'operators'>;

/** What to do now, one thing at a time, until the bot runs. */
export const nextStep = (
  findings: readonly Finding[],
  { telegramToken, discordToken, operators }: Known,
): string => {
  if (findings.some(({ state }) => state === 'bad'))
    return 'mend what is marked ✗, then run `curbwatch doctor` again.';
  if (telegramToken === undefined && discordToken === undefined)
    return (
      'get a token, of Telegram at @BotFather or of Discord at https://discord.com/developers/applications, and write it ' +
      'into .env as TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN; without one `curbwatch run` is a chat in the terminal.'
    );
  if (operators.length === 0)
    return 'set OPERATORS to your own id, such as telegram-123, so that the bot tells you when a feed dies.';
  return '`curbwatch doctor --feeds` asks every enabled feed once; then `curbwatch run`, and write /subscribe in a chat.';
};
