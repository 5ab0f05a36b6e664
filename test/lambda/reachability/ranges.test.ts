import { BlockList } from 'node:net';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { contains, overlaps, parseAddress, parseCidr } from '../../../lambda/model/address.ts';
import { inSpan } from '../../../lambda/reachability/in-span.ts';
import { readSpan } from '../../../lambda/reachability/read-span.ts';

describe('ranges agree with net.BlockList and ipaddr.js', () => {
  const v4 = fc.ipV4();
  const v6 = fc.ipV6().filter((text) => parseAddress(text)?.family === 6);
  const cases = fc.oneof(
    fc.tuple(v4, fc.integer({ min: 0, max: 32 }), v4, fc.constant('ipv4' as const)),
    fc.tuple(v6, fc.integer({ min: 0, max: 128 }), v6, fc.constant('ipv6' as const)),
  );
  /** Addresses near a range's borders, where mistakes live: the range's own address with low bits changed. */
  const near = (text: string, bits: number) => {
    const address = parseAddress(text);
    return address === null ? text : spelled(address.value ^ BigInt(bits), address.family);
  };

  it('on what they contain', () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 1023 }), ([net, prefix, other, family], bits) => {
        const list = new BlockList();
        list.addSubnet(net, prefix, family);
        const addresses = [other, near(net, bits)];
        const expected = addresses.map((address) => list.check(address, family));
        expect(
          addresses.map((address) => ipaddr.parse(inFull(address)).match(ipaddr.parseCIDR(`${inFull(net)}/${prefix}`))),
        ).toEqual(expected);
        expect(addresses.map((address) => holds(`${net}/${prefix}`, address))).toEqual(
          expected.map((one) => [one, one, one]),
        );
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether a range holds an address, by each of our ways to ask. */
function holds(range: string, address: string): boolean[] {
  const [outer, inner, span] = [parseCidr(range), parseCidr(address), readSpan(range)];
  if (outer === null || inner === null || span === null) throw new Error(`${range} and ${address} are addresses`);
  return [contains(outer, inner), inSpan(span, inner), overlaps(outer, inner)];
}

/** An address in full, which both sides read. */
function spelled(value: bigint, family: 4 | 6): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  return [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map((shift) => ((value >> shift) & 0xffffn).toString(16)).join(':');
}

/**
 * For ipaddr.js, which takes `::1.2.3.4` (RFC 4291, 2.5.5.1) for the mapped `::ffff:1.2.3.4` of 2.5.5.2; Node and we do not.
 * Node gets every address as it was spelled.
 */
function inFull(text: string): string {
  const address = parseAddress(text);
  return address === null ? text : spelled(address.value, address.family);
}
