import type { Outcome, ProbeResult } from '../model/probe-result.ts';
import { chooseOpener } from './choose-opener.ts';
import { isoTime } from './iso-time.ts';
import type { OpenSocket, ProbeSocket, SocketListener } from './open-socket.ts';
import { outcomeOf, type SocketError } from './outcome-of.ts';
import { type SharedTimer, sharedTimer } from './shared-timer.ts';

/** What is dialled: a literal address and a port. Nothing is refused here; that is for `whyNotDialable`. */
export type DialRequest = { readonly address: string; readonly port: number };

/** How endpoints are dialled. Times in milliseconds. */
export type TcpProbeOptions = {
  /** For all attempts together. 4000: the first socket outlives the kernel's own SYN retransmissions (up to 3.1 s). */
  readonly deadlineMs?: number | undefined;
  /** How long an accepted connection is watched for a reset or a close; 20 by default, 0: not at all. */
  readonly dwellMs?: number | undefined;
  /** How sockets are opened; by default as `chooseOpener` finds best for this process. */
  readonly open?: OpenSocket | undefined;
};

/** Hears of probes, each by the number that it was begun with. */
export type ProbeListener = {
  /** Of its `MAX_SOCKETS` the probe will have so many no more: all but one when a handshake is complete, the rest at its end. */
  readonly released: (sockets: number) => void;
  /** Once for each probe, always after the call that began it has returned, and before its last sockets are `released`. */
  readonly ended: (id: number, probe: TcpProbe) => void;
};

/** What was seen of one endpoint, whoever asked. */
export type TcpProbe = Omit<ProbeResult, 'endpoint' | 'vantagePoint' | 'zone'>;

/** How many sockets one probe opens at most; who bounds descriptors counts on it. */
export const MAX_SOCKETS = 2;

/**
 * Gives what dials a literal address and port, all of them alike. It never throws: every outcome is a result.
 *
 * While the first socket is met with silence, a second one is opened at half the deadline, from a new source port (a
 * lost packet, a full connection table or one bad path of several may have swallowed the first); the first keeps
 * waiting, and whichever answers first decides. `attempts` counts sockets. `elapsedMs` of `connected` ends with the
 * handshake: the dwell that confirms it is our own waiting.
 *
 * A probe has no promise, no timer and no functions of its own: together they were a third of the processor time that it takes.
 */
export function tcpProber(options: TcpProbeOptions, listener: ProbeListener): (id: number, to: DialRequest) => void {
  const { deadlineMs = 4000, dwellMs = 20, open = usualOpener() } = options;
  const run: Run = { deadlineMs, dwellMs, open, listener, timer: sharedTimer<Probe>((probe) => probe.onDue(probe)) };
  return (id, to) => {
    const probe: Probe = {
      run,
      id,
      to,
      atMs: Date.now(),
      startMs: performance.now(),
      first: null,
      second: null,
      attempts: 0,
      handshakeMs: null,
      dueMs: 0,
      onDue: retry,
    };
    run.timer.set(probe, probe.startMs + deadlineMs / 2);
    attempt(probe);
  };
}

/** Chosen once, and only when the first prober wants it. */
function usualOpener(): OpenSocket {
  usual ??= chooseOpener((process as { readonly binding?: unknown }).binding);
  return usual;
}

let usual: OpenSocket | undefined;

/** What all probes of a prober have in common. */
type Run = {
  readonly deadlineMs: number;
  readonly dwellMs: number;
  readonly open: OpenSocket;
  readonly listener: ProbeListener;
  readonly timer: SharedTimer<Probe>;
};

/**
 * One probe under way. `first` and `second` are its sockets, while they wait for an answer or dwell; `onDue` is for when its
 * time comes.
 */
type Probe = {
  readonly run: Run;
  readonly id: number;
  readonly to: DialRequest;
  readonly atMs: number;
  readonly startMs: number;
  first: ProbeSocket | null;
  second: ProbeSocket | null;
  attempts: number;
  handshakeMs: number | null;
  dueMs: number;
  onDue: (probe: Probe) => void;
};

function attempt(probe: Probe): void {
  const { run, to } = probe;
  probe.attempts += 1;
  const socket = run.open(to.address, to.port, probe, SOCKETS);
  if (probe.attempts === 1) probe.first = socket;
  else probe.second = socket;
}

const SOCKETS: SocketListener<Probe> = {
  connected: onConnected,
  failed: onFailed,
  spoke: confirm,
  ended: (probe) => settle(probe, 'closed-early', null),
};

function onConnected(probe: Probe, socket: ProbeSocket): void {
  const { dwellMs, listener } = probe.run;
  closeAll(probe, socket);
  probe.handshakeMs = elapsedMs(probe);
  listener.released(MAX_SOCKETS - 1);
  if (dwellMs === 0) confirm(probe);
  else dwell(probe, socket, probe.handshakeMs);
}

/** An accepted connection may still be reset or closed; a peer that speaks first has shown what it is. */
function dwell(probe: Probe, socket: ProbeSocket, handshakeMs: number): void {
  const { dwellMs, deadlineMs, timer } = probe.run;
  probe.onDue = confirm;
  // A handshake that was found after the deadline still has the sockets polled once more.
  const untilMs = Math.max(handshakeMs, Math.min(handshakeMs + dwellMs, deadlineMs));
  timer.set(probe, probe.startMs + untilMs);
  socket.watch();
}

function confirm(probe: Probe): void {
  settle(probe, 'connected', null);
}

function onFailed(probe: Probe, socket: ProbeSocket, error: SocketError): void {
  if (probe.first === socket) probe.first = null;
  else probe.second = null;
  judge(probe, error);
}

/** Only an answer decides at once: a socket that heard none leaves the word to the other, or to the one yet to come. */
function judge(probe: Probe, error: SocketError): void {
  const outcome = outcomeOf(error, probe.handshakeMs !== null);
  const answered = outcome !== 'timed-out' && outcome !== 'inconclusive';
  const anotherMayAnswer =
    probe.first !== null || probe.second !== null || (outcome === 'timed-out' && probe.attempts < MAX_SOCKETS);
  if (answered || !anotherMayAnswer) settle(probe, outcome, error);
}

function retry(probe: Probe): void {
  const { deadlineMs, timer } = probe.run;
  probe.onDue = giveUp;
  timer.set(probe, probe.startMs + deadlineMs);
  // Where the process stood still until the deadline, another socket would have no time to be answered.
  if (elapsedMs(probe) < deadlineMs) attempt(probe);
}

function giveUp(probe: Probe): void {
  settle(probe, 'timed-out', null);
}

function settle(probe: Probe, outcome: Outcome, error: SocketError | null): void {
  probe.run.timer.clear(probe);
  closeAll(probe, null);
  const { run, id, handshakeMs, attempts, atMs } = probe;
  const endMs = outcome === 'connected' ? handshakeMs : null;
  run.listener.ended(id, {
    outcome,
    errno: error?.code ?? null,
    detail: outcome === 'inconclusive' ? (error?.message ?? null) : null,
    elapsedMs: Math.round((endMs ?? elapsedMs(probe)) * 1000) / 1000,
    attempts,
    at: isoTime(atMs),
  });
  run.listener.released(handshakeMs === null ? MAX_SOCKETS : 1);
}

function closeAll(probe: Probe, save: ProbeSocket | null): void {
  if (probe.first !== save) probe.first?.close();
  if (probe.second !== save) probe.second?.close();
  probe.first = save;
  probe.second = null;
}

function elapsedMs(probe: Probe): number {
  return performance.now() - probe.startMs;
}
