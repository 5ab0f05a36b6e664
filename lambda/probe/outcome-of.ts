import type { Outcome } from '../model/probe-result.ts';

/** What a socket raises. The `Error` of `net.Socket` is one: of it these three decide. */
export type SocketError = {
  readonly code?: string | undefined;
  readonly syscall?: string | undefined;
  readonly message: string;
  /** Whether it failed at once, before a packet left; where this is not said, the message may (`isLocal`). */
  readonly local?: boolean;
};

/** What an error can prove. That a peer accepts, or closes without a byte, is no error. */
export type ErrorOutcome = Exclude<Outcome, 'connected' | 'closed-early'>;

/**
 * What a socket's error proves of the target; `handshakeSeen` is whether the `connect` event came first.
 * Anything that is ours or not known here is `inconclusive`: EMFILE, ENFILE, EADDRNOTAVAIL, EADDRINUSE, EINVAL, EACCES,
 * EPERM, ENOBUFS, ENOMEM, EAFNOSUPPORT and all the rest never count against a target.
 */
export function outcomeOf(error: SocketError, handshakeSeen: boolean): ErrorOutcome {
  if (isLocal(error) || !isOnTheWire(error.syscall)) return 'inconclusive';
  const outcome = PROVEN_BY_CODE.get(error.code ?? '') ?? 'inconclusive';
  return handshakeSeen && BEFORE_HANDSHAKE_ONLY.has(outcome) ? 'inconclusive' : outcome;
}

/**
 * Where connect(2) failed at once no packet left: a missing or prohibiting local route says EHOSTUNREACH or ENETUNREACH
 * just as a remote router does, and only this tells them apart. `net.Socket` shows it by `- Local (address:port)` in its words alone.
 */
function isLocal({ local, message }: SocketError): boolean {
  return local ?? message.includes('Local (');
}

/** A resolver that refuses raises ECONNREFUSED too, with its own syscall (`queryA`); so may `bind`. They are not the target's word. */
function isOnTheWire(syscall: string | undefined): boolean {
  return syscall === undefined || syscall === 'connect' || syscall === 'read' || syscall === 'write';
}

/**
 * Linux turns ICMP errors on a connecting socket into these codes (icmp(7), net/ipv4/icmp.c `icmp_err_convert`).
 * A reset that overtakes the `connect` event shows as ECONNRESET or EPIPE with syscall `connect`; in SYN-SENT the kernel
 * would have said ECONNREFUSED, so the handshake was complete. EPIPE is a reset that follows the peer's FIN.
 */
const PROVEN_BY_CODE: ReadonlyMap<string, ErrorOutcome> = new Map<string, ErrorOutcome>([
  ['ECONNREFUSED', 'refused'],
  ['ETIMEDOUT', 'timed-out'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['ECONNABORTED', 'reset'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['ENOPROTOOPT', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['ENONET', 'unreachable'],
]);

/** After a handshake neither can be said of the endpoint: a shape that contradicts itself proves nothing. */
const BEFORE_HANDSHAKE_ONLY: ReadonlySet<ErrorOutcome> = new Set<ErrorOutcome>(['refused', 'timed-out']);
