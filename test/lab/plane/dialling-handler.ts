import { connect } from 'node:net';

type Event = { readonly host: string; readonly port: number; readonly waitMs: number };

/** A function that dials what it is told and says what came of it: the tests' own eyes inside the world. */
export function handler({ host, port, waitMs }: Event): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let connected = false;
    const timer = setTimeout(() => settle(connected ? 'open' : 'silence'), waitMs);
    const settle = (what: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(what);
    };
    socket.on('connect', () => {
      connected = true;
    });
    // A reset may overtake the event that says the handshake was completed; the wire is the same.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      settle(error.code === 'ECONNRESET' ? 'reset' : String(error.code)),
    );
    socket.on('close', () => settle('open, then closed'));
  });
}
