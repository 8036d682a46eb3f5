import type { Finding } from '../domain/finding.ts';
import { MINUTE, type Millis, SECOND } from '../domain/instant.ts';
import type { Clock } from '../domain/ports.ts';

const DEADLINE: Millis = 10 * SECOND;
/** `Date` has no fractions, and the answer was under way. */
const BLUR: Millis = 5 * SECOND;

const CURE = 'set the clock by the network: timedatectl set-ntp true';

const unknown = (address: string): Finding => ({
  state: 'doubtful',
  what: `Clock: nothing to compare it with, ${new URL(address).host} gave no date`,
});

/** Compares our clock with the `Date` of a server's answer, whatever it answers. */
export const examineClock = async (address: string, clock: Clock): Promise<Finding> => {
  let date: string | null;
  try {
    const answer = await fetch(address, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(DEADLINE),
    });
    date = answer.headers.get('date');
  } catch {
    return unknown(address);
  }
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return unknown(address);
  const off = Math.abs(clock.now() - theirs);
  if (off <= BLUR) return { state: 'good', what: 'Clock: agrees with the network' };
  const what = `Clock: ${Math.round(off / SECOND)} s away from ${new URL(address).host}`;
  return { state: off > MINUTE ? 'bad' : 'doubtful', what, cure: CURE };
};
