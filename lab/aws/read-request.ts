import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { WireRequest } from './wire-request.ts';

const unpack = promisify(gunzip);

/**
 * Reads a request to its end. The SDK packs bodies of `PutMetricData` from 10 KB on. Rejects when the caller goes away, and
 * for a body that is not what its headers say.
 */
export async function readRequest(message: IncomingMessage): Promise<WireRequest> {
  const body = await buffer(message);
  const { headers, method = 'GET', url = '/' } = message;
  return {
    method,
    url: new URL(url, 'http://endpoint'),
    headers,
    body: headers['content-encoding'] === 'gzip' ? await unpack(body) : body,
  };
}
