import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { answerLines } from '../../src/cli/json-lines.ts';

const open = () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const done = answerLines({ input, output }, ({ id, fails }) => {
    if (fails === true) throw new Error('no');
    return { id };
  });
  const answers = (): string => String(output.read() ?? '');
  return { input, output, done, answers };
};

describe('JSON lines', () => {
  test('a pipe kept open gets its answer at once', async () => {
    const { input, output } = open();
    input.write('{"id":1}\n');
    const [answer] = await new Promise<string[]>((resolve) => {
      output.once('data', (chunk) => resolve([String(chunk)]));
    });
    expect(answer).toBe('{"id":1}\n');
  });

  test('a bad line is answered with its error, and the rest goes on', async () => {
    const { input, done, answers } = open();
    input.end('{"id":1}\nnot json\n{"id":2,"fails":true}\n\n[3]\n{"id":4}');
    await done;
    expect(
      answers()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: 1 },
      { error: expect.stringContaining('JSON') },
      { id: 2, error: 'no' },
      { error: expect.stringContaining('one object a line') },
      { id: 4 },
    ]);
  });

  test('U+2028 inside a text ends no line, nor do CRLF and a byte order mark disturb', async () => {
    const { input, done, answers } = open();
    input.end('\uFEFF{"id":"a\u2028b"}\r\n{"id":"c\u2029d"}\r\n');
    await done;
    expect(answers()).toBe('{"id":"a\u2028b"}\n{"id":"c\u2029d"}\n');
  });

  test('a character that two chunks share is whole', async () => {
    const { input, done, answers } = open();
    const bytes = Buffer.from('{"id":"\u6771\u4eac"}');
    input.write(bytes.subarray(0, 8));
    input.end(bytes.subarray(8));
    await done;
    expect(answers()).toBe('{"id":"\u6771\u4eac"}\n');
  });
});
