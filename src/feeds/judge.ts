import type { Judge } from '../domain/ports.ts';
import type { ChatModel } from './chat-model.ts';
import { JUDGE_RULES, readVerdict, VERDICT_SCHEMA } from './verdict.ts';

/** Asks a language model for a second reading. Never rejects: without a verdict our own decision stands. */
export const createJudge =
  (ask: ChatModel): Judge =>
  (entry) =>
    ask(entry, { name: 'verdict', rules: JUDGE_RULES, schema: VERDICT_SCHEMA, read: readVerdict });
