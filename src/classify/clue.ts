/** One place in a text that speaks for an exchange or a country. */
export interface Clue {
  /** Exchange id, or ISO code. */
  readonly id: string;
  /** How it is said: `name`, `adjective`, `authority`, `home`, … */
  readonly how: string;
  readonly start: number;
  readonly end: number;
  readonly token: number;
  readonly tokenEnd: number;
  readonly clause: number;
  readonly inTitle: boolean;
}
