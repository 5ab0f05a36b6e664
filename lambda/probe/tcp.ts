import { connect as connectSocket, type Socket, type TcpNetConnectOpts } from 'node:net';
import type { Outcome, ProbeResult } from '../model/probe-result.ts';
import { outcomeOf, type SocketError } from './outcome-of.ts';

/** How one endpoint is dialled. Times in milliseconds. */
export type TcpProbeOptions = {
  /** For all attempts together. 4000: the first socket outlives the kernel's own SYN retransmissions (up to 3.1 s). */
  readonly deadlineMs?: number | undefined;
  /** How long an accepted connection is watched for a reset or a close; 20 by default, 0: not at all. */
  readonly dwellMs?: number | undefined;
  /** `net.connect`, or what stands in for it. */
  readonly connect?: (options: TcpNetConnectOpts) => Socket;
  /** Called once, when a handshake is complete: from then on one socket is open at most, and no further one is opened. */
  readonly onHandshake?: () => void;
};

/** What was seen of one endpoint, whoever asked. */
export type TcpProbe = Omit<ProbeResult, 'endpoint' | 'vantagePoint' | 'zone'>;

/** How many sockets one probe opens at most; who bounds descriptors counts on it. */
export const MAX_SOCKETS = 2;

/**
 * Dials one literal address and port. Never rejects: every outcome is a result.
 *
 * While the first socket is met with silence, a second one is opened at half the deadline, from a new source port (a
 * lost packet, a full connection table or one bad path of several may have swallowed the first); the first keeps
 * waiting, and whichever answers first decides. `attempts` counts sockets. `elapsedMs` of `connected` ends with the
 * handshake: the dwell that confirms it is our own waiting.
 */
export function probeTcp(address: string, port: number, options: TcpProbeOptions = {}): Promise<TcpProbe> {
  const { deadlineMs = 4000, dwellMs = 20, connect = connectSocket, onHandshake } = options;
  return new Promise((resolve) => {
    const probe: Probe = {
      deadlineMs,
      dwellMs,
      onHandshake,
      connect,
      to: { host: address, port },
      resolve,
      at: new Date(),
      startMs: performance.now(),
      sockets: [],
      attempts: 0,
      handshakeMs: null,
      timer: undefined,
      settled: false,
    };
    wait(probe, deadlineMs / 2, retry);
    attempt(probe);
  });
}

/** One probe under way. `sockets` are those that wait for an answer or dwell; any other is heard no more (`listening`). */
type Probe = {
  readonly deadlineMs: number;
  readonly dwellMs: number;
  readonly onHandshake: (() => void) | undefined;
  readonly connect: (options: TcpNetConnectOpts) => Socket;
  readonly to: TcpNetConnectOpts;
  readonly resolve: (result: TcpProbe) => void;
  readonly at: Date;
  readonly startMs: number;
  sockets: readonly Socket[];
  attempts: number;
  handshakeMs: number | null;
  timer: NodeJS.Timeout | undefined;
  settled: boolean;
};

/**
 * Whose word a socket's events are. Listeners are the same few functions for all sockets and find their probe here: functions of
 * its own for each, taken off again, were two fifths of what dialling an open port cost beside its socket. A closed socket is kept by its
 * handle until the next full garbage collection, but not the probe too (a fifth of the memory of 16,000 probes).
 */
const listening = new Map<Socket, Probe>();

/**
 * Timers run before the sockets are polled. Where the process stood still meanwhile (a small function gets a fraction
 * of a processor), the answer may lie in the kernel: look once more before calling it silence.
 * Node keeps timers of one length in one list behind one kernel timer, so thousands of probes share one sweep.
 */
function wait(probe: Probe, ms: number, then: (probe: Probe) => void): void {
  clearTimeout(probe.timer);
  probe.timer = setTimeout(lookOnceMore, Math.max(0, ms), then, probe);
}

