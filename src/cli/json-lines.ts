/** A pipe of JSON lines: where they come from and where the answers go. */
export interface LineStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseLine = (line: string): JsonObject => {
  const value: unknown = JSON.parse(line);
  if (!isObject(value)) throw new TypeError('the line is not a JSON object; write one object a line');
  return value;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The answer to one line; a line that cannot be answered says why and keeps its id. */
const answer = async (line: string, handle: (value: JsonObject) => unknown): Promise<unknown> => {
  let id: unknown;
  try {
    const value = parseLine(line);
    id = value.id;
    return await handle(value);
  } catch (error) {
    return { ...(id !== undefined && { id }), error: messageOf(error) };
  }
};

const write = async (output: NodeJS.WritableStream, text: string): Promise<void> => {
  if (output.write(text)) return;
  await new Promise((resolve) => output.once('drain', resolve));
};

/** Lines end with a line feed only: `readline` would also end them at U+2028, which JSON allows inside a text. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/** Answers each line as it comes, in order; blank lines are passed over, bad ones answered with `{id?, error}`. */
export const answerLines = async (
  { input, output }: LineStreams,
  handle: (value: JsonObject) => unknown,
): Promise<void> => {
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    await write(output, `${JSON.stringify(await answer(line, handle))}\n`);
  }
};

/** A field that must be text, with the cure in the error. */
export const textField = (value: JsonObject, name: string): string => {
  const field = value[name];
  if (typeof field === 'string') return field;
  throw new TypeError(
    `field "${name}" is ${field === undefined ? 'missing' : 'not a text'}; give it as a string`,
  );
};

/** A field that may be absent, but is text if present. */
export const optionalText = (value: JsonObject, name: string): string | undefined =>
  value[name] === undefined || value[name] === null ? undefined : textField(value, name);
