import type { WayEnd } from '../../model/way.ts';

/** A registered target as a person would say it: `web-a (i-0abc) at 10.0.1.5:8080`. */
export function targetWords({ id, name, address, port }: WayEnd): string {
  const called = name === null ? id : `${name} (${id})`;
  if (address === null) return `${called}, port ${port}, address not known`;
  const dialled = `${address.includes(':') ? `[${address}]` : address}:${port}`;
  if (id === address) return name === null ? dialled : `${name} at ${dialled}`;
  return `${called} at ${dialled}`;
}
