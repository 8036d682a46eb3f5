import type { Entry } from '../domain/entry.ts';
import { hashId } from '../domain/hash-id.ts';
import { DAY, type Millis, SECOND } from '../domain/instant.ts';
import type { Clock, Logger } from '../domain/ports.ts';
import { parseJson } from './parse-json.ts';

export interface ChatModelOptions {
  /** Of an OpenAI-compatible server, such as `http://localhost:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Absent where the server wants none (Ollama, llama.cpp). */
  readonly key?: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  /** Questions a day (UTC), answered or not. */
  readonly dailyBudget: number;
  readonly timeoutMs?: Millis;
  readonly fetch?: typeof fetch;
}

/** What is asked about an entry, and how the answer is read. */
export interface ChatQuestion<Answer> {
  /** Of the schema; failures are logged as `judge.no-<name>`. */
  readonly name: string;
  readonly rules: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** The answer in the text of a chat completion; undefined for whatever does not keep to the schema. */
  readonly read: (content: string) => Answer | undefined;
}

/** Asks about an entry. Never rejects: undefined where there is no budget, no time, no server or no sound answer. */
export type ChatModel = <Answer>(entry: Entry, question: ChatQuestion<Answer>) => Promise<Answer | undefined>;

/** Why there is no answer: what is logged, once a day each. */
type Failure = 'budget' | 'timeout' | 'unreachable' | 'refused' | 'garbage';

class ChatError extends Error {
  override readonly name = 'ChatError';
  readonly failure: Failure;
  constructor(failure: Failure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

const TIMEOUT: Millis = 8 * SECOND;
/** What a notice does is said early, and a small model forgets what was asked over a long text. */
const MOST_TEXT = 4_000;
const MOST_ANSWER = 64 * 1024;

/**
 * The entry as JSON between two fences that it cannot foresee: whatever it says, it cannot leave its string, nor
 * end the block.
 */
const fenced = ({ id, title, text, language, publisher }: Entry): string => {
  const fence = `entry-${hashId('fence', id, title, text)}`;
  const data = { publisher, language, title, text: text.slice(0, MOST_TEXT) };
  return `<${fence}>\n${JSON.stringify(data)}\n</${fence}>`;
};

/** Chat completion with a schema for the answer (https://platform.openai.com/docs/guides/structured-outputs). */
const bodyOf = (
  model: string,
  entry: Entry,
  { name, rules, schema }: Pick<ChatQuestion<unknown>, 'name' | 'rules' | 'schema'>,
): string =>
  JSON.stringify({
    model,
    temperature: 0,
    stream: false,
    messages: [
      { role: 'system', content: rules },
      { role: 'user', content: fenced(entry) },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: { name, strict: true, schema },
    },
  });

const readCapped = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_ANSWER) throw new ChatError('garbage', `more than ${MOST_ANSWER} characters`);
  }
  return text;
};

const failureOf = (error: unknown, signal: AbortSignal): Failure => {
  if (error instanceof ChatError) return error.failure;
  return signal.aborted ? 'timeout' : 'unreachable';
};

/** Counts by the day: how many may still be asked, and which failures were told. */
const createDay = (clock: Pick<Clock, 'now'>, budget: number) => {
  let today = -1;
  let asked = 0;
  const told = new Set<Failure>();
  const turn = (): void => {
    const day = Math.floor(clock.now() / DAY);
    if (day === today) return;
    today = day;
    asked = 0;
    told.clear();
  };
  return {
    /** Takes one question of today's, if there is one. */
    take: (): boolean => {
      turn();
      if (asked >= budget) return false;
      asked += 1;
      return true;
    },
    isNews: (failure: Failure): boolean => {
      turn();
      return !told.has(failure) && told.add(failure).size > 0;
    },
  };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of the first choice of a chat completion. */
const contentOf = (answer: string): string | undefined => {
  const body = parseJson(answer);
  const choices = isRecord(body) ? body.choices : undefined;
  const first: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const message = isRecord(first) ? first.message : undefined;
  return isRecord(message) && typeof message.content === 'string' ? message.content : undefined;
};

/** A language model behind an OpenAI-compatible server, with one budget for all that it is asked. */
export const createChatModel = (options: ChatModelOptions): ChatModel => {
  const { model, key, clock, logger, dailyBudget, timeoutMs = TIMEOUT } = options;
  const address = `${options.url.replace(/(?<!\/)\/+$/, '')}/chat/completions`;
  const send = options.fetch ?? fetch;
  const day = createDay(clock, dailyBudget);

  const ask = async (body: string, signal: AbortSignal): Promise<string> => {
    const response = await send(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body,
      // The key goes to the server that was named, and to no other.
      redirect: 'error',
      signal,
    });
    if (response.ok) return readCapped(response);
    await response.body?.cancel();
    throw new ChatError('refused', `it answered ${response.status}`);
  };

  return async (entry, question) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      if (!day.take()) throw new ChatError('budget', `today's ${dailyBudget} questions are asked`);
      const content = contentOf(await ask(bodyOf(model, entry, question), signal));
      const answer = content === undefined ? undefined : question.read(content);
      if (answer === undefined) throw new ChatError('garbage', 'the answer does not keep to the schema');
      return answer;
    } catch (error) {
      const failure = failureOf(error, signal);
      if (day.isNews(failure)) {
        logger.warn(`judge.no-${question.name}`, { failure, entry: entry.id, error });
      }
      return undefined;
    }
  };
};
