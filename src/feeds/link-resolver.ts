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

/** One try costs half of asking first. */
const parseUrl = (text: string, base: string | undefined): URL | undefined => {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
};

/** Makes links of one feed absolute; `home` is the address of the feed that answered. */
export const createLinkResolver = (home: string | undefined): ((link: string) => string | undefined) => {
  const base = home === undefined ? undefined : parseUrl(home, undefined);
  return (link) => {
    const text = link.trim();
    if (text === '' || DANGEROUS.test(text)) return undefined;
    const url = parseUrl(text, base?.href);
    if (url !== undefined) {
      const { href } = rebase(url, base);
      return /\s/.test(href) ? undefined : href;
    }
    return ABSOLUTE.test(text) && !/\s|^https?:/i.test(text) ? text : undefined;
  };
};
