import type { Instant } from './instant.ts';
import type { Severity } from './taxonomy.ts';

/** A run of text with one style. Platforms escape the text and add the markup. */
export interface Span {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  /** http or https. */
  readonly href?: string;
}

/** One line or paragraph. */
export type Text = readonly (string | Span)[];

/** What a button does: opens a page, or sends a verb and an id back to us. */
export type Button =
  | { readonly label: string; readonly href: string }
  | { readonly label: string; readonly verb: string; readonly id: string };

/** A platform-neutral message about an incident, in the reader's language. Platforms fit its parts to their limits. */
export interface AlertCard {
  readonly shape: 'alert';
  readonly tone: Severity | 'eased';
  readonly incidentId: string;
  readonly headline: string;
  /** Severity, confirmation, lateness, correction: a short line under the headline. */
  readonly status: string;
  /** Set when the alert follows an earlier one: what changed. */
  readonly change?: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  /** What stands between a label and its value: ": " where none is given. */
  readonly colon?: string;
  /** At most a few sentences of plain text. */
  readonly summary?: string;
  /** Who wrote the summary, where it is neither ours nor a source's. */
  readonly summaryMark?: string;
  readonly sources: readonly CardSource[];
  /** The word before the sources, in the reader's language. */
  readonly sourcesLabel: string;
  readonly footer: string;
  /** Names by which a forum may sort it (kind, severity), as ids and in the reader's language. */
  readonly tags?: readonly string[];
  readonly buttons: readonly (readonly Button[])[];
}

export interface CardSource {
  readonly publisher: string;
  readonly url?: string;
  readonly at: Instant;
  /** `at` as the reader writes it, in the subscription's zone. */
  readonly time: string;
}

/** An answer or a notice: paragraphs and buttons. */
export interface TextCard {
  readonly shape: 'text';
  readonly paragraphs: readonly Text[];
  /** The reader's next words complete this command (`subscribe`, `exchange`), where the platform can tie them to it. */
  readonly asks?: string;
  readonly buttons: readonly (readonly Button[])[];
}

export type Card = AlertCard | TextCard;

/** A card rendered for one platform. `payload` is the platform's own, opaque upstream; `plain` is its fallback. */
export interface Message {
  readonly payload: unknown;
  readonly plain: string;
  readonly replyTo?: string;
  readonly silent?: boolean;
  /** Discord: the role to be mentioned. */
  readonly mention?: string;
}
