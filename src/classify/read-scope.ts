import type { Scope, TouchedFunction } from '../domain/report.ts';
import type { CueMention } from './find-mentions.ts';

const FUNCTION_CUES: Readonly<Record<string, TouchedFunction>> = {
  'fn-signup': 'sign-up',
  'fn-trading': 'trading',
  'fn-deposits': 'deposits',
  'fn-withdrawals': 'withdrawals',
  'fn-app': 'app',
  'fn-site': 'site',
};

/** "All users" outweighs "users from …": residents are meant only where a place is told. */
const readUsers = (groups: ReadonlySet<string>, isLocal: boolean): Scope['users'] => {
  if (groups.has('users-new')) return 'new';
  if (groups.has('users-all')) return 'all';
  return isLocal && groups.has('users-residents') ? 'residents' : undefined;
};

/** What is touched, as far as the clauses that tell of the measure say so; the rest is "not stated". */
export const readScope = (
  cues: readonly CueMention[],
  clauses: ReadonlySet<number>,
  isLocal: boolean,
): Scope => {
  const groups = new Set(cues.filter(({ clause }) => clauses.has(clause)).map(({ group }) => group));
  const functions = Object.entries(FUNCTION_CUES).flatMap(([cue, touched]) =>
    groups.has(cue) ? [touched] : [],
  );
  const users = readUsers(groups, isLocal);
  return {
    ...(groups.has('entity-local') && { entity: 'local-firm' as const }),
    ...(users !== undefined && { users }),
    ...(functions.length > 0 && { functions }),
  };
};
