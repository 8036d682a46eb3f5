import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');

/** `npm run test:package`: needs the registry, and half a minute. */
describe('the tarball, installed in an empty folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'curbwatch-package-'));
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME };

  /** As a person types it. */
  const curbwatch = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'curbwatch', ...args], {
      ...{ cwd: folder, env, input, encoding: 'utf8', timeout: 120_000 },
    });
    return { status, stdout, stderr };
  };

  beforeAll(() => {
    const [name = ''] = String(
      execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT }),
    )
      .trim()
      .split('\n')
      .slice(-1);
    const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, name)];
    execFileSync('npm', install, { cwd: folder, env, stdio: 'pipe' });
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('says what it can do', () => {
    const { status, stdout } = curbwatch(['--help']);
    expect(status).toBe(0);
    for (const command of ['run', 'demo', 'doctor', 'classify', 'export', 'import'])
      expect(stdout).toContain(command);
  }, 120_000);

  test('finds catalogue and model in the package', () => {
    const { stdout } = curbwatch(['classify'], '{"id":1,"title":"India blocks Binance"}\n');
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ id: 1, relevant: true },
      reports: [{ kind: 'access-block', exchanges: ['Binance'], jurisdictions: ['IN'] }],
    });
  }, 120_000);

  test('tells the whole story, and leaves nothing behind', () => {
    const { status, stdout } = curbwatch(['demo']);
    expect(status).toBe(0);
    expect(stdout).toContain('Binance');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  }, 120_000);

  test('is examined by its doctor, with the store in the working directory', () => {
    const { status, stdout } = curbwatch(['doctor']);
    expect(status).toBe(0);
    expect(stdout).toContain('Store: data/curbwatch.sqlite can be written and read');
    expect(stdout).toContain('Next:');
    expect(existsSync(join(folder, 'data/curbwatch.sqlite'))).toBe(true);
  }, 120_000);

  test.each(['eval', 'train'])(
    'says that %s wants the repository, and writes nothing',
    (command) => {
      const { status, stderr } = curbwatch([command]);
      expect(status).toBe(78);
      expect(stderr).toContain('clone of the repository');
    },
    120_000,
  );
});
