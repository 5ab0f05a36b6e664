import { createServer, type Server, type Socket } from 'node:net';

/** A server on a loopback address. `endings` collects how each accepted connection ended: an error's code, or `closed`. */
export type Listening = {
  readonly address: string;
  readonly port: number;
  readonly endings: string[];
  readonly close: () => Promise<void>;
};

/** Listens on a free port and does `onAccept` to every connection. `close` ends those still open. */
export async function listen(onAccept: (socket: Socket) => void, address = '127.0.0.1'): Promise<Listening> {
  const endings: string[] = [];
  const accepted: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    accepted.push(socket);
    let ending = 'closed';
    socket.on('error', (error: NodeJS.ErrnoException) => {
      ending = error.code ?? error.name;
    });
    socket.on('close', () => endings.push(ending));
    socket.resume();
    onAccept(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of accepted) socket.destroy();
    });
  return { address, port: portOf(server), endings, close };
}

/** A port that nothing listens on: one that was just given back. */
export async function closedPort(address = '127.0.0.1'): Promise<number> {
  const { port, close } = await listen(() => {}, address);
  await close();
  return port;
}

function portOf(server: Server): number {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return bound.port;
}
