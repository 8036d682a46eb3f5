/** One thing that is wrong with the operator's settings or data, and how to mend it. */
export interface Fault {
  /** The file, or `environment`. */
  readonly where: string;
  readonly line?: number;
  /** The setting, entry or field. */
  readonly what: string;
  readonly problem: string;
  readonly cure: string;
}

export const faultLine = ({ where, line, what, problem, cure }: Fault): string =>
  `${where}${line === undefined ? '' : `:${line}`} ${what}: ${problem}. ${cure}`;

/** The operator's mistake: all that is wrong at once, each with its cure. Ends the process with 78. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[], options?: ErrorOptions) {
    super(faults.map(faultLine).join('\n'), options);
    this.faults = faults;
  }
}

/** The store cannot be opened, read or written. Ends the process with 69 when it happens at start. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** A reader's mistake; `key` names a string of the locales and is translated at the edge. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(key: string, params: Readonly<Record<string, string | number>> = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}
