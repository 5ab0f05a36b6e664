import { parseAddress } from '../../model/address.ts';

/** `ADDR:PORT` in its parts; `host` is not yet known to be an address. */
export type Destination = { readonly host: string; readonly port: number };

/** What is wrong with a text that was handed in, as sentences that say what is allowed. */
export type Problem = { readonly problem: string };

/** Reads `10.0.1.5:443` or `[2001:db8::5]:443`. Whether the host is an address is for `whyNoAddress` to say. */
export function parseDestination(text: string): Destination | Problem {
  const shape = `Allowed is ADDR:PORT, such as 10.0.1.5:443 or [2001:db8::5]:443.`;
  const bracketed = /^\[([^[\]]*)\](?::(.*))?$/.exec(text);
  if (bracketed === null && parseAddress(text)?.family === 6) {
    return { problem: `"${text}" has no port, or no brackets around its IPv6 address. ${shape}` };
  }
  const [, host = '', port] = bracketed ?? /^(.*?)(?::([^:]*))?$/.exec(text) ?? [];
  if (host === '') return { problem: `"${text}" has no address. ${shape}` };
  if (port === undefined) return { problem: `"${text}" has no port. ${shape}` };
  if (bracketed === null && parseAddress(host)?.family === 6) {
    return { problem: `"${text}" is an IPv6 address without brackets. ${shape}` };
  }
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0;
  if (number < 1 || number > 65535) {
    return { problem: `"${port}" is no port. Allowed are whole numbers from 1 to 65535.` };
  }
  return { host, port: number };
}
