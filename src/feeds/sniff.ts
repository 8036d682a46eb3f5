const BEFORE_THE_ROOT = [
  ['<?xml', '>'],
  ['<!--', '-->'],
] as const;

/** The text from its root element on: no mark of byte order, declaration or comments. */
const fromRoot = (text: string): string => {
  let rest = text.replace(/^\ufeff/, '').trimStart();
  for (;;) {
    const [, last] = BEFORE_THE_ROOT.find(([first]) => rest.startsWith(first)) ?? [];
    const end = last === undefined ? -1 : rest.indexOf(last);
    if (last === undefined || end === -1) return rest;
    rest = rest.slice(end + last.length).trimStart();
  }
};

const HTML = /^<(?:!doctype\s+html|html|head|body)\b/i;
const FEED_INSIDE = /<(?:\w{1,20}:)?(?:rss|feed|rdf|channel)[\s>]/i;
const CHALLENGE =
  /<title>\s*(?:just a moment|attention required|ddos-guard|access denied|one moment, please|verifying)|challenge-platform|cf-chl|_incapsula_|captcha-delivery|__ddg/;

/** An HTML page where a feed should be: wrong paths often answer 200 with one. */
export const looksLikeHtml = (text: string): boolean =>
  HTML.test(fromRoot(text).slice(0, 100)) && !FEED_INSIDE.test(text.slice(0, 200_000));

/** A page that wants proof of a human: we do not give one, and do not go round it. */
export const looksLikeChallenge = (text: string): boolean =>
  CHALLENGE.test(text.slice(0, 20_000).toLowerCase());

export const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text.slice(0, 256));
