import pino, { type DestinationStream } from 'pino';
import type { Logger } from '../domain/ports.ts';
import { createRedactor, hashChats } from './redact.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Never written, wherever they turn up: in a field, in an error, in a URL. */
  readonly secrets: readonly string[];
  readonly destination: { write(line: string): void };
}

/** JSON lines of `event` and fields; secrets are cut out of the finished line, ids of chats hashed. */
export const createLogger = ({ level, secrets, destination }: LoggerOptions): Logger => {
  const redact = createRedactor(secrets);
  const stream: DestinationStream = { write: (line) => destination.write(redact(hashChats(line))) };
  const log = pino(
    { level, base: null, messageKey: 'event', errorKey: 'error', timestamp: pino.stdTimeFunctions.isoTime },
    stream,
  );
  return {
    debug: (event, fields = {}) => log.debug(fields, event),
    info: (event, fields = {}) => log.info(fields, event),
    warn: (event, fields = {}) => log.warn(fields, event),
    error: (event, fields = {}) => log.error(fields, event),
  };
};
