import type { FormFault, Json } from './discord-payload.ts';
import { CODE, type DiscordRule } from './discord-rules.ts';

/** What the REST side answers. */
export interface Reply {
  readonly status: number;
  readonly body?: Json | readonly Json[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** `{"code", "message"}`, as Discord words its errors. */
export const apiError = (status: number, { value, says }: DiscordRule): Reply => ({
  status,
  body: { code: value, message: says.replace(/^\d+: /, '') },
});

export const formError = (faults: readonly FormFault[]): Reply => ({
  status: 400,
  body: {
    code: CODE.invalidForm.value,
    message: 'Invalid Form Body',
    errors: Object.fromEntries(
      faults.map(({ path, message }) => [path, { _errors: [{ code: 'INVALID', message }] }]),
    ),
  },
});

/** 429: `scope` is whose bucket it is, the bot's own or one shared with other bots. */
export const rateLimited = (seconds: number, scope: 'user' | 'shared' | 'global'): Reply => ({
  status: 429,
  headers: {
    'retry-after': String(seconds),
    'x-ratelimit-scope': scope,
    ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
  },
  body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
});
