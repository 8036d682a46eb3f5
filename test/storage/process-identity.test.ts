import { spawn } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { identifyProcess } from '../../src/storage/process-identity.ts';

test('a process knows itself by its mark, and another one while it lives', async () => {
  const self = identifyProcess();
  expect(self.pid).toBe(process.pid);
  expect(self.markOf(process.pid)).toBe(self.mark);

  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const pid = child.pid ?? 0;
  expect(self.markOf(pid)).toMatch(/./);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(self.markOf(pid)).toBeUndefined();
});
