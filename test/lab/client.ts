import { connect } from 'node:net';

// A client: dials what the command line names, asks, and prints what came of it. `answered by 10.17.10.41, which saw
// 10.17.12.23`, `silence`, or the error's code.

const [host = '', port = '', waitMs = ''] = process.argv.slice(2);
const socket = connect({ host, port: Number(port) });
const timer = setTimeout(() => end('silence'), Number(waitMs));
let text = '';
socket.setEncoding('utf8').on('data', (piece: string) => {
  text += piece;
});
socket.on('connect', () => socket.write(`GET / HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`));
socket.on('error', (error: NodeJS.ErrnoException) => end(String(error.code)));
socket.on('end', () => end(`answered by ${header('Answered-By')}, which saw ${header('Seen-From')}`));

function header(name: string): string {
  return new RegExp(`^${name}: (.*)\r$`, 'm').exec(text)?.[1] ?? 'nobody';
}

function end(what: string): void {
  clearTimeout(timer);
  socket.destroy();
  process.stdout.write(what, () => process.exit());
}
