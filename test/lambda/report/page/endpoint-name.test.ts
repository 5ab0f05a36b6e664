import { expect, it } from 'vitest';
import { endpointName } from '../../../../lambda/report/page/endpoint-name.ts';
import { judged, reported } from '../situation.ts';

const [endpoint] = reported([judged()]).endpoints;

it.each([
  [{}, 'web-1 (i-0a11) at 10.0.1.5:8080'],
  [{ target: { id: 'i-0a11', port: 80, name: null } }, 'i-0a11 at 10.0.1.5:8080'],
  [{ target: { id: '10.0.1.5', port: 80, name: null } }, '10.0.1.5:8080'],
  [{ target: { id: '10.0.1.5', port: 80, name: 'web-1' } }, 'web-1 at 10.0.1.5:8080'],
  [{ address: '2001:db8::5' }, 'web-1 (i-0a11) at [2001:db8::5]:8080'],
  [{ address: null }, 'web-1 (i-0a11), port 8080, address not known'],
  [{ address: null, target: { id: 'i-0a11', port: 80, name: null } }, 'i-0a11, port 8080, address not known'],
  [
    { address: null, dialled: false, target: { id: 'arn:aws:x:r:1:loadbalancer/app/inner/9', port: 80, name: null } },
    'load balancer inner, port 8080',
  ],
  [{ purpose: 'health-check', port: 9000 }, 'web-1 (i-0a11) at 10.0.1.5:9000, its health check port'],
] as const)('%o is %s', (changes, name) => {
  expect(endpoint === undefined ? '' : endpointName({ ...endpoint, ...changes })).toBe(name);
});
