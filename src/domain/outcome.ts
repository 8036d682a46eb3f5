import type { Destination } from './destination.ts';
import type { Millis } from './instant.ts';

/** What became of one attempt to send. Expected outcomes are values, never exceptions. */
export type Outcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** Rate limited, server fault or network: try again after so long (`everyone`: the whole platform waits). */
  | { readonly kind: 'later'; readonly afterMs: Millis; readonly why: string; readonly everyone?: boolean }
  /** Blocked, kicked or deleted. */
  | { readonly kind: 'gone'; readonly why: string }
  /** A right is missing, or the topic is closed. */
  | { readonly kind: 'forbidden'; readonly right: string }
  /** The group became a supergroup. */
  | { readonly kind: 'moved'; readonly destination: Destination }
  /** Our bug: unparsable or too long. Sent again as plain text, then parked with its payload. */
  | { readonly kind: 'rejected'; readonly why: string }
  /** The token is refused: the platform stops, the others go on. */
  | { readonly kind: 'unauthorised'; readonly why: string }
  /** The message to which this replies is gone: sent again without the reply. */
  | { readonly kind: 'reply-lost' }
  /** Timed out after the request left: it may have arrived. */
  | { readonly kind: 'unknown'; readonly why: string };

export type OutcomeKind = Outcome['kind'];
