import { DateTime } from 'luxon';
import type { Instant } from '../domain/instant.ts';
import { withLatinDigits } from './latin-digits.ts';

/** CLDR's `en` is American; day before month and 24 hours are read without doubt everywhere. */
const FORMATS: Readonly<Record<string, string>> = { en: 'en-GB' };

/** A zone that the runtime does not know is read as UTC: a wrong zone must not cost an alert. */
const local = (at: Instant, zone: string, language: string): DateTime => {
  const wanted = DateTime.fromMillis(at, { zone });
  return (wanted.isValid ? wanted : DateTime.fromMillis(at, { zone: 'utc' })).setLocale(
    FORMATS[language] ?? withLatinDigits(language),
  );
};

/** "3 March 2018". */
export const formatDate = (at: Instant, zone: string, language: string): string =>
  local(at, zone, language).toLocaleString({ day: 'numeric', month: 'long', year: 'numeric' });

/** "3 Mar 2018, 17:02", with "UTC" where the reader has no zone of their own. */
export const formatTime = (at: Instant, zone: string, language: string): string => {
  const time = local(at, zone, language);
  const text = time.toLocaleString({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return time.zoneName === 'UTC' ? `${text} UTC` : text;
};

export const sameDay = (one: Instant, other: Instant, zone: string): boolean =>
  local(one, zone, 'en').toISODate() === local(other, zone, 'en').toISODate();
