import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { answerLines, optionalText, textField } from '../../src/cli/json-lines.ts';

const answersTo = async (text: string, handle: (value: Readonly<Record<string, unknown>>) => unknown) => {
  const streams = { input: new PassThrough(), output: new PassThrough() };
  streams.input.end(text);
  await answerLines(streams, handle);
  streams.output.end();
  return String(await streams.output.toArray())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

describe('answerLines', () => {
  test('keeps the order, whatever takes longer', async () => {
    const handle = async ({ id }: Readonly<Record<string, unknown>>) => {
      if (id === 1) await new Promise((resolve) => setImmediate(resolve));
      return { id };
    };
    expect(await answersTo('{"id":1}\n\n{"id":2}\n', handle)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('answers a line before the next has come', async () => {
    const streams = { input: new PassThrough(), output: new PassThrough() };
    const done = answerLines(streams, ({ id }) => ({ id }));
    streams.input.write('{"id":1}\n');
    const [first] = await new Promise<Buffer[]>((resolve) =>
      streams.output.once('data', (chunk: Buffer) => resolve([chunk])),
    );
    expect(String(first)).toBe('{"id":1}\n');
    streams.input.end();
    await done;
  });

  test('tells a bad line and goes on', async () => {
    const answers = await answersTo('{\n[1]\n{"id":3,"title":4}\n{"id":5,"title":"t"}', (value) => ({
      id: value.id,
      title: textField(value, 'title'),
    }));
    expect(answers).toEqual([
      { error: expect.any(String) },
      { error: expect.stringContaining('one object a line') },
      { id: 3, error: expect.stringContaining('"title" is not a text') },
      { id: 5, title: 't' },
    ]);
  });
});

describe('optionalText', () => {
  test.each([[undefined], [null]])('lets %p be absent', (url) => {
    expect(optionalText({ url }, 'url')).toBeUndefined();
  });
});
