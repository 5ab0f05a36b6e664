import { openByHandle } from '../../../lambda/probe/open-by-handle.ts';
import { openByNetSocket } from '../../../lambda/probe/open-by-net-socket.ts';
import type { OpenSocket } from '../../../lambda/probe/open-socket.ts';
import { tcpBinding } from '../../../lambda/probe/tcp-binding.ts';
import { nodeBinding } from './node-binding.ts';

/** Both ways to open sockets, by name: what holds of a probe holds whichever is taken. */
export const WAYS: readonly (readonly [name: string, open: OpenSocket])[] = [
  ['handles', byHandle()],
  ['net.Socket', openByNetSocket],
];

function byHandle(): OpenSocket {
  const binding = tcpBinding(nodeBinding);
  if (binding === null) throw new Error('this Node has no TCP handles of the shape that is known');
  return openByHandle(binding);
}
