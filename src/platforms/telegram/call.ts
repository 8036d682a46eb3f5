import { setMaxListeners } from 'node:events';
import type { Telegram } from 'telegraf';
import type { Telegram as Methods, Opts } from 'telegraf/types';
import { type Millis, SECOND } from '../../domain/instant.ts';

/** An answer that says no: https://core.telegram.org/bots/api#making-requests. */
export interface Refusal {
  readonly code: number;
  readonly description: string;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly migrateTo?: number;
}

/**
 * A call that failed: refused by Telegram, or without an answer (`cause` names the network's code). telegraf's own
 * errors carry the address with the token in their stacks and the whole payload, so they end here.
 */
export class TelegramFault extends Error {
  override readonly name = 'TelegramFault';
  readonly refusal: Refusal | undefined;
  /** The network's code, `timeout`, or `unreadable`; absent where Telegram refused. */
  readonly network: string | undefined;
  constructor(method: string, why: { readonly refusal: Refusal } | { readonly network: string }) {
    super('refusal' in why ? `${method}: ${why.refusal.description}` : `${method}: ${why.network}`);
    this.refusal = 'refusal' in why ? why.refusal : undefined;
    this.network = 'network' in why ? why.network : undefined;
  }
}

interface CallOptions {
  readonly deadlineMs?: Millis;
  /** Gives the call up early. */
  readonly stop?: AbortSignal;
}

/**
 * Calls a method of the Bot API.
 * @throws TelegramFault
 */
export type Call = <M extends keyof Methods>(
  method: M,
  payload: Opts<M>,
  options?: CallOptions,
) => Promise<ReturnType<Methods[M]>>;

/** telegraf alone waits 500 seconds. */
const CALL_DEADLINE: Millis = 20 * SECOND;
/** Calls of so short a share of the deadline have theirs together. */
const SPREAD = 1 / 20;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const numberIn = (parameters: unknown, name: string): number | undefined => {
  const value = isObject(parameters) ? parameters[name] : undefined;
  return typeof value === 'number' ? value : undefined;
};

const refusalIn = (response: unknown): Refusal | undefined => {
  if (!isObject(response) || typeof response.error_code !== 'number') return undefined;
  const retryAfter = numberIn(response.parameters, 'retry_after');
  const migrateTo = numberIn(response.parameters, 'migrate_to_chat_id');
  return {
    code: response.error_code,
    description: String(response.description ?? ''),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(migrateTo === undefined ? {} : { migrateTo }),
  };
};

/** What telegraf or node-fetch threw, without what must not be logged; our own bugs pass as they are. */
const faultOf = (method: string, error: unknown): unknown => {
  if (!isObject(error)) return error;
  const refusal = refusalIn(error.response);
  if (refusal !== undefined) return new TelegramFault(method, { refusal });
  if (error.name === 'AbortError') return new TelegramFault(method, { network: 'timeout' });
  if (typeof error.code === 'string') return new TelegramFault(method, { network: error.code });
  return error.name === 'FetchError' ? new TelegramFault(method, { network: 'unreadable' }) : error;
};

/** A signal that is aborted `ms` from now, or up to a twentieth later. */
const createDeadlines = (ms: Millis): (() => AbortSignal) => {
  let current: AbortSignal | undefined;
  const open = (): AbortSignal => {
    const over = new AbortController();
    // One listener for each call that is under way, and node-fetch takes it away again.
    setMaxListeners(0, over.signal);
    setTimeout(() => over.abort(), ms * (1 + SPREAD)).unref();
    setTimeout(() => {
      current = undefined;
    }, ms * SPREAD).unref();
    return over.signal;
  };
  // A controller and a timer of its own would cost every call a tenth of what telegraf does.
  return () => {
    current ??= open();
    return current;
  };
};

/** telegraf's client with a deadline on every call and errors that are safe to log. */
export const createCall = (api: Pick<Telegram, 'callApi'>, deadlineMs: Millis = CALL_DEADLINE): Call => {
  const sharedSignal = createDeadlines(deadlineMs);

  const ownSignal = (options: CallOptions): { signal: AbortSignal; done: () => void } => {
    const over = new AbortController();
    const abort = (): void => over.abort();
    const deadline = setTimeout(abort, options.deadlineMs ?? deadlineMs);
    options.stop?.addEventListener('abort', abort);
    const done = (): void => {
      clearTimeout(deadline);
      options.stop?.removeEventListener('abort', abort);
    };
    return { signal: over.signal, done };
  };

  return async (method, payload, options) => {
    const { signal, done } =
      options === undefined ? { signal: sharedSignal(), done: undefined } : ownSignal(options);
    try {
      // telegraf's types name the signal of a polyfill; node-fetch takes either.
      type Polyfilled = NonNullable<NonNullable<Parameters<typeof api.callApi>[2]>['signal']>;
      return await api.callApi(method, payload, { signal: signal as unknown as Polyfilled });
    } catch (error) {
      throw faultOf(String(method), error);
    } finally {
      done?.();
    }
  };
};
