import type { Authority, Exchange } from './catalogue.ts';

/** What an exchange or an authority is called: its name and its aliases. */
export const namesOf = ({
  name,
  aliases,
}: Pick<Exchange | Authority, 'name' | 'aliases'>): readonly string[] => [
  name,
  ...aliases.map(({ text }) => text),
];
