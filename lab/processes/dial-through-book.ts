import { Socket } from 'node:net';
import type { AddressBook } from './messages.ts';

type Options = { host?: string; port?: number };

type Connect = (this: Socket, options: { host: string; port: number }) => Socket;

const connect = Socket.prototype.connect as Connect;
let book: AddressBook = {};

/**
 * Loopback mode: from now on this process's sockets reach the world's addresses through the book. The handler under
 * test knows nothing of it. A dropped or unknown address is a connection that never completes; nothing else of the
 * network is simulated.
 */
export function dialThroughBook(current: AddressBook): void {
  book = current;
  Socket.prototype.connect = redirected as typeof Socket.prototype.connect;
  // Whoever dials by what sockets stand on would pass the book by. As in a process with Node's permission model it is not to be had.
  Object.assign(process, { binding: undefined });
}

function redirected(this: Socket, ...given: unknown[]): Socket {
  // net.connect hands over its arguments as one array, [options, callback]; a direct call gives them one by one.
  const args = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
  const [first, second] = args;
  const options: Options =
    typeof first === 'object' ? (first as Options) : { port: first as number, host: second as string };
  const dialled = book[`${options.host}:${options.port}`] ?? 'drop';
  const listener = args.at(-1);
  if (typeof listener === 'function') this.once('connect', listener as () => void);
  if (dialled === 'drop') return this;
  return connect.call(this, dialled);
}
