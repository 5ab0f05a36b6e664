import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came, its body read and unpacked. */
export type WireRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};
