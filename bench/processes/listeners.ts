import { once } from 'node:events';
import { createServer } from 'node:net';
import type { ListenMessage } from './messages.ts';

// Holds a real listening socket for each port that it is told of, and keeps what it accepts until the other side goes.

process.on('disconnect', () => process.exit());
process.on('message', (message: ListenMessage) => void listen(message));
process.send?.('ready');

async function listen({ id, address, from, count }: ListenMessage): Promise<void> {
  for (let port = from; port < from + count; port += 1) {
    const server = createServer((socket) => socket.on('error', () => {}).resume()).listen(port, address);
    await once(server, 'listening');
  }
  process.send?.({ id });
}
