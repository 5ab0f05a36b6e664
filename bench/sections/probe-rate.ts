import { dialInProcess } from '../dial-in-process.ts';
import { line } from '../line.ts';
import { median } from '../median.ts';
import { openListeners } from '../open-listeners.ts';
import type { DialAnswer } from '../processes/messages.ts';
import { scanWithNmap } from '../scan-with-nmap.ts';
import { type Stripped, stripped } from '../stripped.ts';

const ROUNDS = 5;
/** Below the ports that Linux dials from, so that no connection of anyone is in the way. */
const PORTS = { from: 16_384, to: 32_767 };
const COUNT = PORTS.to - PORTS.from + 1;
const OPEN = '127.44.0.1';
const CLOSED = '127.45.0.1';

/** One round, milliseconds each; nmap's are null where it is not installed. */
type Round = {
  readonly open: { readonly noDwell: DialAnswer; readonly dwell: DialAnswer; readonly bare: DialAnswer };
  readonly closed: { readonly prober: DialAnswer; readonly bare: DialAnswer };
  readonly nmap: { readonly open: number; readonly closed: number } | null;
};

/**
 * How fast and in how much memory 16,384 endpoints of loopback are dialled, against nmap's connect scan of the same ones and
 * against Node's bare sockets.
 */
export async function probeRate(): Promise<readonly string[]> {
  const files = stripped();
  const close = await openListeners({ address: OPEN, from: PORTS.from, count: COUNT });
  try {
    const rounds: Round[] = [];
    while (rounds.length < ROUNDS) rounds.push(await once(files));
    return linesOf(rounds);
  } finally {
    await close();
    files.remove();
  }
}

async function once({ prober, bareSockets }: Stripped): Promise<Round> {
  const open = await scanWithNmap({ address: OPEN, ...PORTS });
  const closed = await scanWithNmap({ address: CLOSED, ...PORTS });
  return {
    open: {
      noDwell: await dial(prober, OPEN, 0),
      dwell: await dial(prober, OPEN),
      bare: await dial(bareSockets, OPEN),
    },
    closed: { prober: await dial(prober, CLOSED), bare: await dial(bareSockets, CLOSED) },
    nmap: open === null || closed === null ? null : { open, closed },
  };
}

async function dial(file: string, address: string, dwellMs?: number): Promise<DialAnswer> {
  const requests = Array.from({ length: COUNT }, (_, index) => ({ address, port: PORTS.from + index }));
  const answer = await dialInProcess(file, { requests, ...(dwellMs === undefined ? {} : { dwellMs }) });
  const expected = address === OPEN ? 'connected' : 'refused';
  if (answer.outcomes[expected] === COUNT) return answer;
  throw new Error(`${address} should have been ${expected} ${COUNT} times: ${JSON.stringify(answer.outcomes)}`);
}

function linesOf(rounds: readonly Round[]): readonly string[] {
  const of = (pick: (round: Round) => DialAnswer) => median(rounds.map((round) => pick(round).elapsedMs));
  const noDwell = of(({ open }) => open.noDwell);
  const dwell = of(({ open }) => open.dwell);
  const refused = of(({ closed }) => closed.prober);
  const peaks = rounds.flatMap(({ open, closed }) => [open.noDwell, open.dwell, closed.prober]);
  return [
    `Probing ${COUNT} endpoints of loopback (medians of ${ROUNDS})`,
    ...nmapLines(rounds, { noDwell, dwell, refused }),
    line("open ports, dwell 0: rate against Node's bare sockets", times(of(({ open }) => open.bare) / noDwell), ''),
    line("closed ports: rate against Node's bare sockets", times(of(({ closed }) => closed.bare) / refused), ''),
    line('most memory of a probing process', `${megabytes(peaks)} MB`, 'aim: below 128 MB'),
  ];
}

type Ours = { readonly noDwell: number; readonly dwell: number; readonly refused: number };

function nmapLines(rounds: readonly Round[], { noDwell, dwell, refused }: Ours): readonly string[] {
  const nmap = rounds.flatMap((round) => round.nmap ?? []);
  if (nmap.length === 0) return ['  nmap is not installed (Debian: apt-get install nmap): no rate against it'];
  const open = median(nmap.map((one) => one.open));
  const closed = median(nmap.map((one) => one.closed));
  return [
    line('open ports, dwell 0: rate against nmap', times(open / noDwell), 'aim: at least 1.0'),
    line('open ports, dwell 20 ms: rate against nmap', times(open / dwell), 'aim: at least 0.6'),
    line('closed ports: rate against nmap', times(closed / refused), 'aim: at least 0.6'),
  ];
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} x`;
}

function megabytes(answers: readonly DialAnswer[]): string {
  return (Math.max(...answers.map(({ peakBytes }) => peakBytes)) / 2 ** 20).toFixed(0);
}
