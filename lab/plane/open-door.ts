import type { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { entryFile } from '../entry-file.ts';
import { startChild } from './child.ts';

/** A way to the AWS endpoint from inside a namespace, and into that namespace. */
export type Door = {
  /** Words to put before a command so that it runs there. */
  readonly enter: readonly string[];
  /** For `AWS_ENDPOINT_URL`, inside. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

type Handed = { readonly port: number; readonly listener: Server };

const DOOR = entryFile('door');

/** Lets the AWS endpoint answer inside a namespace too, on a loopback address there, as an interface endpoint would. */
export async function openDoor(enter: readonly string[], endpoint: HttpServer): Promise<Door> {
  const handed = Promise.withResolvers<Handed>();
  const heard = (message: unknown, listener: unknown) =>
    handed.resolve({ port: (message as { address: AddressInfo }).address.port, listener: listener as Server });
  const child = await startChild([...enter, process.execPath, DOOR], { heard });
  const { port, listener } = await handed.promise;
  listener.on('connection', (socket: Socket) => endpoint.emit('connection', socket));
  return {
    enter,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      listener.close();
      await child.stop();
    },
  };
}
