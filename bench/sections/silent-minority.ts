import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { startChild } from '../../lab/plane/child.ts';
import { dialInProcess } from '../dial-in-process.ts';
import { line } from '../line.ts';
import { median } from '../median.ts';
import { openListeners } from '../open-listeners.ts';
import { BACKLOGS } from '../processes/backlogs.ts';
import { stripped } from '../stripped.ts';

const ROUNDS = 3;
const OPEN = { address: '127.47.0.1', from: 16_384, count: 900 };
/** The prober's own default. */
const DEADLINE_MS = 4000;
const FULL_BACKLOGS = new URL('../processes/full-backlogs.ts', import.meta.url).pathname;

/** How long it takes to dial 1,000 endpoints of which every tenth is silent, against one deadline and half a second. */
export async function silentMinority(): Promise<readonly string[]> {
  const files = stripped();
  const close = await openListeners(OPEN);
  const silent = await startChild([process.execPath, FULL_BACKLOGS]);
  const fillers = BACKLOGS.flatMap((at) => [fill(at), fill(at)]);
  try {
    await Promise.all(fillers.map((filler) => once(filler, 'connect')));
    const elapsed: number[] = [];
    while (elapsed.length < ROUNDS) elapsed.push(await dial(files.prober));
    const ratio = median(elapsed) / (DEADLINE_MS + 500);
    return [
      `Probing 1000 endpoints, 100 of them silent (median of ${ROUNDS})`,
      line('time against one deadline and half a second', `${ratio.toFixed(2)} x`, 'aim: at most 1.0'),
    ];
  } finally {
    for (const filler of fillers) filler.destroy();
    await silent.stop();
    await close();
    files.remove();
  }
}

/** A backlog of 1 holds two connections: the kernel calls it full when there are more than that. */
function fill({ address, port }: { readonly address: string; readonly port: number }): Socket {
  return connect({ host: address, port });
}

async function dial(prober: string): Promise<number> {
  const requests = BACKLOGS.flatMap((silent, tenth) => [silent, ...openOnes(tenth)]);
  const { elapsedMs, outcomes } = await dialInProcess(prober, { requests });
  if (outcomes['timed-out'] === BACKLOGS.length && outcomes['connected'] === OPEN.count) return elapsedMs;
  throw new Error(`100 should have been silent and 900 open: ${JSON.stringify(outcomes)}`);
}

function openOnes(tenth: number) {
  return Array.from({ length: 9 }, (_, index) => ({ address: OPEN.address, port: OPEN.from + tenth * 9 + index }));
}
