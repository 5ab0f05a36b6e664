import { onTestFinished, vi } from 'vitest';

/** What is written to stdout from now on until the test ends, line by line. */
export function stdoutLines(): () => readonly string[] {
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  onTestFinished(() => spy.mockRestore());
  return () => written.join('').split('\n').slice(0, -1);
}
