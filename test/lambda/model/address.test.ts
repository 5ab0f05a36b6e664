import { BlockList, isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlaps, parseAddress, parseCidr } from '../../../lambda/model/address.ts';

const cidr = (text: string) => {
  const parsed = parseCidr(text);
  if (parsed === null) throw new Error(`${text} is no CIDR`);
  return parsed;
};

describe('parseAddress', () => {
  it.each([
    ['0.0.0.0', 4, 0n],
    ['255.255.255.255', 4, 0xffffffffn],
    ['10.0.1.5', 4, 0x0a000105n],
    ['::', 6, 0n],
    ['::1', 6, 1n],
    ['2001:db8::1', 6, 0x20010db8000000000000000000000001n],
    ['1:2:3:4:5:6:7:8', 6, 0x00010002000300040005000600070008n],
    ['::ffff:10.0.1.5', 4, 0x0a000105n],
    ['::ffff:a00:105', 4, 0x0a000105n],
  ] as const)('reads %s', (text, family, value) => {
    expect(parseAddress(text)).toEqual({ family, value });
  });

  it.each([
    '',
    ' 10.0.0.1',
    '10.0.0',
    '10.0.0.256',
    '010.0.0.1',
    '1:2',
    ':1',
    '1::2::3',
    'g::',
    'fe80::1%eth0',
    '1.2.3.4::',
    'example.com',
    '1:2:3:4:5:6:7:8:9',
  ])('refuses %j', (text) => expect(parseAddress(text)).toBeNull());

  it('agrees with node:net on what an address is', () => {
    const texts = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(texts, (text) => (parseAddress(text) !== null) === (isIP(text) !== 0 && !text.includes('%'))),
    );
  });
});

describe('contains', () => {
  it('agrees with net.BlockList', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), fc.ipV4(), (network, prefix, address) => {
        const list = new BlockList();
        list.addSubnet(network, prefix, 'ipv4');
        return contains(cidr(`${network}/${prefix}`), cidr(address)) === list.check(address, 'ipv4');
      }),
    );
  });

  it.each([
    ['10.0.0.0/16', '10.0.1.0/24', true],
    ['10.0.1.0/24', '10.0.0.0/16', false],
    ['0.0.0.0/0', '::/0', false],
    ['::ffff:10.0.0.0/104', '10.1.2.3', true],
    ['2001:db8::/32', '2001:db8:1::/48', true],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(contains(cidr(outer), cidr(inner))).toBe(expected);
    expect(overlaps(cidr(inner), cidr(outer))).toBe(expected || contains(cidr(inner), cidr(outer)));
  });
});

describe('parseCidr', () => {
  it('clears host bits and takes a bare address as a range of one', () => {
    expect(cidr('10.0.1.5/24')).toEqual(cidr('10.0.1.0/24'));
    expect(cidr('10.0.1.5').prefix).toBe(32);
  });

  it.each(['10.0.0.0/33', '::/129', '10.0.0.0/', '10.0.0.0/08', '10.0.0.0/8/8', '/8'])('refuses %j', (text) => {
    expect(parseCidr(text)).toBeNull();
  });
});
