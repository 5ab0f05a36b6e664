import { type AddressInfo, createServer } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import { awsEnvironment } from '../../bin/run-cli.ts';

/** An endpoint of one test that reads a request and hangs up. Gives what it was asked so far, one entry for each connection. */
export async function cutConnections(): Promise<readonly number[]> {
  const sockets: number[] = [];
  const server = createServer((socket) => {
    sockets.push(1);
    socket.on('error', () => undefined);
    socket.once('data', () => socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const environment = { ...awsEnvironment(`http://127.0.0.1:${port}`), AWS_REGION: 'eu-west-1' };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  return sockets;
}
