import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../lambda/model/address.ts';
import { specialAddress } from '../../lambda/probe/special-address.ts';
import { isRange } from '../../lib/checks/is-range.ts';
import { isTooMuch } from '../../lib/checks/is-too-much.ts';
import { whyNoRange } from '../../lib/checks/why-no-range.ts';
import { alb, doctorStack } from './doctor-stack.ts';

it.each([
  ['10.0.0.0/16', true],
  ['0.0.0.0/0', true],
  ['::/0', true],
  ['fd12:3456::/64', true],
  ['10.0.0.0/33', false],
  ['10.0.0.0/016', false],
  ['fd12::/129', false],
  ['10.0.0/16', false],
  ['...../1', false],
  ['/99', false],
  ['everyone', false],
  ['10.0.0.0', false],
])('%s: a range is %s', (text, expected) => {
  expect(isRange(text)).toBe(expected);
});

describe('of a VPC, or of what is dialled', () => {
  it.each([
    ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '198.51.100.7/32', 'fd00::/8', 'fc00::/8'],
    ...['2001:db8::/32', '2600:1f18::/56', '1.2.3.4/5'],
  ])('%s may stand', (range) => {
    expect(whyNoRange(range)).toBeNull();
  });

  it.each([...['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/7', '::/0', '2000::/3', '2600::/12']])(
    '%s is too large',
    (range) => {
      expect(whyNoRange(range)).toMatch('of /8 or longer');
    },
  );

  it.each([
    ...['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '169.254.169.254/32', '224.0.0.0/4', '239.1.0.0/16'],
    ...['::1/128', 'fe80::/10', 'fe80::/64', 'fd00:ec2::/32', 'fd00:ec2::254/128', 'ff00::/8', '::ffff:10.0.0.0/104'],
  ])('%s is never dialled', (range) => {
    expect(whyNoRange(range)).toMatch('which probers never dial');
  });

  it.each(['10.0.0.0', 'everyone', '/16', '10.0.0.0/33'])('%s is none', (range) => {
    expect(whyNoRange(range)).toMatch('a range of addresses, as in');
  });

  it('is refused where the prober would refuse each of its addresses, and nowhere else', () => {
    const v4 = fc.ipV4().map((text) => [text, 32] as const);
    // Inside other ranges IPv6 carries IPv4 for translators: of these the prober knows more.
    const v6 = fc.ipV6().map((text) => [text, 128] as const);
    const carriesV4 = (text: string) => /IPv4|NAT64|6to4/.test(text);
    fc.assert(
      fc.property(fc.oneof(v4, v6), ([text, prefix]) => {
        const address = parseAddress(text);
        const special = address === null ? null : specialAddress(address);
        fc.pre(address !== null && !text.includes('%') && !(special !== null && carriesV4(special)));
        fc.pre(prefix === 32 || address?.family === 6);
        expect(whyNoRange(`${text}/${prefix}`) !== null).toBe(special !== null);
      }),
    );
  });
});

it.each([
  [['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fd00::/8'], false],
  [Array.from({ length: 16 }, (_, index) => `${index + 1}.0.0.0/8`), false],
  [Array.from({ length: 17 }, (_, index) => `${index + 1}.0.0.0/8`), true],
  [Array.from({ length: 17 }, () => '10.0.0.0/8'), false],
])('%j together: too much is %s', (ranges, expected) => {
  expect(isTooMuch(ranges)).toBe(expected);
});

it.each([
  ['what probers dial', { dialable: { addresses: Array.from({ length: 20 }, (_, index) => `${index + 1}.0.0.0/8`) } }],
  ['a VPC', { loadBalancers: [{ ...alb, vpcCidrs: ['0.0.0.0/1', '128.0.0.0/1'] }] }],
])('ranges of %s are held to it', (_, props) => {
  expect(() => doctorStack(props)).toThrow(/^OriginDoctor: (?:dialable\.addresses|loadBalancers\[0\]\.vpcCidrs) is /);
});
