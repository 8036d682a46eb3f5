// Lets a measuring tool call the feed parser: parse(bytes, {contentType, url}) -> {items}. Needs `npm run build`.
const { parseFeed } = await import(process.env.FEEDS_DIST ?? '../../dist/feeds/parse.js');

export const name = 'curbwatch';

export const parse = async (bytes, { contentType, url }) => {
  const parsed = await parseFeed(bytes, { contentType, url });
  if (!parsed.ok) throw new Error(`${parsed.reason}: ${parsed.detail}`);
  return {
    items: parsed.entries.map((entry) => ({
      id: entry.guid,
      title: entry.title,
      link: entry.url,
      published: entry.publishedAt === undefined ? undefined : new Date(entry.publishedAt),
      summary: entry.text,
    })),
  };
};
