import { readFileSync } from 'node:fs';
import type { DialAnswer, DialMessage } from './messages.ts';

/** Makes this process one that dials on request (`DialMessage`) by `dial`, which gives the outcomes, and says how it went. */
export function answerDials(dial: (message: DialMessage) => Promise<readonly string[]>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', (message: DialMessage) => void answer(message, dial));
  process.send?.('ready');
}

async function answer(message: DialMessage, dial: (message: DialMessage) => Promise<readonly string[]>): Promise<void> {
  const startMs = performance.now();
  const seen = await dial(message);
  const elapsedMs = performance.now() - startMs;
  const counts = Map.groupBy(seen, (outcome) => outcome);
  const outcomes = Object.fromEntries([...counts].map(([outcome, all]) => [outcome, all.length]));
  const reply: DialAnswer = { id: message.id, elapsedMs, outcomes, peakBytes: peakBytes() };
  process.send?.(reply);
}

/** The kernel's own high-water mark. That of `getrusage` may be the parent's: it survives `exec` (getrusage(2), proc(5)). */
function peakBytes(): number {
  const [, kilobytes = 'NaN'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