function lookOnceMore(then: (probe: Probe) => void, probe: Probe): void {
  setImmediate(then, probe);
}

function attempt(probe: Probe): void {
  probe.attempts += 1;
  try {
    const socket = probe.connect(probe.to);
    listening.set(socket, probe);
    probe.sockets = [...probe.sockets, socket];
    socket.on('connect', onConnect);
    socket.on('error', onError);
  } catch (error) {
    judge(probe, error instanceof Error ? error : new Error(String(error)));
  }
}

function onConnect(this: Socket): void {
  const probe = listening.get(this);
  if (probe === undefined) return;
  closeAll(probe, this);
  probe.handshakeMs = elapsedMs(probe);
  probe.onHandshake?.();
  if (probe.dwellMs === 0) settle(probe, 'connected', null);
  else dwell(probe, this, Math.min(probe.dwellMs, probe.deadlineMs - probe.handshakeMs));
}

/** An accepted connection may still be reset or closed; a peer that speaks first has shown what it is. */
function dwell(probe: Probe, socket: Socket, dwellMs: number): void {
  socket.on('data', onData);
  socket.on('end', onEnd);
  wait(probe, dwellMs, confirm);
}

function onData(this: Socket): void {
  const probe = listening.get(this);
  if (probe !== undefined) confirm(probe);
}

function onEnd(this: Socket): void {
  const probe = listening.get(this);
  if (probe !== undefined) settle(probe, 'closed-early', null);
}

function confirm(probe: Probe): void {
  settle(probe, 'connected', null);
}

/** An error after the outcome is nobody's, but must find a listener. */
function onError(this: Socket, error: SocketError): void {
  const probe = listening.get(this);
  if (probe === undefined) return;
  listening.delete(this);
  probe.sockets = probe.sockets.filter((socket) => socket !== this);
  judge(probe, error);
}

/** Only an answer decides at once: a socket that heard none leaves the word to the other, or to the one yet to come. */
function judge(probe: Probe, error: SocketError): void {
  const outcome = outcomeOf(error, probe.handshakeMs !== null);
  const answered = outcome !== 'timed-out' && outcome !== 'inconclusive';
  const anotherMayAnswer = probe.sockets.length > 0 || (outcome === 'timed-out' && probe.attempts < MAX_SOCKETS);
  if (answered || !anotherMayAnswer) settle(probe, outcome, error);
}

function retry(probe: Probe): void {
  if (probe.settled || probe.handshakeMs !== null) return;
  wait(probe, probe.deadlineMs - elapsedMs(probe), giveUp);
  attempt(probe);
}

function giveUp(probe: Probe): void {
  if (probe.handshakeMs === null) settle(probe, 'timed-out', null);
}

function settle(probe: Probe, outcome: Outcome, error: SocketError | null): void {
  if (probe.settled) return;
  probe.settled = true;
  clearTimeout(probe.timer);
  closeAll(probe, null);
  const endMs = outcome === 'connected' ? probe.handshakeMs : null;
  probe.resolve({
    outcome,
    errno: error?.code ?? null,
    detail: outcome === 'inconclusive' ? (error?.message ?? null) : null,
    elapsedMs: Math.round((endMs ?? elapsedMs(probe)) * 1000) / 1000,
    attempts: probe.attempts,
    at: probe.at.toISOString(),
  });
}

/**
 * Ends by reset, so that neither side keeps the remains of a connection (TIME-WAIT holds a port for a minute). A socket
 * still connecting is only closed: there is nothing to reset, and `resetAndDestroy` would wait for the handshake.
 */
function closeAll(probe: Probe, save: Socket | null): void {
  for (const socket of probe.sockets) {
    if (socket === save) continue;
    listening.delete(socket);
    if (socket.pending) socket.destroy();
    else socket.resetAndDestroy();
  }
  probe.sockets = save === null ? [] : [save];
}

function elapsedMs(probe: Probe): number {
  return performance.now() - probe.startMs;
}
