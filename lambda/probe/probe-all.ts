import { MAX_SOCKETS, probeTcp, type TcpProbe, type TcpProbeOptions } from './tcp.ts';
import { withoutStacks } from './without-stacks.ts';

/** What is dialled: a literal address and a port. Nothing is refused here; that is for `whyNotDialable`. */
export type DialRequest = { readonly address: string; readonly port: number };

/** How many endpoints are dialled. Times in milliseconds. */
export type ProbeAllOptions = Omit<TcpProbeOptions, 'onHandshake'> & {
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
  const dialAll = (resolve: Run<T>['resolve']) =>
    beginWhatFits({
      requests,
      options: { ...options, deadlineMs },
      lastStart: performance.now() + withinMs - deadlineMs,
      results: new Array(requests.length),
      resolve,
      thisTurn: new Set(),
      freeSockets: maxSockets,
      begun: 0,
      ended: 0,
    });
  return withoutStacks(() => new Promise(dialAll));
}

/** Lambda gives a process 1,024 descriptors, and the runtime needs some (AWS Lambda Developer Guide, "Lambda quotas"). */
const SOCKETS_LIMIT = 900;

type Run<T extends DialRequest> = {
  readonly requests: readonly T[];
  readonly options: TcpProbeOptions;
  readonly lastStart: number;
  readonly results: Probed<T>[];
  readonly resolve: (results: Probed<T>[]) => void;
  /** `address port` of what was begun in this turn of the event loop. */
  readonly thisTurn: Set<string>;
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
    if (performance.now() > run.lastStart) end(run, index, { request, probe: notBegun() });
    else begin(run, index, request);
  }
}

/**
 * One port may stand in many target groups. A server takes few connections from its queue at a time (libuv one in each
 * turn of its loop), and a queue that overflows drops the next SYN: our own haste would then look like its slowness.
 */
function mayBeginThisTurn<T extends DialRequest>(run: Run<T>, { address, port }: T): boolean {
  const { thisTurn } = run;
  const destination = `${address} ${port}`;
  if (thisTurn.has(destination)) return false;
  if (thisTurn.size === 0) {
    setImmediate(() => {
      thisTurn.clear();
      beginWhatFits(run);
    });
  }
  thisTurn.add(destination);
  return true;
}

function begin<T extends DialRequest>(run: Run<T>, index: number, request: T): void {
  let booked = MAX_SOCKETS;
  const release = (sockets: number) => {
    booked -= sockets;
    run.freeSockets += sockets;
    beginWhatFits(run);
  };
  run.freeSockets -= booked;
  const onHandshake = () => release(MAX_SOCKETS - 1);
  // Never rejects, so nothing is left floating.
  void probeTcp(request.address, request.port, { ...run.options, onHandshake }).then((probe) => {
    end(run, index, { request, probe });
    release(booked);
  });
}

function end<T extends DialRequest>(run: Run<T>, index: number, probed: Probed<T>): void {
  run.results[index] = probed;
  run.ended += 1;
  if (run.ended === run.requests.length) run.resolve(run.results);
}

function notBegun(): TcpProbe {
  const detail = 'not dialled: the time allowed for all probes would have run out first';
  return { outcome: 'inconclusive', errno: null, detail, elapsedMs: 0, attempts: 0, at: new Date().toISOString() };
}
