import type { Kind } from '../domain/taxonomy.ts';

/** What an exchange does itself, whoever made it act: it is the subject, and nobody else who is named. */
export const BY_EXCHANGE: readonly Kind[] = ['market-exit', 'service-halt', 'delisting'];

/** What it may do of its own accord; accounts are frozen by others, too. */
export const OWN_ACTS: readonly Kind[] = [...BY_EXCHANGE, 'account-freeze'];

/** Whose way leads through somebody else: a network, a store of apps, a bank. */
export const BY_GATEKEEPER: readonly Kind[] = ['access-block', 'social-block', 'bank-cutoff'];

/** What an authority does to a company, and not to the exchange that it belongs to. */
export const UPON_COMPANY: readonly Kind[] = ['ban', 'cease-and-desist', 'licence-denied-or-revoked'];

/** What only somebody else can do to an exchange: an order, from the day on which it is announced. */
export const BY_OTHERS: readonly Kind[] = [...UPON_COMPANY, ...BY_GATEKEEPER];
