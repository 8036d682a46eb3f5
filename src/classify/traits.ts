import { KINDS, STAGES } from '../domain/taxonomy.ts';

/** What a network learns of a relevant entry beside its relevance: of which kind it is, then at which stage. */
export const TRAITS = KINDS.length + STAGES.length;
/** The stages stand after the kinds. */
export const FIRST_STAGE = KINDS.length;
