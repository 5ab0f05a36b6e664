import { isIP } from 'node:net';

/** The bits of an address of IPv4 or IPv6 as one number, which is the same in whatever way the address is written. */
export function addressBits(address: string): bigint {
  if (isIP(address) === 4) return joined(address.split('.').map(BigInt), 8n);
  const [first = [], last = []] = address.split('::').map(groupsOf);
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => 0n);
  return joined([...first, ...zeros, ...last], 16n);
}

function joined(parts: readonly bigint[], bits: bigint): bigint {
  return parts.reduce((sum, part) => (sum << bits) + part, 0n);
}

/** The last 32 bits may be written as IPv4. */
function groupsOf(text: string): readonly bigint[] {
  return text
    .split(':')
    .filter(Boolean)
    .flatMap((group) => {
      if (!group.includes('.')) return [BigInt(`0x${group}`)];
      const bits = addressBits(group);
      return [bits >> 16n, bits & 0xffffn];
    });
}
