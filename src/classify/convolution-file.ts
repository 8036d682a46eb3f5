import { lazily } from '../domain/lazily.ts';
import { type Convolution, emptyConvolution, FILTERS, LINE, SPAN, WIDTH } from './convolution.ts';
import { TABLE_ROWS } from './token-inputs.ts';
import { TRAITS } from './traits.ts';

/**
 * Networks as bytes, one after the other. Each: the number of table rows that say anything, those rows (their index, a
 * scale, and a signed byte for each unit), then filters, their biases, the output and the traits as floats. A fifth of the
 * floats, and no worse.
 */
const LARGEST = 127;
const HEAD_BYTES = 8;
const ROW_BYTES = 8 + WIDTH;
const FLOATS = FILTERS * SPAN * WIDTH + FILTERS + LINE + TRAITS * LINE;

const rowOf = (table: Float32Array, row: number): Float32Array =>
  table.subarray(row * WIDTH, row * WIDTH + WIDTH);

const encodeRow = (values: Float32Array, row: number): Buffer => {
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST;
  const bytes = Buffer.alloc(ROW_BYTES);
  bytes.writeUInt32LE(row, 0);
  bytes.writeFloatLE(scale, 4);
  for (const [unit, value] of values.entries()) bytes.writeInt8(Math.round(value / scale), 8 + unit);
  return bytes;
};

const floatBytes = (values: Float32Array): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes;
};

const encode = ({ table, filters, filterBias, output, traits }: Convolution): Buffer => {
  const rows: Buffer[] = [];
  for (let row = 0; row < TABLE_ROWS; row += 1) {
    const values = rowOf(table, row);
    if (values.some((value) => value !== 0)) rows.push(encodeRow(values, row));
  }
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(rows.length, 0);
  head.writeUInt32LE(FILTERS, 4);
  const floats = [filters, filterBias, output, traits].map(floatBytes);
  return Buffer.concat([head, ...rows, ...floats]);
};

/** Trained networks to bytes. */
export const encodeConvolutions = (networks: readonly Convolution[]): Buffer =>
  Buffer.concat(networks.map(encode));

const readFloats = (bytes: Buffer, from: number, into: Float32Array): number => {
  for (let index = 0; index < into.length; index += 1) into[index] = bytes.readFloatLE(from + index * 4);
  return from + into.length * 4;
};

const unpack = (bytes: Buffer): Convolution => {
  const network = emptyConvolution();
  const units = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const rows = bytes.readUInt32LE(0);
  let at = HEAD_BYTES;
  for (let count = 0; count < rows; count += 1, at += ROW_BYTES) {
    const base = bytes.readUInt32LE(at) * WIDTH;
    const scale = bytes.readFloatLE(at + 4);
    for (let unit = 0; unit < WIDTH; unit += 1)
      network.table[base + unit] = (units[at + 8 + unit] ?? 0) * scale;
  }
  at = readFloats(bytes, at, network.filters);
  at = readFloats(bytes, at, network.filterBias);
  at = readFloats(bytes, at, network.output);
  readFloats(bytes, at, network.traits);
  return network;
};

/** How many bytes the network that begins at `from` has. */
const sizeAt = (bytes: Buffer, from: number): number =>
  HEAD_BYTES + bytes.readUInt32LE(from) * ROW_BYTES + FLOATS * 4;

/**
 * Bytes of `encodeConvolutions` to the networks, each unpacked when it is first asked: most entries need none.
 * @throws RangeError at once when they are not whole
 */
export const decodeConvolutions = (bytes: Buffer): readonly (() => Convolution)[] => {
  const networks: (() => Convolution)[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = from + sizeAt(bytes, from);
    if (to > bytes.length) throw new RangeError(`networks of at least ${to} bytes have ${bytes.length}`);
    const own = bytes.subarray(from, to);
    networks.push(lazily(() => unpack(own)));
    from = to;
  }
  return networks;
};
