import { Token } from 'aws-cdk-lib';
import { checkRanges } from './check-ranges.ts';
import { checkTexts } from './check-texts.ts';
import { isPortRange } from './is-port-range.ts';
import { wrongProperty } from './wrong-property.ts';

/** Throws where a range of addresses or ports may not be dialled, or there is none. Tokens pass; the prober reads what they become. */
export function checkDialable(addresses: readonly string[], ports: readonly string[]): void {
  checkRanges('dialable.addresses', addresses);
  if (addresses.length === 0) {
    const allowed =
      'at least one range, or vpcCidrs of each load balancer and watch: an imported VPC does not always tell its own';
    throw wrongProperty('dialable.addresses', addresses, allowed);
  }
  checkTexts('dialable.ports', ports, PORTS);
  if (ports.length === 0) throw wrongProperty('dialable.ports', ports, PORTS);
  for (const range of ports) {
    if (!Token.isUnresolved(range) && !isPortRange(range)) throw wrongProperty('dialable.ports', range, PORTS);
  }
}

const PORTS = 'texts of ports from 1 to 65535 and ranges of them, as in 443 or 8000-8999';
