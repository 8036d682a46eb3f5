import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

export type BodyRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'too-large' | 'malformed'; readonly detail: string };

/** Encodings may be stacked; a server that stacks more is playing. */
const MAX_ENCODINGS = 2;

/** `deflate` means zlib, but some servers send it bare: the first byte tells. */
const inflaterFor = (first: number | undefined): Transform =>
  ((first ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();

const decoderFor = (encoding: string, first: number | undefined): Transform | undefined => {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  return encoding === 'deflate' ? inflaterFor(first) : undefined;
};

/** What careless servers write there that packs nothing. */
const NO_ENCODING = /^(?:|identity|none|utf-?8|[78]bit|binary|aws-chunked)$/;

const encodingsOf = (header: string | undefined): string[] =>
  (header ?? '')
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => !NO_ENCODING.test(encoding));

async function* limited(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new BodyTooLarge(`more than ${maxBytes} bytes`);
    yield chunk;
  }
}

class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

async function* decompressed(
  source: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const decoder = decoderFor(encoding, first.value[0]);
  if (decoder === undefined) throw new Error(`content encoding ${encoding} is not understood`);
  const feed = async (): Promise<void> => {
    for (let next: IteratorResult<Uint8Array> = first; next.done !== true; next = await chunks.next()) {
      if (!decoder.write(next.value)) await new Promise((resolve) => decoder.once('drain', resolve));
    }
    decoder.end();
  };
  feed().catch((cause: unknown) =>
    decoder.destroy(cause instanceof Error ? cause : new Error(String(cause))),
  );
  try {
    yield* decoder as AsyncIterable<Uint8Array>;
  } finally {
    decoder.destroy();
  }
}

/**
 * Reads a body to its end, decompressed, the cap counted after decompression so that a bomb stops early. Rejects
 * only for what breaks the connection; the stream is destroyed in any case.
 */
export const readBody = async (
  body: Readable,
  encodingHeader: string | undefined,
  maxBytes: number,
): Promise<BodyRead> => {
  const encodings = encodingsOf(encodingHeader);
  if (encodings.length > MAX_ENCODINGS)
    return { ok: false, reason: 'malformed', detail: 'too many content encodings' };
  const chunks: Uint8Array[] = [];
  const raw = limited(body as AsyncIterable<Uint8Array>, maxBytes);
  const plain = encodings.reduceRight<AsyncIterable<Uint8Array>>(
    (inner, encoding) => decompressed(inner, encoding),
    raw,
  );
  try {
    for await (const chunk of limited(plain, maxBytes)) chunks.push(chunk);
    return { ok: true, bytes: Buffer.concat(chunks) };
  } catch (cause) {
    if (cause instanceof BodyTooLarge) return { ok: false, reason: 'too-large', detail: cause.message };
    const detail = cause instanceof Error ? cause.message : String(cause);
    if (encodings.length > 0 && !body.errored) return { ok: false, reason: 'malformed', detail };
    throw cause;
  } finally {
    body.destroy();
  }
};
