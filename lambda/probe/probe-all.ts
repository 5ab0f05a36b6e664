import { isoTime } from './iso-time.ts';
import { type DialRequest, MAX_SOCKETS, type TcpProbe, type TcpProbeOptions, tcpProber } from './tcp.ts';

/** How many endpoints are dialled. Times in milliseconds. */
export type ProbeAllOptions = TcpProbeOptions & {
  /** Sockets open at the same time, second attempts included: 2 to 900, 256 by default. */
  readonly maxSockets?: number;
  /** A longer list is refused as a whole; 20,000 by default. */
  readonly maxEndpoints?: number;
  /** The time for all of them. A probe that might not end in time is not begun: `inconclusive`, with no attempts. */
  readonly withinMs?: number;
};

/** A request and what was seen. */
export type Probed<T> = { readonly request: T; readonly probe: TcpProbe };

/**
 * Dials all of them; results stand in the order of the requests. Rejects only with a RangeError, where a bound is broken.
 *
 * The bound on sockets holds by design: a probe books every socket that it may open before it begins, gives back all
 * but one once its handshake is complete, and the last when it ends. So a second attempt never waits for a place,
 * however many endpoints are silent at once.
 */
export async function probeAll<T extends DialRequest>(
  requests: readonly T[],
  options: ProbeAllOptions = {},
): Promise<Probed<T>[]> {
  const { maxSockets = 256, maxEndpoints = 20_000, withinMs = Number.POSITIVE_INFINITY, deadlineMs = 4000 } = options;
  refuseOutside('sockets', maxSockets, MAX_SOCKETS, SOCKETS_LIMIT);
  refuseOutside('endpoints', requests.length, 0, maxEndpoints);
  if (requests.length === 0) return [];
  return new Promise((resolve) => {
    const dial = tcpProber(
      { ...options, deadlineMs },
      { released: (sockets) => release(run, sockets), ended: (index, probe) => end(run, index, probe) },
    );
    const run: Run<T> = {
      requests,
      dial,
      lastStart: performance.now() + withinMs - deadlineMs,
      results: new Array(requests.length),
      resolve,
      thisTurn: new Map(),
      begunThisTurn: 0,
      freeSockets: maxSockets,
      begun: 0,
      ended: 0,
    };
    beginWhatFits(run);
  });
}

/** Lambda gives a process 1,024 descriptors, and the runtime needs some (AWS Lambda Developer Guide, "Lambda quotas"). */
const SOCKETS_LIMIT = 900;

/**
 * Sockets that are answered while their like are still being opened keep few under way and what they are made of at hand: closed
 * ports took a fifth more time with 450 begun at once. Turns are short, so nobody who waits for an answer waits for this.
 */
const MOST_IN_A_TURN = 64;

type Run<T extends DialRequest> = {
  readonly requests: readonly T[];
  readonly dial: (index: number, request: T) => void;
  readonly lastStart: number;
  readonly results: Probed<T>[];
  readonly resolve: (results: Probed<T>[]) => void;
  /** What was begun in this turn of the event loop: ports by address. */
  readonly thisTurn: Map<string, Set<number>>;
  begunThisTurn: number;
  freeSockets: number;
  begun: number;
  ended: number;
};

function refuseOutside(what: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new RangeError(`${value} ${what} asked for; allowed are ${min} to ${max}`);
}

function beginWhatFits<T extends DialRequest>(run: Run<T>): void {
  while (run.freeSockets >= MAX_SOCKETS && run.begun < run.requests.length) {
    const index = run.begun;
    const request = run.requests[index];
    if (request === undefined || !mayBeginThisTurn(run, request)) return;
    run.begun += 1;
    if (performance.now() > run.lastStart) end(run, index, notBegun());
    else begin(run, index, request);
  }
}

/**
 * One port may stand in many target groups. A server takes few connections from its queue at a time (libuv one in each
 * turn of its loop), and a queue that overflows drops the next SYN: our own haste would then look like its slowness.
 */
function mayBeginThisTurn<T extends DialRequest>(run: Run<T>, { address, port }: T): boolean {
  const { thisTurn } = run;
  const ports = thisTurn.get(address);
  if (ports?.has(port) || run.begunThisTurn >= MOST_IN_A_TURN) return false;
  run.begunThisTurn += 1;
  if (thisTurn.size === 0) {
    setImmediate(() => {
      thisTurn.clear();
      run.begunThisTurn = 0;
      beginWhatFits(run);
    });
  }
  if (ports === undefined) thisTurn.set(address, new Set([port]));
  else ports.add(port);
  return true;
}

function begin<T extends DialRequest>(run: Run<T>, index: number, request: T): void {
  run.freeSockets -= MAX_SOCKETS;
  run.dial(index, request);
}

function release<T extends DialRequest>(run: Run<T>, sockets: number): void {
  run.freeSockets += sockets;
  beginWhatFits(run);
}

function end<T extends DialRequest>(run: Run<T>, index: number, probe: TcpProbe): void {
  const request = run.requests[index];
  if (request === undefined) return;
  run.results[index] = { request, probe };
  run.ended += 1;
  if (run.ended === run.requests.length) run.resolve(run.results);
}

function notBegun(): TcpProbe {
  const detail = 'not dialled: the time allowed for all probes would have run out first';
  return { outcome: 'inconclusive', errno: null, detail, elapsedMs: 0, attempts: 0, at: isoTime(Date.now()) };
}
