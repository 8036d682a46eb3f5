/** Query parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|pk_\w+|mtm_\w+|hsa_\w+|_hs\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|mkt_tok|cmpid|cmp|ncid|ns_\w+|ref|ref_src|referrer|source|src|spm|xtor|feature|partner|emc|rss|ftag|guccounter|oc|smid|sr_share|traffic_source|mod|wt_mc|s_cid|cid)$/i;
/** Names too general to drop unless they hold a word that speaks of the way. */
const VAGUE = /^(?:ref|source|src|feature|partner|rss|mod|cid|cmp)$/i;
const WAY = /rss|feed|home|share|twitter|facebook|telegram|newsletter|atom|^$|---|email/i;

const isTracking = (name: string, value: string): boolean =>
  TRACKING.test(name) && (!VAGUE.test(name) || WAY.test(value));

/**
 * An address as identity: without scheme, `www.`, tracking parameters, fragment and final slash, parameters in
 * order. Two addresses that lead to the same page should give the same text; it is no address any more.
 */
export const cleanUrl = (address: string): string => {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return url.href;
  const kept = [...url.searchParams].filter(([name, value]) => !isTracking(name, value));
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  // Some sites route by the fragment; only theirs says anything.
  const route = /^#!?\//.test(url.hash) ? url.hash : '';
  const path = url.pathname.replace(/\/(?:index\.(?:html?|php|aspx?))?$/, '');
  return `${url.host.replace(/^(?:www|m|amp)\./, '')}${path}${query === '' ? '' : `?${query}`}${route}`;
};
