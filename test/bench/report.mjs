/** What every part of the bench measures and prints with. */

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export const row = (name, value, note = '') =>
  process.stdout.write(`${name.padEnd(46)} ${value.padStart(18)}  ${note}\n`);

const short = (value) => (value >= 100 ? Math.round(value).toString() : value.toPrecision(2));

/**
 * One row for a figure over growing sizes, and how it grows: 1 with the size itself, 0 not at all.
 * @param {readonly number[]} sizes
 * @param {readonly number[]} values
 */
export const grown = (name, sizes, values, note = '') => {
  const [from, to] = [values[0], values.at(-1)];
  const power = Math.log(to / from) / Math.log(sizes.at(-1) / sizes[0]);
  row(
    name,
    values.map(short).join(' / '),
    `for ${sizes.join(' / ')}; grows as n^${power.toFixed(2)}${note && `; ${note}`}`,
  );
};

/** CPU milliseconds: a busy machine interrupts the longer of two more often, which time by the wall would show. */
export const cpuOf = async (work) => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

export const wallOf = async (work) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};
