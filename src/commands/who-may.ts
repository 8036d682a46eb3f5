import type { CommandName, May } from '../domain/command.ts';

/** Who may say what: the table of rights, the same on every platform. */
export const WHO_MAY: Readonly<Record<CommandName, May>> = {
  start: 'ask',
  help: 'ask',
  latest: 'ask',
  check: 'ask',
  exchange: 'ask',
  country: 'ask',
  incident: 'ask',
  why: 'ask',
  sources: 'ask',
  irrelevant: 'ask',
  subscribe: 'set-up',
  filters: 'set-up',
  unsubscribe: 'set-up',
  pause: 'set-up',
  resume: 'set-up',
  digest: 'set-up',
  quiet: 'set-up',
  language: 'set-up',
  test: 'set-up',
  diagnose: 'set-up',
  export: 'set-up',
  forget: 'set-up',
  mute: 'set-up',
  ops: 'operate',
  reload: 'operate',
  retract: 'operate',
  merge: 'operate',
};

const RANKS: readonly May[] = ['ask', 'set-up', 'operate'];

/** True when somebody who may `has` may do what takes `needs`. */
export const isAllowed = (has: May, needs: May): boolean => RANKS.indexOf(has) >= RANKS.indexOf(needs);
