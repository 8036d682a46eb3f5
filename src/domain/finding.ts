/** What an examination found out about one thing, and what to do about it. */
export interface Finding {
  /** `doubtful` works, but perhaps not as wished; `bad` stands in the way of a good run. */
  readonly state: 'good' | 'doubtful' | 'bad';
  /** One line for the operator. */
  readonly what: string;
  readonly cure?: string;
}
