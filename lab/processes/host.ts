import { createServer, type Server, type Socket } from 'node:net';
import type { Process } from '../world/world.ts';
import { flushCompiled } from './flush-compiled.ts';
import type { ListeningAnswer, ListenMessage } from './messages.ts';

// A machine of the world, run as a process of its own inside its network namespace: it listens on what it is told to.
// It ends with the lab, whatever ends the lab: the channel to its parent closes.

const running = new Map<string, Server>();

process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole process group; the lab decides when its hosts go.
process.on('SIGINT', () => {});
process.on('message', (message: ListenMessage) => {
  void listen(message).then((answer) => process.send?.(answer));
});
process.send?.('ready');
flushCompiled();

async function listen(message: ListenMessage): Promise<ListeningAnswer> {
  const wanted = new Map(message.processes.map((one) => [JSON.stringify(one), one]));
  for (const [key, server] of running) {
    if (wanted.has(key)) continue;
    server.close();
    running.delete(key);
  }
  for (const [key, one] of wanted) {
    if (!running.has(key)) running.set(key, await start(one, message.anyPort));
  }
  const ports = [...wanted].map(([key, one]) => [String(one.port), portOf(running.get(key))] as const);
  return { id: message.id, ports: Object.fromEntries(ports) };
}

function start(declared: Process, anyPort: boolean): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    behave(declared, socket);
  });
  const host = declared.bind === 'loopback' || anyPort ? '127.0.0.1' : '0.0.0.0';
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port: anyPort ? 0 : declared.port }, () => resolve(server));
  });
}

function behave(declared: Process, socket: Socket): void {
  if (declared.behaviour === 'reset') socket.resetAndDestroy();
  if (declared.behaviour === 'close') socket.end();
  if (declared.behaviour === 'answer') socket.once('data', () => socket.end(answer(socket)));
  if (declared.behaviour === 'mute') socket.resume();
}

/** Says who answers and who asked, as this machine sees it: whether a client's address is preserved shows here alone. */
function answer({ localAddress, remoteAddress }: Socket): string {
  const seen = `Answered-By: ${localAddress}\r\nSeen-From: ${remoteAddress}`;
  return `HTTP/1.1 200 OK\r\n${seen}\r\nContent-Length: 3\r\nConnection: close\r\n\r\nok\n`;
}

function portOf(server: Server | undefined): number {
  const address = server?.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
