import type { SocketError } from './outcome-of.ts';

/**
 * Opens a TCP socket towards a literal address, for `owner`: all that a probe needs of Node. Never throws; the listener
 * hears nothing before this has returned, so nobody who opens in a loop is called back within it.
 */
export type OpenSocket = <T>(address: string, port: number, owner: T, listener: SocketListener<T>) => ProbeSocket;

/** A socket from its first packet on until it is closed. */
export type ProbeSocket = {
  /** Has the listener hear what the peer does. Once, and only when the connection stands. */
  watch(): void;
  /**
   * Ends it; the listener hears nothing more. A connection that stands ends by reset, so that neither side keeps the
   * remains of it (TIME-WAIT holds a port for a minute); one that is still under way is only closed.
   */
  close(): void;
};

/** What is heard of sockets: the same few functions for all of them, each told whose socket it is. */
export type SocketListener<T> = {
  /** The handshake is complete. */
  readonly connected: (owner: T, socket: ProbeSocket) => void;
  /** It broke, and is closed already. */
  readonly failed: (owner: T, socket: ProbeSocket, error: SocketError) => void;
  /** The peer sent something (`watch`). */
  readonly spoke: (owner: T) => void;
  /** The peer closed its side (`watch`). */
  readonly ended: (owner: T) => void;
};
