import { isIP } from 'node:net';

/** Whether a text is a range of addresses, as in `10.0.0.0/16`, `0.0.0.0/0` and `fd12:3456::/64`. */
export function isRange(text: string): boolean {
  const [, address = '', prefix = ''] = /^([0-9a-fA-F.:]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(prefix) <= (family === 4 ? 32 : 128);
}
