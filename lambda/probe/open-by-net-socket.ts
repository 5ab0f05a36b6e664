import { type LookupFunction, Socket } from 'node:net';
import type { ProbeSocket, SocketListener } from './open-socket.ts';
import type { SocketError } from './outcome-of.ts';

/** Opens sockets by Node's public API (an `OpenSocket`): what serves where its handles are not to be had. */
export function openByNetSocket<T>(address: string, port: number, owner: T, listener: SocketListener<T>): ProbeSocket {
  const socket = new Socket();
  const opened: ProbeSocket = { watch: () => watch(socket), close: () => close(socket) };
  listen(socket, {
    connected: () => listener.connected(owner, opened),
    failed: (error) => listener.failed(owner, opened, error),
    spoke: () => listener.spoke(owner),
    ended: () => listener.ended(owner),
  });
  socket.on('connect', onConnect);
  socket.on('error', onError);
  try {
    socket.connect({ host: address, port, lookup: refuseName });
  } catch (error) {
    socket.destroy(error instanceof Error ? error : new Error(String(error)));
  }
  return opened;
}

/** Node would ask a resolver about what is no literal address; the handles do not. */
const refuseName: LookupFunction = (name, _, callback) => {
  const error = new Error(`connect EINVAL ${name}: no literal address`);
  callback(Object.assign(error, { code: 'EINVAL', syscall: 'connect' }), []);
};

type Heard = {
  readonly connected: () => void;
  readonly failed: (error: SocketError) => void;
  readonly spoke: () => void;
  readonly ended: () => void;
};

/**
 * Who hears of a socket that is not closed. What listens on a socket is the same few functions for all of them: a closed
 * socket is kept by its handle until the next full garbage collection, but who heard of it should not be.
 */
const listening = new Map<Socket, Heard>();
let usualStack = Error.stackTraceLimit;

/**
 * While any socket is open, errors are made without a stack: Node raises one for each refusal, and its stack, which nobody
 * reads, is a fifth of what dialling a closed port costs this way. It holds for the whole process meanwhile.
 */
function listen(socket: Socket, heard: Heard): void {
  if (listening.size === 0) {
    usualStack = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
  }
  listening.set(socket, heard);
}

function forget(socket: Socket): void {
  if (listening.delete(socket) && listening.size === 0) Error.stackTraceLimit = usualStack;
}

function onConnect(this: Socket): void {
  listening.get(this)?.connected();
}

/** An error of a socket that is closed is nobody's, but must find a listener. */
function onError(this: Socket, error: SocketError): void {
  const heard = listening.get(this);
  forget(this);
  heard?.failed(error);
}

function watch(socket: Socket): void {
  socket.on('data', onData);
  socket.on('end', onEnd);
}

function onData(this: Socket): void {
  listening.get(this)?.spoke();
}

function onEnd(this: Socket): void {
  listening.get(this)?.ended();
}

/** `resetAndDestroy` would wait for the handshake of a socket that is still connecting. */
function close(socket: Socket): void {
  forget(socket);
  if (socket.pending) socket.destroy();
  else socket.resetAndDestroy();
}
