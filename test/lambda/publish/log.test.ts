import { expect, it, vi } from 'vitest';
import { stdoutLines } from './stdout-lines.ts';

it('writes one line of JSON with the check it belongs to', async () => {
  vi.resetModules();
  const lines = stdoutLines();
  const { log } = await import('../../../lambda/publish/log.ts');
  log({ correlationId: 'c-1', deployment: 'd' }).info('checked', { status: 2 });
  log({ correlationId: 'c-2', deployment: 'd' }).info('checked');
  expect(lines().map((line) => JSON.parse(line))).toMatchObject([
    { level: 'INFO', message: 'checked', correlationId: 'c-1', deployment: 'd', status: 2, service: 'origin-doctor' },
    { message: 'checked', correlationId: 'c-2' },
  ]);
});
