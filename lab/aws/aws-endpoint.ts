import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRequest } from './answer-request.ts';
import type { AwsEndpointSources } from './aws-endpoint-sources.ts';
import { type CloudWatch, openCloudWatch } from './cloudwatch/open-cloudwatch.ts';
import { openTables } from './dynamodb/open-tables.ts';
import { readRequest } from './read-request.ts';

/** A running endpoint. */
export type AwsEndpoint = {
  /** For `AWS_ENDPOINT_URL`. */
  readonly url: string;
  readonly server: Server;
  /** Answers one request; for servers of one's own. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** How often each IAM action (`ec2:DescribeSubnets`) was called, refused calls too. */
  readonly calls: () => Record<string, number>;
  /** Takes in what functions write, and looks at alarms when told to. */
  readonly cloudWatch: CloudWatch;
  readonly close: () => Promise<void>;
};

/**
 * Answers for a world over the wire, so that real AWS clients with `AWS_ENDPOINT_URL` can talk to it. Listens on 127.0.0.1
 * and a free port, unless told otherwise; rejects when it cannot.
 */
export async function startAwsEndpoint(
  sources: AwsEndpointSources,
  listen: { readonly host?: string; readonly port?: number } = {},
): Promise<AwsEndpoint> {
  const counts = new Map<string, number>();
  const clock = sources.clock ?? { now: Date.now, scale: 1 };
  const cloudWatch = openCloudWatch(clock, (message) => sources.received?.(message));
  const tables = openTables(sources.tables ?? []);
  const count = (action: string) => void counts.set(action, (counts.get(action) ?? 0) + 1);
  const handle = (request: IncomingMessage, response: ServerResponse) =>
    void readRequest(request)
      .then((read) => answerRequest(read, { sources, cloudWatch, tables, count }))
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  const server = createServer(handle);
  await listening(server, listen.host ?? '127.0.0.1', listen.port ?? 0);
  return {
    url: urlOf(server.address() as AddressInfo),
    server,
    handle,
    calls: () => Object.fromEntries(counts),
    cloudWatch,
    close: () => closed(server),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Clients keep their connections open; they are cut, or closing would wait for them. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
