import { lazily } from '../domain/lazily.ts';
import type { Levels, LinearModel } from './linear-model.ts';

/**
 * Linear models as bytes: for each, its name, size, bias and scale, then its weights (weight / scale, a signed byte):
 * all of them, or where that is shorter those that are not zero, each with the distance to the one before as a varint.
 * A quarter of the floats, and no worse.
 */
const LARGEST = 127;
/** Weights below this level are noise: leaving them out makes a smaller file and changes one decision in a thousand. */
const SMALLEST = 4;

const scaleOf = ({ weights }: LinearModel): number => {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  return largest === 0 ? 1 : largest / LARGEST;
};

const pushVarint = (bytes: number[], value: number): void => {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
};

/** Marks a model that gives all its weights, in the byte that tells how long its name is. */
const DENSE = 128;

const levelOf = (weight: number, scale: number): number => {
  const level = Math.round(weight / scale);
  return Math.abs(level) < SMALLEST ? 0 : level;
};

const encodeDense = ({ weights }: LinearModel, scale: number): Buffer =>
  Buffer.from(Int8Array.from(weights, (weight) => levelOf(weight, scale)).buffer);

const encodeSparse = ({ weights }: LinearModel, scale: number): Buffer => {
  const bytes: number[] = [];
  let last = 0;
  for (const [index, weight] of weights.entries()) {
    const level = levelOf(weight, scale);
    if (level === 0) continue;
    pushVarint(bytes, index - last);
    bytes.push(level & 255);
    last = index;
  }
  return Buffer.from(bytes);
};

/** Models by name to bytes. */
export const encodeModels = (models: Readonly<Record<string, LinearModel>>): Buffer => {
  const parts = Object.entries(models).map(([name, model]) => {
    const scale = scaleOf(model);
    const [dense, sparse] = [encodeDense(model, scale), encodeSparse(model, scale)];
    const isDense = dense.length <= sparse.length;
    const body = isDense ? dense : sparse;
    const head = Buffer.alloc(16);
    head.writeUInt32LE(model.weights.length, 0);
    head.writeFloatLE(model.bias, 4);
    head.writeFloatLE(scale, 8);
    head.writeUInt32LE(body.length, 12);
    const label = Buffer.from(name);
    return Buffer.concat([Buffer.of(label.length | (isDense ? DENSE : 0)), label, head, body]);
  });
  return Buffer.concat(parts);
};

const decodeSparse = (body: Int8Array, size: number): Int8Array => {
  const levels = new Int8Array(size);
  let index = 0;
  for (let at = 0; at < body.length; at += 1) {
    let shift = 0;
    let byte = body[at++] ?? 0;
    while (byte < 0) {
      index += (byte & 127) << shift;
      shift += 7;
      byte = body[at++] ?? 0;
    }
    index += byte << shift;
    levels[index] = body[at] ?? 0;
  }
  return levels;
};

const toWeights = ({ levels, scale }: Levels): Float32Array => {
  const weights = new Float32Array(levels.length);
  for (let index = 0; index < levels.length; index += 1) weights[index] = (levels[index] ?? 0) * scale;
  return weights;
};

/** Bytes of `encodeModels` to models by name. Weights are decoded when first asked for: most entries need one model. */
export const decodeModels = (bytes: Buffer): Readonly<Record<string, LinearModel>> => {
  const models: Record<string, LinearModel> = {};
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const nameEnd = at + 1 + (first & ~DENSE);
    const name = bytes.toString('utf8', at + 1, nameEnd);
    const bodyStart = nameEnd + 16;
    const bodyEnd = bodyStart + bytes.readUInt32LE(nameEnd + 12);
    const body = new Int8Array(bytes.buffer, bytes.byteOffset + bodyStart, bodyEnd - bodyStart);
    const [size, scale] = [bytes.readUInt32LE(nameEnd), bytes.readFloatLE(nameEnd + 8)];
    const packed = lazily(() => ({ levels: first & DENSE ? body : decodeSparse(body, size), scale }));
    const weights = lazily(() => toWeights(packed()));
    models[name] = {
      bias: bytes.readFloatLE(nameEnd + 4),
      get weights() {
        return weights();
      },
      get packed() {
        return packed();
      },
    };
    at = bodyEnd;
  }
  return models;
};
