/** A TCP socket of libuv, wrapped for JavaScript: what `net.Socket` itself stands on. Numbers are negative errnos, or 0. */
export type TcpHandle = {
  readonly connect: <T>(request: ConnectRequest<T>, address: string, port: number) => number;
  readonly connect6: <T>(request: ConnectRequest<T>, address: string, port: number) => number;
  readonly readStart: () => number;
  readonly reset: () => number;
  readonly close: () => void;
  /** Called with bytes, or with none where `TcpBinding.lastRead` says why. */
  onread: () => void;
};

/** A connect under way, and whose it is. `oncomplete` is told a negative errno, or 0; also when the handle is closed meanwhile. */
export type ConnectRequest<T = unknown> = {
  owner: T;
  oncomplete: (status: number, handle: TcpHandle, request: ConnectRequest<T>) => void;
};

/** What `tcpBinding` found. */
export type TcpBinding = {
  readonly newHandle: () => TcpHandle;
  readonly newRequest: <T>(owner: T, oncomplete: ConnectRequest<T>['oncomplete']) => ConnectRequest<T>;
  /** What the last read of any handle gave: how many bytes, or a negative errno. */
  readonly lastRead: () => number;
  /** The code of a negative errno, such as `ECONNREFUSED`; `EOF` where the peer closed. */
  readonly codeOf: (errno: number) => string;
};

/**
 * The TCP handles that Node keeps below its sockets, or null where they are not to be had in the shape that is known.
 * `load` is `process.binding`, which is deprecated in the documentation (DEP0111, https://nodejs.org/api/deprecations.html)
 * and says so only where pending deprecations are asked for; a process with Node's permission model is refused it.
 */
export function tcpBinding(load: unknown): TcpBinding | null {
  if (typeof load !== 'function') return null;
  try {
    return bindingOf(load('tcp_wrap'), load('stream_wrap'), load('uv'));
  } catch {
    return null;
  }
}

/** As it should be; what is really there is looked at before any of it is believed. */
type Tcp = {
  readonly TCP: new (kind: number) => TcpHandle;
  readonly TCPConnectWrap: new <T>() => ConnectRequest<T>;
  readonly constants: { readonly SOCKET: number };
};
type Stream = { readonly streamBaseState: ArrayLike<number>; readonly kReadBytesOrError: number };
type Uv = { readonly getErrorMap: () => ReadonlyMap<number, readonly [code: string, words: string]> };

/** Throws where something that is looked into is not there. */
function bindingOf(tcp: Tcp, stream: Stream, uv: Uv): TcpBinding | null {
  const { TCP, TCPConnectWrap, constants } = tcp;
  const { streamBaseState: state, kReadBytesOrError: at } = stream;
  const codes = uv.getErrorMap();
  const asKnown =
    METHODS.every((name) => typeof TCP.prototype[name] === 'function') &&
    'onread' in TCP.prototype &&
    typeof TCPConnectWrap === 'function' &&
    typeof constants.SOCKET === 'number' &&
    typeof state[at] === 'number' &&
    codes instanceof Map;
  if (!asKnown) return null;
  return {
    newHandle: () => new TCP(constants.SOCKET),
    newRequest: <T>(owner: T, oncomplete: ConnectRequest<T>['oncomplete']) =>
      Object.assign(new TCPConnectWrap<T>(), { owner, oncomplete }),
    lastRead: () => state[at] ?? 0,
    codeOf: (errno) => codes.get(errno)?.[0] ?? `errno ${errno}`,
  };
}

const METHODS = ['connect', 'connect6', 'readStart', 'reset', 'close'];
