/** What the bot said of itself at a moment. */
export interface Sample {
  readonly minute: number;
  readonly rssMb: number;
  /** Of the seconds since the last sample. */
  readonly lagP99Ms: number;
}

export const gauge = (text: string, name: string): number =>
  Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);

export const sampleOf = (metrics: string, minute: number): Sample => ({
  minute,
  rssMb: gauge(metrics, 'process_resident_memory_bytes') / 2 ** 20,
  lagP99Ms: gauge(metrics, 'nodejs_eventloop_lag_p99_seconds') * 1000,
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Megabytes gained in ten minutes, by the line that fits best. */
const growthPer10 = (samples: readonly Sample[]): number => {
  const x = mean(samples.map(({ minute }) => minute));
  const y = mean(samples.map(({ rssMb }) => rssMb));
  const above = samples.reduce((sum, { minute, rssMb }) => sum + (minute - x) * (rssMb - y), 0);
  return (10 * above) / samples.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
};

const round = (value: number): number => Number(value.toFixed(1));

/** The figures of a run; growth over its last hour, or over its second half where it was shorter. */
export const figuresOf = (samples: readonly Sample[], minutes: number) => {
  const late = samples.filter(({ minute }) => minute >= Math.max(minutes / 2, minutes - 60));
  const lags = samples.map(({ lagP99Ms }) => lagP99Ms).sort((a, b) => a - b);
  const tens = new Map(samples.map(({ minute, rssMb }) => [Math.floor(minute / 10), Math.round(rssMb)]));
  return {
    rssMbEvery10Min: [...tens.values()],
    rssMbSteady: Math.round(mean(late.map(({ rssMb }) => rssMb))),
    rssMbHighest: Math.round(Math.max(...samples.map(({ rssMb }) => rssMb))),
    rssGrowthMbPer10Min: round(growthPer10(late)),
    lagP99MsMedian: round(lags[Math.floor(lags.length / 2)] ?? 0),
    lagP99Ms95Percent: round(lags[Math.floor(lags.length * 0.95)] ?? 0),
  };
};
