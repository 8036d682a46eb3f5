import type { Broadcast } from '../../../src/domain/delivery.ts';
import type { Destination, Platform } from '../../../src/domain/destination.ts';
import type { Alert, Incident } from '../../../src/domain/incident.ts';
import type { Filter, Subscription } from '../../../src/domain/subscription.ts';

/** A moment of the stories in these tests. */
export const T0 = Date.UTC(2026, 2, 3, 12, 0, 0);

export const chat = (chat: string | number, platform: Platform = 'telegram'): Destination => ({
  platform,
  chat: String(chat),
});

export const filter = (wish: Partial<Filter> = {}): Filter => ({
  id: 'a',
  exchanges: [],
  jurisdictions: [],
  kinds: [],
  minSeverity: 'low',
  words: [],
  onlyWhenNamed: false,
  ...wish,
});

export const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  v: 1,
  destination: chat(1),
  state: 'active',
  stateSince: T0,
  language: 'en',
  zone: 'UTC',
  cadence: 'instant',
  digestAt: '09:00',
  filters: [filter()],
  muted: [],
  createdAt: T0,
  ...more,
});

/** A ban in force in Nigeria on Binance, from one press source, unless told otherwise. */
export const incident = (more: Partial<Incident> = {}): Incident => ({
  v: 1,
  id: 'incident-1',
  revision: 1,
  openedAt: T0,
  updatedAt: T0,
  happenedAt: T0,
  measures: [{ kind: 'ban', stage: 'in-force', direction: 'tightens', scope: {} }],
  exchanges: ['binance'],
  jurisdictions: ['NG'],
  subdivisions: [],
  severity: 'high',
  confidence: 0.9,
  confirmation: 'unconfirmed',
  disputed: false,
  sources: [
    {
      entryId: 'entry-1',
      feedId: 'feed-1',
      feedKind: 'press',
      publisher: 'The Gazette',
      title: 'Nigeria orders Binance to stop',
      text: 'The regulator ordered the exchange to stop serving residents and to halt naira withdrawals.',
      language: 'en',
      publishedAt: T0,
      publishedEstimated: false,
      attributedTo: [],
      joined: 'first',
    },
  ],
  late: false,
  ...more,
});

export const alert = (more: Partial<Alert> = {}): Alert => ({
  incidentId: 'incident-1',
  revision: 1,
  change: 'opened',
  reasons: [],
  at: T0,
  ...more,
});

export const broadcast = (to: readonly Destination[], more: Partial<Broadcast> = {}): Broadcast => ({
  v: 1,
  id: 'broadcast-1',
  alert: alert(),
  severity: 'high',
  createdAt: T0,
  held: false,
  to,
  ...more,
});
