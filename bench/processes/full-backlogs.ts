import { once } from 'node:events';
import { createServer } from 'node:net';
import { BACKLOGS } from './backlogs.ts';

// Listens with the smallest backlog and never accepts: once it is filled, the kernel drops every further SYN. As its loop
// stands still it cannot hear that its parent is gone, so it ends by the clock.

for (const { address, port } of BACKLOGS) {
  await once(createServer().listen({ host: address, port, backlog: 1 }), 'listening');
}
process.send?.('ready', () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  process.exit();
});
