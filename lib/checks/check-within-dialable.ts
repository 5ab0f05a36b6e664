import { BlockList, isIP } from 'node:net';
import { Token } from 'aws-cdk-lib';
import { CfnVPC } from 'aws-cdk-lib/aws-ec2';
import { builtResource } from '../built-resource.ts';
import type { Watch } from '../watch-props.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { isRange } from './is-range.ts';
import { whyNoRange } from './why-no-range.ts';
import { wrongProperty } from './wrong-property.ts';

/** What probers may dial: ranges of addresses and of ports, each well formed or a token. */
export type Dialable = { readonly addresses: readonly string[]; readonly ports: readonly string[] };

/**
 * Throws where a watch leads to an address or a port that its probers would refuse to dial. What a name or an id stands for is
 * known when it is dialled, and what a token stands for when it is deployed: of these nothing is said here.
 */
export function checkWithinDialable(watches: readonly Watch[], { addresses, ports }: Dialable): void {
  const ranges = addresses.map(toldRange);
  for (const { name, to } of watches) {
    const allowed = isIP(to.host) === 0 ? null : whyNotDialled(to.host, ranges);
    if (allowed !== null) throw wrongProperty(`watch "${name}": to.host`, to.host, allowed);
    if (isClosed(to.port, ports)) {
      throw wrongProperty(`watch "${name}": to.port`, to.port, within('ports', ports, String(to.port)));
    }
  }
}

/** The range that the app gives its VPC is known before AWS has it. */
function toldRange(range: string): string {
  const vpc = builtResource(range);
  const isOfVpc = vpc instanceof CfnVPC && vpc.attrCidrBlock === range;
  return isOfVpc && vpc.cidrBlock !== undefined && isRange(vpc.cidrBlock) ? vpc.cidrBlock : range;
}

/** What is allowed instead of this address; null where it may be dialled. Some never are, whatever the ranges hold. */
function whyNotDialled(address: string, ranges: readonly string[]): string | null {
  const itself = `${address}/${isIP(address) === 4 ? 32 : 128}`;
  return whyNoRange(itself) ?? (isOutside(address, ranges) ? within('addresses', ranges, itself) : null);
}

function within(which: keyof Dialable, ranges: readonly string[], missing: string): string {
  return `one within ${ranges.join(', ')}; for more set dialable.${which} to ${JSON.stringify([...ranges, missing])}`;
}

function isOutside(host: string, ranges: readonly string[]): boolean {
  const family = familyOf(host);
  if (family === null || ranges.some(isYetUnknown)) return false;
  const held = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix = ''] = range.split('/');
    held.addSubnet(address, Number(prefix), familyOf(address) ?? 'ipv4');
  }
  return !held.check(host, family);
}

function isYetUnknown(range: string): boolean {
  return Token.isUnresolved(range) || isPlaceholder(range);
}

function familyOf(text: string): 'ipv4' | 'ipv6' | null {
  return ({ 4: 'ipv4', 6: 'ipv6' } as const)[isIP(text)] ?? null;
}

function isClosed(port: number, ranges: readonly string[]): boolean {
  if (Token.isUnresolved(port) || ranges.some((range) => Token.isUnresolved(range))) return false;
  return !ranges.some((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return Number(first) <= port && port <= Number(last);
  });
}
