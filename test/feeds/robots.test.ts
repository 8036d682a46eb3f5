import { describe, expect, test } from '@jest/globals';
import { robotsAllow } from '../../src/feeds/robots.ts';

const ROBOTS = `# us
User-agent: Curbwatch
User-agent: other
Disallow: /private
Allow: /private/news$
Disallow: /*.pdf$

User-agent: *
Disallow: /`;

describe('robotsAllow', () => {
  test.each([
    ['/news/1', true],
    ['/private/x', false],
    ['/private/news', true],
    ['/private/news/1', false],
    ['/a/b.pdf', false],
    ['/a/b.pdf?x', true],
  ])('for us %s: %p', (path, allowed) => {
    expect(robotsAllow(ROBOTS, 'Curbwatch/1.0 (+mailto:x)', path)).toBe(allowed);
  });

  test('takes the rules for all where there are none for us', () => {
    expect(robotsAllow(ROBOTS, 'Nobody/1.0', '/news/1')).toBe(false);
  });

  test('reads names in whatever case, each among several, and a group after one that forbids nothing', () => {
    const robots =
      'User-Agent: OTHER\nUser-Agent: CurbWatch\nDisallow: /a\n\nUser-agent: Third\nDisallow:\nUser-agent: fourth\nDisallow: /b';
    const allows = (name: string) => ['/a', '/b'].map((path) => robotsAllow(robots, `${name}/1.0`, path));
    expect([allows('curbwatch'), allows('Other'), allows('third'), allows('fourth')]).toEqual([
      [false, true],
      [false, true],
      [true, true],
      [true, false],
    ]);
  });

  test.each(['', 'User-agent: *\nDisallow:', '<html>404</html>'])('allows all under %p', (robots) => {
    expect(robotsAllow(robots, 'Curbwatch/1.0', '/news/1')).toBe(true);
  });
});
