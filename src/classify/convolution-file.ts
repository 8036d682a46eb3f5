import { lazily } from '../domain/lazily.ts';
import { type Convolution, emptyConvolution, FILTERS, POOLED, SPAN, WIDTH } from './convolution.ts';
import { TABLE_ROWS } from './token-inputs.ts';

/**
 * The network as bytes: the number of table rows that say anything, those rows (their index, a scale, and a signed byte
 * for each unit), then filters, their biases and the output as floats. A fifth of the floats, and no worse.
 */
const LARGEST = 127;
const ROW_BYTES = 8 + WIDTH;

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

/** A trained network to bytes. */
export const encodeConvolution = ({ table, filters, filterBias, output }: Convolution): Buffer => {
  const rows: Buffer[] = [];
  for (let row = 0; row < TABLE_ROWS; row += 1) {
    const values = rowOf(table, row);
    if (values.some((value) => value !== 0)) rows.push(encodeRow(values, row));
  }
  const head = Buffer.alloc(8);
  head.writeUInt32LE(rows.length, 0);
  head.writeUInt32LE(FILTERS, 4);
  return Buffer.concat([head, ...rows, floatBytes(filters), floatBytes(filterBias), floatBytes(output)]);
};

const readFloats = (bytes: Buffer, from: number, into: Float32Array): number => {
  for (let index = 0; index < into.length; index += 1) into[index] = bytes.readFloatLE(from + index * 4);
  return from + into.length * 4;
};

const FLOATS = FILTERS * SPAN * WIDTH + FILTERS + POOLED + 1;

/**
 * Bytes of `encodeConvolution` to the network, unpacked when it is first asked: most entries never need it.
 * @throws RangeError at once when they are not whole
 */
export const decodeConvolution = (bytes: Buffer): (() => Convolution) => {
  const whole = 8 + bytes.readUInt32LE(0) * ROW_BYTES + FLOATS * 4;
  if (bytes.length !== whole) throw new RangeError(`a network of ${whole} bytes has ${bytes.length}`);
  return lazily(() => unpack(bytes));
};

const unpack = (bytes: Buffer): Convolution => {
  const network = emptyConvolution();
  const units = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const rows = bytes.readUInt32LE(0);
  let at = 8;
  for (let count = 0; count < rows; count += 1, at += ROW_BYTES) {
    const base = bytes.readUInt32LE(at) * WIDTH;
    const scale = bytes.readFloatLE(at + 4);
    for (let unit = 0; unit < WIDTH; unit += 1)
      network.table[base + unit] = (units[at + 8 + unit] ?? 0) * scale;
  }
  at = readFloats(bytes, at, network.filters);
  at = readFloats(bytes, at, network.filterBias);
  readFloats(bytes, at, network.output);
  return network;
};
