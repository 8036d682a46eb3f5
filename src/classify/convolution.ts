import { TABLE_ROWS, type TokenInputs } from './token-inputs.ts';
import { TRAITS } from './traits.ts';

/** Sizes of the network: embedding, filters, and the tokens that a filter sees at once. */
export const WIDTH = 24;
export const FILTERS = 48;
export const SPAN = 3;
/** Each filter's strongest answer in the title, then in the text. */
export const POOLED = FILTERS * 2;
/** What one score weighs: POOLED weights, then the bias. */
export const LINE = POOLED + 1;

/**
 * A small network over tokens: embeddings, one convolution, the maximum over title and text, linear scores.
 * (Y. Kim, "Convolutional Neural Networks for Sentence Classification", 2014.)
 */
export interface Convolution {
  /** TABLE_ROWS × WIDTH. */
  readonly table: Float32Array;
  /** FILTERS × SPAN × WIDTH. */
  readonly filters: Float32Array;
  readonly filterBias: Float32Array;
  /** Whether an entry is relevant: one LINE. */
  readonly output: Float32Array;
  /** What a relevant one is: TRAITS × LINE. */
  readonly traits: Float32Array;
}

/** Where each filter answered most strongly, and how. */
export interface Pooled {
  readonly values: Float32Array;
  /** Token at which the filter's window is centred; -1 where no answer was positive. */
  readonly at: Int32Array;
  /** Embedded tokens of title and text, with a zero token at each end. */
  readonly embedded: readonly [Float32Array, Float32Array];
}

const embed = (table: Float32Array, tokens: TokenInputs['title']): Float32Array => {
  const embedded = new Float32Array((tokens.length + 2) * WIDTH);
  for (const [index, rows] of tokens.entries()) {
    const base = (index + 1) * WIDTH;
    for (const row of rows)
      for (let unit = 0; unit < WIDTH; unit += 1) {
        const at = base + unit;
        embedded[at] = (embedded[at] ?? 0) + (table[row * WIDTH + unit] ?? 0);
      }
  }
  return embedded;
};

const poolInto = (
  { filters, filterBias }: Convolution,
  embedded: Float32Array,
  tokens: number,
  offset: number,
  values: Float32Array,
  positions: Int32Array,
): void => {
  for (let filter = 0; filter < FILTERS; filter += 1) {
    const first = filter * SPAN * WIDTH;
    const bias = filterBias[filter] ?? 0;
    let best = 0;
    let where = -1;
    for (let token = 0; token < tokens; token += 1) {
      const base = token * WIDTH;
      // A sum for each token of the span: three that do not wait for one another are ready sooner than one.
      let before = 0;
      let middle = 0;
      let after = 0;
      for (let unit = 0; unit < WIDTH; unit += 1) {
        const weight = first + unit;
        const input = base + unit;
        before += (filters[weight] as number) * (embedded[input] as number);
        middle += (filters[weight + WIDTH] as number) * (embedded[input + WIDTH] as number);
        after += (filters[weight + 2 * WIDTH] as number) * (embedded[input + 2 * WIDTH] as number);
      }
      const sum = bias + before + middle + after;
      if (sum > best) {
        best = sum;
        where = token;
      }
    }
    values[offset + filter] = best;
    positions[offset + filter] = where;
  }
};

export const pool = (network: Convolution, { title, text }: TokenInputs): Pooled => {
  const values = new Float32Array(POOLED);
  const at = new Int32Array(POOLED).fill(-1);
  const embedded: [Float32Array, Float32Array] = [embed(network.table, title), embed(network.table, text)];
  poolInto(network, embedded[0], title.length, 0, values, at);
  poolInto(network, embedded[1], text.length, FILTERS, values, at);
  return { values, at, embedded };
};

export const emptyConvolution = (): Convolution => ({
  table: new Float32Array(TABLE_ROWS * WIDTH),
  filters: new Float32Array(FILTERS * SPAN * WIDTH),
  filterBias: new Float32Array(FILTERS),
  output: new Float32Array(LINE),
  traits: new Float32Array(TRAITS * LINE),
});
