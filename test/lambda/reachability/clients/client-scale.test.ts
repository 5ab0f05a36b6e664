import { expect, it } from 'vitest';
import { known } from '../../../../lambda/model/fact.ts';
import type { SecurityGroupRule } from '../../../../lambda/model/inventory.ts';
import { clientPathsToNodes } from '../../../../lambda/reachability/clients/client-paths-to-nodes.ts';
import { rule, smallInventory, subnet } from '../small-inventory.ts';
import { balancer, listening } from './balancer.ts';

const BALANCERS = 50;
const RULES = 60;

it('reads the rules of many load balancers a few times, however many zones and listeners they have', () => {
  let reads = 0;
  const get = (of: SecurityGroupRule, key: string | symbol) => {
    reads += 1;
    return Reflect.get(of, key);
  };
  const rules = Array.from({ length: BALANCERS * RULES }, (_, index) =>
    rule(`sgr-${index}`, `sg-${index % BALANCERS}`, 'in', 'tcp', 443, `10.${index % RULES}.0.0/16`),
  ).map((one) => new Proxy(one, { get }));
  const zones = ['a', 'b', 'c'].map((zone) => ({ zone, subnetId: `subnet-${zone}` }));
  const inventory = smallInventory({
    ...listening([80, 443]),
    subnets: known(zones.map(({ subnetId }, index) => subnet(subnetId, `10.0.${index}.0/24`))),
    securityGroupRules: known(rules),
  });
  const decisions = Array.from({ length: BALANCERS }, (_, index) => {
    const paths = clientPathsToNodes(inventory, { ...balancer, zones, securityGroups: [`sg-${index}`] }, null);
    const hops = paths.known ? paths.value.flatMap((path) => path.hops) : [];
    return hops.filter(({ kind }) => kind === 'security-group-ingress').map(({ decision }) => decision);
  });
  expect(decisions).toEqual(Array(BALANCERS).fill(['deny', 'allow', 'deny', 'allow', 'deny', 'allow']));
  expect(reads).toBeLessThan(BALANCERS * RULES * 40);
});
