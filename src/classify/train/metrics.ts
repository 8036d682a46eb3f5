/** A share with its 95 % interval (Wilson). */
export interface Share {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

const Z = 1.96;

/** Wilson score interval of `hits` out of `of`. */
export const share = (hits: number, of: number): Share => {
  if (of === 0) return { value: 0, from: 0, to: 1, of };
  const p = hits / of;
  const centre = p + (Z * Z) / (2 * of);
  const spread = Z * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  return {
    value: p,
    from: Math.max(0, (centre - spread) / scale),
    to: Math.min(1, (centre + spread) / scale),
    of,
  };
};

/** How often yes was said and right. */
export interface Detection {
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: number;
  readonly falseAlarms: number;
}

export const detection = (pairs: Iterable<{ readonly said: boolean; readonly is: boolean }>): Detection => {
  let hits = 0;
  let falseAlarms = 0;
  let missed = 0;
  for (const { said, is } of pairs) {
    if (said && is) hits += 1;
    else if (said) falseAlarms += 1;
    else if (is) missed += 1;
  }
  const f1 = hits === 0 ? 0 : (2 * hits) / (2 * hits + falseAlarms + missed);
  return { precision: share(hits, hits + falseAlarms), recall: share(hits, hits + missed), f1, falseAlarms };
};
