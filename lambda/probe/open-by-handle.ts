import type { OpenSocket, ProbeSocket, SocketListener } from './open-socket.ts';
import type { SocketError } from './outcome-of.ts';
import type { ConnectRequest, TcpBinding, TcpHandle } from './tcp-binding.ts';

/**
 * Opens sockets by the handles that `net.Socket` stands on, without the stream and the errors that it puts around them: about half
 * the processor time and two thirds of the memory. Functions are the same for all sockets, save while one is watched.
 */
export function openByHandle(binding: TcpBinding): OpenSocket {
  return <T>(address: string, port: number, owner: T, listener: SocketListener<T>) => {
    const handle = binding.newHandle();
    const opened: Opened<T> = { binding, handle, address, port, owner, listener, state: 'connecting', watch, close };
    const error = connect(opened);
    if (error !== null) process.nextTick(fail, opened, error);
    return opened;
  };
}

type Opened<T> = ProbeSocket & {
  readonly binding: TcpBinding;
  readonly handle: TcpHandle;
  readonly address: string;
  readonly port: number;
  readonly owner: T;
  readonly listener: SocketListener<T>;
  state: 'connecting' | 'connected' | 'closed';
};

/**
 * What fails at once is ours: connect(2) sent nothing. A refusal that comes at once, as loopback's does, libuv keeps for
 * `oncomplete` (uv__tcp_connect in its tcp.c).
 */
function connect<T>(opened: Opened<T>): SocketError | null {
  const { binding, handle, address, port } = opened;
  // Anything else would end the process: the handle asserts a number of 32 bits, and dials its lower 16.
  if (!isPort(port)) {
    return { code: 'ERR_SOCKET_BAD_PORT', syscall: 'connect', message: `${port} is no port`, local: true };
  }
  const request = binding.newRequest(opened, onComplete);
  const errno = address.includes(':')
    ? handle.connect6(request, address, port)
    : handle.connect(request, address, port);
  return errno === 0 ? null : errorOf(opened, 'connect', errno, true);
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= 65_535;
}

/** Also called for a handle that was closed meanwhile (ECANCELED), which is nobody's any more. */
function onComplete<T>(status: number, _: TcpHandle, { owner: opened }: ConnectRequest<Opened<T>>): void {
  if (opened.state === 'closed') return;
  if (status === 0) {
    opened.state = 'connected';
    opened.listener.connected(opened.owner, opened);
  } else fail(opened, errorOf(opened, 'connect', status, false));
}

function watch<T>(this: Opened<T>): void {
  this.handle.onread = () => onRead(this);
  const errno = this.handle.readStart();
  if (errno !== 0) process.nextTick(fail, this, errorOf(this, 'read', errno, true));
}

function onRead<T>(opened: Opened<T>): void {
  const { binding, owner, listener } = opened;
  const read = binding.lastRead();
  if (opened.state === 'closed' || read === 0) return;
  if (read > 0) listener.spoke(owner);
  else if (binding.codeOf(read) === 'EOF') listener.ended(owner);
  else fail(opened, errorOf(opened, 'read', read, false));
}

/** In the words of `net.Socket`. */
function errorOf<T>(opened: Opened<T>, syscall: 'connect' | 'read', errno: number, local: boolean): SocketError {
  const code = opened.binding.codeOf(errno);
  const message = `${syscall} ${code} ${opened.address}:${opened.port}`;
  return { code, syscall, message: local ? `${message} - Local` : message, local };
}

function fail<T>(opened: Opened<T>, error: SocketError): void {
  if (opened.state === 'closed') return;
  opened.state = 'closed';
  opened.handle.close();
  opened.listener.failed(opened.owner, opened, error);
}

function close<T>(this: Opened<T>): void {
  const { state, handle } = this;
  this.state = 'closed';
  if (state === 'closed') return;
  if (state === 'connecting' || handle.reset() !== 0) handle.close();
}
