import { readFile } from 'node:fs/promises';
import type { ParsedEntry } from '../domain/entry.ts';
import type { Steps } from '../steps.ts';
import { answerLines, type LineStreams, optionalText, textField } from './json-lines.ts';

const showEntry = (entry: ParsedEntry, index: number): Readonly<Record<string, unknown>> => ({
  id: entry.guid ?? entry.url ?? String(index),
  title: entry.title,
  url: entry.url ?? null,
  publishedAt: entry.publishedAt === undefined ? null : new Date(entry.publishedAt).toISOString(),
  publishedEstimated: entry.publishedEstimated,
  text: entry.text,
});

/** `curbwatch parse`: `{id, path, contentType?, url?}` in, the file's entries out. */
export const parse = (streams: LineStreams, steps: Pick<Steps, 'parse'>): Promise<void> =>
  answerLines(streams, async (value) => {
    const path = textField(value, 'path');
    const id = value.id ?? null;
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path);
    } catch (error) {
      return { id, ok: false, error: `unreadable: ${String(error)}`, entries: [] };
    }
    const contentType = optionalText(value, 'contentType');
    const url = optionalText(value, 'url');
    const result = await steps.parse(bytes, { contentType, url });
    if (!result.ok) return { id, ok: false, error: `${result.reason}: ${result.detail}`, entries: [] };
    return { id, ok: true, entries: result.entries.map(showEntry) };
  });
