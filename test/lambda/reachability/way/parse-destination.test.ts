import { expect, it } from 'vitest';
import { parseDestination } from '../../../../lambda/reachability/way/parse-destination.ts';

it.each([
  ['10.0.1.5:443', '10.0.1.5', 443],
  ['10.0.1.5:1', '10.0.1.5', 1],
  ['10.0.1.5:65535', '10.0.1.5', 65535],
  ['[2001:db8::5]:443', '2001:db8::5', 443],
  ['i-0abc:80', 'i-0abc', 80],
])('%s', (text, host, port) => {
  expect(parseDestination(text)).toEqual({ host, port });
});

it.each([
  ['10.0.1.5', /has no port.*ADDR:PORT/],
  ['10.0.1.5:', /"" is no port/],
  ['10.0.1.5:0', /"0" is no port.*1 to 65535/],
  ['10.0.1.5:65536', /"65536" is no port/],
  ['10.0.1.5:-1', /"-1" is no port/],
  ['10.0.1.5:http', /"http" is no port/],
  ['10.0.1.5: 80', /" 80" is no port/],
  [':80', /has no address/],
  ['[]:80', /has no address/],
  ['', /has no address/],
  ['[2001:db8::5]', /has no port/],
  ['2001:db8::5', /no port, or no brackets/],
  ['2001:db8:0:0:0:0:0:5:443', /IPv6 address without brackets.*\[2001:db8::5\]:443/],
])('%s is refused', (text, problem) => {
  expect(parseDestination(text)).toEqual({ problem: expect.stringMatching(problem) });
});
