const LINE_FEED = 10;

/** Puts lines by, one after the other, each found by the byte at which it begins. */
export const createLineKeeper = () => {
  const kept: Buffer[] = [];
  let length = 0;
  return {
    keep: (line: string): number => {
      const begin = length;
      const bytes = Buffer.from(`${line}\n`);
      kept.push(bytes);
      length += bytes.length;
      return begin;
    },
    bytes: (): Buffer => Buffer.concat(kept),
  };
};

/** Reads lines that were put by. Only those that are asked for become text: to decode all takes longer than to read the file. */
export const createLineReader =
  (bytes: Buffer): ((begin: number) => string) =>
  (begin) =>
    bytes.toString('utf8', begin, bytes.indexOf(LINE_FEED, begin));
