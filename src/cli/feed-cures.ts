import type { FetchFailure } from '../domain/feed.ts';

/** What an operator can do about each way in which a feed fails. */
export const FEED_CURES: Readonly<Record<FetchFailure, string>> = {
  unreachable:
    'check the address and your own network; if only this host is away, wait a day, then disable the feed',
  timeout: 'try again later; a host that is always this slow may refuse yours: try from another network',
  'refused-address':
    'the address is private, or not http(s): correct it, or set ALLOW_PRIVATE_FEEDS=true if it is your own',
  'too-large': 'more than 5 MB is no feed: look for a narrower feed of the publisher',
  'http-error': 'open the address in a browser and look for the new one; with 5xx try again later',
  'rate-limited': 'ask less often: raise `every`, and do not run the bot twice from one address',
  blocked: 'the publisher refuses bots or this host: set CONTACT, write to them, or disable the feed',
  gone: 'the publisher ended it: remove the feed, or write its new address',
  'not-a-feed': 'the address gives a page, not a feed: look for the feed’s link in that page',
  malformed: 'what it gives cannot be read: send us the address, and disable the feed until then',
};
