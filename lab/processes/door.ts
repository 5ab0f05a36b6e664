import { createServer } from 'node:net';
import { flushCompiled } from './flush-compiled.ts';

// Stands in for an interface endpoint of the AWS API: listens on a loopback address inside a network namespace, and
// hands the listening socket itself to the lab, which answers there as it does outside.

process.on('disconnect', () => process.exit());
process.on('SIGINT', () => {});
const server = createServer();
server.listen({ host: '127.0.0.1', port: 0 }, () => {
  // Once it is handed over the lab alone shall accept.
  process.send?.({ address: server.address() }, server, () => server.close());
});
process.send?.('ready');
flushCompiled();
