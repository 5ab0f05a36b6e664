import { openByHandle } from './open-by-handle.ts';
import { openByNetSocket } from './open-by-net-socket.ts';
import type { OpenSocket } from './open-socket.ts';
import { tcpBinding } from './tcp-binding.ts';

/** How sockets are opened here, given `process.binding`: by handles where they are to be had, by `net.Socket` elsewhere. */
export function chooseOpener(load: unknown): OpenSocket {
  const binding = tcpBinding(load);
  return binding === null ? openByNetSocket : openByHandle(binding);
}
