import { lazily } from '../domain/lazily.ts';
import { KINDS, STAGES } from '../domain/taxonomy.ts';
import { type Convolution, FILTERS, LINE, POOLED, SPAN, WIDTH } from './convolution.ts';
import { TABLE_ROWS, type TokenInputs } from './token-inputs.ts';
import { FIRST_STAGE } from './traits.ts';

/** What a trained network says of texts. */
export interface ConvolutionReader {
  /** Log-odds that an entry is relevant. */
  readonly relevance: (inputs: TokenInputs) => number;
  /** Log-odds of each of KINDS, in their order, if it is. */
  readonly kinds: (inputs: TokenInputs) => Float64Array;
  /** The same of each of STAGES. */
  readonly stages: (inputs: TokenInputs) => Float64Array;
}

/** What one table row says to each filter, for each place in the filter's window, the last place first. */
const ANSWERS = SPAN * FILTERS;

const FIRST_ROWS = 256;
/** Lines that are kept, 576 bytes each. A day's news has more words; those that come again and again are soon back. */
export const MOST_ROWS = 1 << 13;

/**
 * A filter is linear in the tokens that it sees, so what each table row says to it is reckoned once and kept: to read a
 * text is then to add up a few short lines, where it was a product of matrices.
 */
const createAnswers = ({ table, filters }: Convolution) => {
  /** Row of the table to line + 1 of `lines`; 0 not met yet, -1 a row that says nothing. */
  const known = new Int32Array(TABLE_ROWS);
  let lines = new Float32Array(FIRST_ROWS * ANSWERS);
  let count = 0;

  const isSilent = (row: number): boolean => {
    for (let unit = row * WIDTH; unit < (row + 1) * WIDTH; unit += 1) if (table[unit] !== 0) return false;
    return true;
  };

  const reckon = (row: number): number => {
    if (isSilent(row)) return -1;
    if (count === MOST_ROWS) {
      known.fill(0);
      count = 0;
    }
    if ((count + 1) * ANSWERS > lines.length) {
      const grown = new Float32Array(lines.length * 2);
      grown.set(lines);
      lines = grown;
    }
    for (let answer = 0; answer < ANSWERS; answer += 1) {
      const part = SPAN - 1 - Math.floor(answer / FILTERS);
      const from = ((answer % FILTERS) * SPAN + part) * WIDTH;
      let sum = 0;
      for (let unit = 0; unit < WIDTH; unit += 1)
        sum += (filters[from + unit] as number) * (table[row * WIDTH + unit] as number);
      lines[count * ANSWERS + answer] = sum;
    }
    count += 1;
    return count;
  };

  return {
    /**
     * Adds a row's answers to `sums` from `at` on: to the window before its token, to the token's own and to the one
     * after it, which see the token as their last, middle and first.
     */
    add: (row: number, sums: Float32Array, at: number): void => {
      let line = known[row] ?? -1;
      if (line === 0) {
        line = reckon(row);
        known[row] = line;
      }
      if (line < 0) return;
      const from = (line - 1) * ANSWERS;
      for (let answer = 0; answer < ANSWERS; answer += 1)
        sums[at + answer] = (sums[at + answer] as number) + (lines[from + answer] as number);
    },
  };
};

/** Reads texts by a trained network: the same as `pool` and its scores, save for rounding, at a tenth of the cost. */
const createConvolutionReader = (network: Convolution): ConvolutionReader => {
  const { filterBias, output, traits } = network;
  const answers = createAnswers(network);
  const pooled = new Float32Array(POOLED);
  /** Of each window one answer a filter; a window before the first and one after the last take what nobody asks for. */
  let sums = new Float32Array(0);

  /** Each filter's strongest answer in title or text, from `offset` on. */
  const poolPart = (tokens: TokenInputs['title'], offset: number): void => {
    const end = (tokens.length + 1) * FILTERS;
    if (sums.length < end + FILTERS) sums = new Float32Array(end * 2);
    else sums.fill(0, 0, end + FILTERS);
    for (let token = 0; token < tokens.length; token += 1)
      for (const row of tokens[token] ?? []) answers.add(row, sums, token * FILTERS);
    const best = pooled.subarray(offset, offset + FILTERS).fill(Number.NEGATIVE_INFINITY);
    for (let window = FILTERS; window < end; window += FILTERS)
      for (let filter = 0; filter < FILTERS; filter += 1) {
        const sum = sums[window + filter] as number;
        if (sum > (best[filter] as number)) best[filter] = sum;
      }
    for (let filter = 0; filter < FILTERS; filter += 1)
      best[filter] = Math.max(0, (best[filter] as number) + (filterBias[filter] as number));
  };

  /** What `pooled` is of: an entry that counts is asked for its kind and its stage too. */
  let read: TokenInputs | undefined;
  const readPooled = (inputs: TokenInputs): void => {
    if (inputs === read) return;
    read = inputs;
    poolPart(inputs.title, 0);
    poolPart(inputs.text, FILTERS);
  };

  /** The score whose weights begin at `from`. */
  const weigh = (weights: Float32Array, from: number): number => {
    let sum = weights[from + POOLED] as number;
    for (let unit = 0; unit < POOLED; unit += 1)
      sum += (weights[from + unit] as number) * (pooled[unit] as number);
    return sum;
  };

  const readTraits = (inputs: TokenInputs, first: number, count: number): Float64Array => {
    readPooled(inputs);
    const scores = new Float64Array(count);
    for (let at = 0; at < count; at += 1) scores[at] = weigh(traits, (first + at) * LINE);
    return scores;
  };

  return {
    relevance: (inputs) => {
      readPooled(inputs);
      return weigh(output, 0);
    },
    kinds: (inputs) => readTraits(inputs, 0, KINDS.length),
    stages: (inputs) => readTraits(inputs, FIRST_STAGE, STAGES.length),
  };
};

/** The readers of networks; what a network knows is unpacked when it is first asked. */
export const createConvolutionReaders = (
  networks: readonly (() => Convolution)[],
): readonly ConvolutionReader[] =>
  networks.map((network) => {
    const reader = lazily(() => createConvolutionReader(network()));
    return {
      relevance: (inputs) => reader().relevance(inputs),
      kinds: (inputs) => reader().kinds(inputs),
      stages: (inputs) => reader().stages(inputs),
    };
  });
