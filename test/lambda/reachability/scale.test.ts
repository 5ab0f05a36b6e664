import { expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import { destinationOf } from '../../../lambda/reachability/destination-of.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { stationAt } from '../../../lambda/reachability/station-at.ts';
import { networkInterface, rule, smallInventory, subnet } from './small-inventory.ts';

const INTERFACES = 5000;
const GROUPS = 2000;

/** Counts how often anything of a list's items is read. */
function counted<T extends object>(items: readonly T[], count: () => void): T[] {
  const get = (of: T, key: string | symbol) => {
    count();
    return Reflect.get(of, key);
  };
  return items.map((item) => new Proxy(item, { get }));
}

it('indexes a large account once, and then judges path after path without reading it anew', () => {
  let reads = 0;
  const count = () => {
    reads += 1;
  };
  const interfaces = Array.from({ length: INTERFACES }, (_, index) =>
    networkInterface(`n${index}`, `subnet-${index >> 8}`, `10.0.${index >> 8}.${index & 255}`, [
      `sg-${index % GROUPS}`,
    ]),
  );
  const rules = Array.from({ length: GROUPS }, (_, index) => [
    rule(`sgr-in-${index}`, `sg-${index}`, 'in', 'tcp', 8080, `sg-${(index + 1) % GROUPS}`),
    rule(`sgr-out-${index}`, `sg-${index}`, 'out', '-1', null, '0.0.0.0/0'),
  ]).flat();
  const inventory = smallInventory({
    subnets: known(Array.from({ length: 20 }, (_, index) => subnet(`subnet-${index}`, `10.0.${index}.0/24`))),
    securityGroups: known(
      Array.from({ length: GROUPS }, (_, index) => ({
        id: `sg-${index}`,
        name: `g${index}`,
        vpcId: 'vpc-1',
        ownerId: '1',
      })),
    ),
    securityGroupRules: known(counted(rules, count)),
    networkInterfaces: known(counted(interfaces, count)),
  });
  const judge = (index: number) => {
    const source = stationAt(inventory, `10.0.1.${index}`, 'vpc-1');
    const destination = source === null ? null : destinationOf(inventory, source, `10.0.9.${index}`);
    if (source === null || destination === null) throw new Error('both are addresses');
    return judgePath(inventory, {
      source,
      destination,
      protocol: 'tcp',
      port: 8080,
      sourcePorts: { from: 1024, to: 65535 },
    }).verdict;
  };
  expect(judge(5)).toBe('deny');
  const first = reads;
  expect(first).toBeLessThan((INTERFACES + 2 * GROUPS) * 30);
  for (let index = 6; index < 206; index += 1) judge(index);
  expect(reads - first).toBeLessThan(200 * 100);
}, 60_000);
