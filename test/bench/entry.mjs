/** A feed of the press, and an entry of it with the title, text and language that are given. */
export const feed = {
  id: 'bench',
  url: '',
  publisher: 'bench',
  kind: 'press',
  every: { min: 1, max: 1 },
  enabled: true,
};

export const entryOf = ({ title, text = '', language }, index, publishedAt = Date.UTC(2026, 0, 1)) => ({
  id: `${index}`,
  feedId: 'bench',
  key: `${index}`,
  title,
  text,
  language,
  publisher: 'bench',
  publishedAt,
  publishedEstimated: false,
  firstSeenAt: 0,
  novelty: 'new',
  late: false,
});
