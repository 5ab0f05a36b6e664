import { expect, it } from 'vitest';
import { unknown } from '../../../../lambda/model/fact.ts';
import { whyNoAddress } from '../../../../lambda/reachability/way/why-no-address.ts';
import { balanced } from './balanced.ts';

it.each([
  ['10.0.1.5', null],
  ['2001:db8::5', null],
  ['i-app', /an address is wanted: 10\.0\.1\.5:80\./],
  ['eni-app', /10\.0\.1\.5:80/],
  ['inner', /10\.0\.0\.7:80 or 10\.0\.2\.7:80/],
  ['inner.example.com', /10\.0\.0\.7:80 or 10\.0\.2\.7:80/],
  ['shop.example.org', /is a name.*look it up first/],
  ['10.0.1.300', /is no IPv4 address/],
  ['10.0.1', /is no IPv4 address/],
  ['2001:db8::5::1', /is no IPv6 address/],
])('%s', (host, why) => {
  const said = whyNoAddress(balanced(), host, 80);
  if (why === null) expect(said).toBeNull();
  else expect(said).toMatch(why);
});

it('suggests nothing where interfaces are not known', () => {
  const blind = balanced({ changes: { networkInterfaces: unknown('forbidden', 'no') } });
  expect(whyNoAddress(blind, 'i-app', 80)).toMatch(/look it up first/);
});
