import { describe, expect, it } from 'vitest';
import { whyNotDialable } from '../../../lambda/probe/dialable.ts';
import { dialableRanges } from '../../../lambda/probe/dialable-ranges.ts';

const ranges = dialableRanges({
  ORIGIN_DOCTOR_CIDRS: '10.0.0.0/16, 10.1.2.3, fd12:3456::/64',
  ORIGIN_DOCTOR_PORTS: '80, 443, 1024-65535',
});
const everything = dialableRanges({ ORIGIN_DOCTOR_CIDRS: '0.0.0.0/0,::/0', ORIGIN_DOCTOR_PORTS: '1-65535' });

it.each([
  ['10.0.0.0', 80],
  ['10.0.255.255', 443],
  ['10.1.2.3', 1024],
  ['::ffff:10.0.1.5', 65_535],
  ['::ffff:a00:105', 8080],
  ['fd12:3456::9', 80],
])('%s port %i may be dialled', (address, port) => {
  expect(whyNotDialable(address, port, ranges)).toBeNull();
});

it.each([
  ['10.1.2.4', 80, '10.1.2.4 lies outside the allowed ranges 10.0.0.0/16, 10.1.2.3, fd12:3456::/64'],
  ['::ffff:10.1.2.4', 80, 'outside the allowed ranges'],
  ['fd12:3456:0:1::9', 80, 'outside the allowed ranges'],
  ['::a00:105', 80, 'outside the allowed ranges'],
  ['10.0.1.5', 81, 'port 81 of 10.0.1.5 lies outside the allowed ports 80, 443, 1024-65535'],
  ['10.0.1.5', 1023, 'outside the allowed ports'],
  ['10.0.1.5', 0, 'port 0 is not a whole number from 1 to 65535'],
  ['10.0.1.5', 65_536, 'port 65536 is not'],
  ['10.0.1.5', 80.5, 'port 80.5 is not'],
  ['10.0.1.5', Number.NaN, 'port NaN is not'],
  ['localhost', 80, '"localhost" is not a literal IPv4 or IPv6 address'],
  ['', 80, '"" is not a literal'],
  ['10.0.1', 80, 'not a literal'],
  ['010.0.1.5', 80, 'not a literal'],
  ['0x0a000105', 80, 'not a literal'],
  ['10.0.1.5 ', 80, 'not a literal'],
  ['10.0.1.5/32', 80, 'not a literal'],
  ['fd12:3456::9%eth0', 80, 'not a literal'],
  ['[fd12:3456::9]', 80, 'not a literal'],
])('%s port %d may not be dialled', (address, port, reason) => {
  expect(whyNotDialable(address, port, ranges)).toContain(reason);
});

describe.each([
  ['where every range is allowed', everything],
  ['where no range was given', null],
])('special addresses are refused %s', (_, allowed) => {
  it.each([
    ['0.0.0.0', '0.0.0.0/8'],
    ['0.1.2.3', '0.0.0.0/8'],
    ['127.0.0.1', '127.0.0.0/8 (loopback)'],
    ['127.255.255.254', '127.0.0.0/8'],
    ['169.254.169.254', '169.254.0.0/16 (link-local, instance metadata)'],
    ['169.254.170.2', '169.254.0.0/16'],
    ['224.0.0.1', '224.0.0.0/4'],
    ['239.255.255.250', '224.0.0.0/4'],
    ['255.255.255.255', '255.255.255.255/32 (broadcast)'],
    ['::', '::/128'],
    ['::1', '::1/128'],
    ['0:0:0:0:0:0:0:1', '::1/128'],
    ['fe80::1', 'fe80::/10'],
    ['febf::1', 'fe80::/10'],
    ['ff02::1', 'ff00::/8'],
    ['fd00:ec2::254', 'fd00:ec2::/32 (instance metadata)'],
    ['::ffff:127.0.0.1', '127.0.0.0/8'],
    ['::ffff:7f00:1', '127.0.0.0/8'],
    ['::ffff:169.254.169.254', '169.254.0.0/16'],
    ['::127.0.0.1', '::/96 (IPv4-compatible), carrying 127.0.0.0/8'],
    ['::ffff:0:169.254.169.254', '::ffff:0:0:0/96'],
    ['64:ff9b::169.254.169.254', '64:ff9b::/96 (NAT64), carrying 169.254.0.0/16'],
    ['64:ff9b::7f00:1', '64:ff9b::/96 (NAT64), carrying 127.0.0.0/8'],
    ['64:ff9b:1::127.0.0.1', '64:ff9b:1::/48'],
    ['2002:7f00:1::', '2002::/16 (6to4), carrying 127.0.0.0/8'],
    ['2002:a9fe:a9fe::1', '2002::/16 (6to4), carrying 169.254.0.0/16'],
  ])('%s', (address, range) => {
    expect(whyNotDialable(address, 80, allowed)).toContain(`${address} lies in ${range}`);
  });

  it.each([
    '1.0.0.1',
    '126.0.0.1',
    '169.253.1.1',
    '223.1.1.1',
    '64:ff9b::10.0.1.5',
    '2002:a00:105::1',
    '::10.0.1.5',
    'fd00:ec3::1',
    'fec0::1',
  ])('but not %s', (address) => {
    expect(whyNotDialable(address, 80, allowed)).toBeNull();
  });
});

describe('the environment', () => {
  const good = { ORIGIN_DOCTOR_CIDRS: '10.0.0.0/16', ORIGIN_DOCTOR_PORTS: '80' };

  it.each([
    ['ORIGIN_DOCTOR_CIDRS', undefined, 'ORIGIN_DOCTOR_CIDRS is not set'],
    ['ORIGIN_DOCTOR_CIDRS', ' ', 'ORIGIN_DOCTOR_CIDRS is not set'],
    ['ORIGIN_DOCTOR_CIDRS', '10.0.0.0/16,', 'ORIGIN_DOCTOR_CIDRS holds ""'],
    ['ORIGIN_DOCTOR_CIDRS', '10.0.0.0/33', 'ORIGIN_DOCTOR_CIDRS holds "10.0.0.0/33"'],
    ['ORIGIN_DOCTOR_CIDRS', '*', 'ORIGIN_DOCTOR_CIDRS holds "*"'],
    ['ORIGIN_DOCTOR_PORTS', undefined, 'ORIGIN_DOCTOR_PORTS is not set'],
    ['ORIGIN_DOCTOR_PORTS', '', 'ORIGIN_DOCTOR_PORTS is not set'],
    ['ORIGIN_DOCTOR_PORTS', '80,,443', 'ORIGIN_DOCTOR_PORTS holds ""'],
    ['ORIGIN_DOCTOR_PORTS', '0', 'ORIGIN_DOCTOR_PORTS holds "0"'],
    ['ORIGIN_DOCTOR_PORTS', '80-', 'ORIGIN_DOCTOR_PORTS holds "80-"'],
    ['ORIGIN_DOCTOR_PORTS', '443-80', 'ORIGIN_DOCTOR_PORTS holds "443-80"'],
    ['ORIGIN_DOCTOR_PORTS', '1-65536', 'ORIGIN_DOCTOR_PORTS holds "1-65536"'],
    ['ORIGIN_DOCTOR_PORTS', '*', 'ORIGIN_DOCTOR_PORTS holds "*"'],
  ])('%s=%s is an error', (name, value, message) => {
    expect(() => dialableRanges({ ...good, [name]: value })).toThrow(message);
  });
});
