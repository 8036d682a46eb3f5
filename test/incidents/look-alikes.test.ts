import { describe, expect, test } from '@jest/globals';
import { CLOSE_LOOK_ALIKES } from './close-look-alikes.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { correlator, standing, tell } from './story.ts';

describe('look-alikes are two incidents', () => {
  test.each([...LOOK_ALIKES, ...CLOSE_LOOK_ALIKES])('$name', ({ first, second }) => {
    const lane = correlator();
    tell(lane, first);
    expect(tell(lane, second).outcome).toBe('opened');
    expect(standing(lane)).toHaveLength(2);
  });
});
