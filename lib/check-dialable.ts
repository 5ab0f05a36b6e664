import { isIP } from 'node:net';
import { Token } from 'aws-cdk-lib';
import { wrongProperty } from './wrong-property.ts';

/**
 * Throws where a range of addresses or ports is malformed, or is all addresses there are: probers are for the
 * load balancers' targets, not for the internet. Tokens pass; the prober checks what they have become.
 */
export function checkDialable(addresses: readonly string[], ports: readonly string[]): void {
  if (addresses.length === 0) {
    throw wrongProperty(
      'dialable.addresses',
      addresses,
      'at least one range, or vpcCidrs of each load balancer and watch',
    );
  }
  if (ports.length === 0) throw wrongProperty('dialable.ports', ports, PORTS);
  for (const range of addresses) if (!isRange(range)) throw wrongProperty('dialable.addresses', range, ADDRESSES);
  for (const range of ports) if (!isPortRange(range)) throw wrongProperty('dialable.ports', range, PORTS);
}

const ADDRESSES = 'a range of addresses other than all of them, as in 10.0.0.0/16 or fd12:3456::/64';
const PORTS = 'ports from 1 to 65535 and ranges of them, as in 443 or 8000-8999';

function isRange(text: string): boolean {
  if (Token.isUnresolved(text)) return true;
  const [, address = '', prefix = ''] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(prefix) >= 1 && Number(prefix) <= (family === 4 ? 32 : 128);
}

function isPortRange(text: string): boolean {
  const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  return first !== '' && Number(first) >= 1 && Number(first) <= Number(last) && Number(last) <= 65_535;
}
