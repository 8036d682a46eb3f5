import { UserError } from '../domain/errors.ts';

const TIME = /^(\d{1,2})(?:[:.h](\d{2})?)?\s*([ap])?\.?m?\.?$/i;

/** `8`, `08:30`, `8.30`, `10pm` as `HH:MM`. @throws UserError for what is no time of day. */
export const parseTime = (text: string): string => {
  const match = TIME.exec(text.trim());
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2] ?? 0);
  const half = match?.[3]?.toLowerCase();
  const isTwelve = half !== undefined;
  if (match === null || minute > 59 || hour > (isTwelve ? 12 : 23) || (isTwelve && hour === 0))
    throw new UserError('bad-time', { word: text.trim() });
  const late = isTwelve ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  return `${String(late).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** `22:00-07:00`, `10pm – 7am`, `22 to 7`. @throws UserError naming the part that is no time. */
export const parseHours = (text: string): { readonly from: string; readonly to: string } => {
  const parts = text
    .split(/[-–—~〜～]|\bto\b|\buntil\b/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [from, to, more] = parts;
  if (from === undefined || to === undefined || more !== undefined)
    throw new UserError('bad-time', { word: text.trim() });
  return { from: parseTime(from), to: parseTime(to) };
};
