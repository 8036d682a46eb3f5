export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  step(ok: boolean): void;
  /** Clears the line. */
  end(): void;
}

const WIDTH = 30;
const CLEAR_LINE = '\r\u001b[K';

/** One line that fills, where a person watches; nothing in a pipe. */
export const createProgress = (stream: ProgressStream, total: number): Progress => {
  let done = 0;
  let failed = 0;
  const show = (): void => {
    const full = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
    const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
    stream.write(`${CLEAR_LINE}${bar} ${done}/${total}${failed > 0 ? `, ${failed} failed` : ''}`);
  };
  if (stream.isTTY !== true) return { step: () => undefined, end: () => undefined };
  show();
  return {
    step(ok) {
      done += 1;
      if (!ok) failed += 1;
      show();
    },
    end: () => void stream.write(CLEAR_LINE),
  };
};
