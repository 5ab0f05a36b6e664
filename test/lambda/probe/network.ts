import type { OpenSocket, ProbeSocket, SocketListener } from '../../../lambda/probe/open-socket.ts';
import type { SocketError } from '../../../lambda/probe/outcome-of.ts';

/** What `network` has seen of a socket. */
export type SeenSocket = { readonly address: string; readonly port: number; closed: boolean };

/**
 * Stands in for the network, attempt by attempt, and remembers the sockets in the order of their opening; the last answer is
 * repeated, and without any all is silence.
 */
export function network(...answers: OpenSocket[]) {
  const sockets: SeenSocket[] = [];
  const seen = { most: 0 };
  const open = <T>(address: string, port: number, owner: T, listener: SocketListener<T>): ProbeSocket => {
    const answer = answers[Math.min(sockets.length, answers.length - 1)] ?? silence;
    const socket: SeenSocket = { address, port, closed: false };
    sockets.push(socket);
    seen.most = Math.max(seen.most, sockets.filter(({ closed }) => !closed).length);
    return overheard(answer, socket)(address, port, owner, listener);
  };
  return { sockets, seen, open };
}

/** Opens as `open` does, and notes when the socket is closed, by whichever side. */
function overheard(open: OpenSocket, seen: SeenSocket): OpenSocket {
  return (address, port, owner, listener) => {
    const failed: typeof listener.failed = (_, __, error) => {
      seen.closed = true;
      listener.failed(owner, outer, error);
    };
    const inner = open(address, port, owner, {
      ...listener,
      failed,
      connected: () => listener.connected(owner, outer),
    });
    const outer: ProbeSocket = {
      watch: () => inner.watch(),
      close: () => {
        seen.closed = true;
        inner.close();
      },
    };
    return outer;
  };
}

/** Nothing ever comes back. */
export function silence(): ProbeSocket {
  return { watch: () => {}, close: () => {} };
}

/** The socket breaks at once, with this code, as the kernel's word or as our own. */
export function failure(code: string, local = false): OpenSocket {
  return (address, port, owner, listener) => {
    const socket = silence();
    const message = `connect ${code} ${address}:${port}`;
    const error: SocketError = { code, syscall: 'connect', message, local };
    process.nextTick(() => listener.failed(owner, socket, error));
    return socket;
  };
}

/** Opens as `open` does once `start` is called: as if the first packet took that long. */
export function late(open: OpenSocket) {
  const waiting: (() => void)[] = [];
  const openLate: OpenSocket = (address, port, owner, listener) => {
    let inner = silence();
    const outer: ProbeSocket = { watch: () => inner.watch(), close: () => inner.close() };
    waiting.push(() => {
      const connected = () => listener.connected(owner, outer);
      const failed: typeof listener.failed = (_, __, error) => listener.failed(owner, outer, error);
      inner = open(address, port, owner, { ...listener, connected, failed });
    });
    return outer;
  };
  const start = () => {
    for (const begin of waiting) begin();
  };
  return { start, open: openLate };
}
