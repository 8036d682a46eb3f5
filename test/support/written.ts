import { Writable } from 'node:stream';

/** A stream that keeps what is written to it. */
export const written = (): { readonly output: Writable; readonly all: () => string } => {
  const pieces: string[] = [];
  const output = new Writable({
    write(piece: Buffer, _, done) {
      pieces.push(piece.toString());
      done();
    },
  });
  return { output, all: () => pieces.join('') };
};
