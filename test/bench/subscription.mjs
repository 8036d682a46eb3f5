/** A private chat with one filter, which lets everything through but for what `filter` says. */
export const subscriptionOf = (chat, filter) => ({
  v: 1,
  destination: { platform: 'telegram', chat: String(chat) },
  state: 'active',
  stateSince: 0,
  language: 'en',
  zone: 'UTC',
  cadence: 'instant',
  digestAt: '08:00',
  muted: [],
  createdAt: 0,
  filters: [
    {
      id: 'a',
      exchanges: [],
      jurisdictions: [],
      kinds: [],
      minSeverity: 'low',
      words: [],
      onlyWhenNamed: false,
      ...filter,
    },
  ],
});
