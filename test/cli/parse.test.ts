import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { parse } from '../../src/cli/parse.ts';
import { createParseStep } from '../../src/late-steps.ts';

test('a file that cannot be read is an answer of the usual shape', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end('{"id":"gone","path":"/nowhere/feed.xml"}\n');
  await parse({ input, output }, createParseStep());
  expect(JSON.parse(String(output.read()))).toEqual({
    id: 'gone',
    ok: false,
    error: expect.stringContaining('ENOENT'),
    entries: [],
  });
});
