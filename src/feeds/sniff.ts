const PROLOGUE = /^\s*(?:<\?xml[^>]{0,500}>\s*|<!--[\s\S]{0,4000}?-->\s*)*/;
const HTML = /^<(?:!doctype\s+html|html|head|body)\b/i;
const FEED_INSIDE = /<(?:\w{1,20}:)?(?:rss|feed|rdf|channel)[\s>]/i;
const CHALLENGE =
  /<title>\s*(?:just a moment|attention required|ddos-guard|access denied|one moment, please|verifying)|challenge-platform|cf-chl|_incapsula_|captcha-delivery|__ddg/i;

/** An HTML page where a feed should be: wrong paths often answer 200 with one. */
export const looksLikeHtml = (text: string): boolean =>
  HTML.test(
    text
      .replace(/^\ufeff/, '')
      .replace(PROLOGUE, '')
      .slice(0, 100),
  ) && !FEED_INSIDE.test(text.slice(0, 200_000));

/** A page that wants proof of a human: we do not give one, and do not go round it. */
export const looksLikeChallenge = (text: string): boolean => CHALLENGE.test(text.slice(0, 20_000));

export const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text.slice(0, 256));
