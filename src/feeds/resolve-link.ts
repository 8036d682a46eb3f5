const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;
const LOCAL_HOST =
  /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\])$/;
const DANGEROUS = /^(?:javascript|data|vbscript|blob|file|about):/i;

/** A site that was set up on somebody's desk publishes links to that desk (Nigeria SEC). */
const rebase = (url: URL, home: URL | undefined): URL => {
  if (home === undefined || !LOCAL_HOST.test(url.hostname) || LOCAL_HOST.test(home.hostname)) return url;
  const moved = new URL(url);
  moved.protocol = home.protocol;
  moved.host = home.host;
  if (home.port === '') moved.port = '';
  return moved;
};

/**
 * A link of a feed as an absolute address, or undefined where none can be made of it.
 * `home` is the address of the feed that answered.
 */
export const resolveLink = (link: string, home: string | undefined): string | undefined => {
  const text = link.trim();
  if (text === '' || DANGEROUS.test(text)) return undefined;
  const base = home !== undefined && URL.canParse(home) ? new URL(home) : undefined;
  if (URL.canParse(text, base?.href)) {
    const href = rebase(new URL(text, base?.href), base).href;
    return /\s/.test(href) ? undefined : href;
  }
  return ABSOLUTE.test(text) && !/\s/.test(text) && !/^https?:/i.test(text) ? text : undefined;
};
