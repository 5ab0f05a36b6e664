import fc from 'fast-check';
import { expect, it } from 'vitest';
import { configOf } from '../../../bin/init/config-of.ts';
import { hasRoom } from '../../../bin/init/has-room.ts';
import { proberCount } from '../../../bin/prober-count.ts';
import { checkRoom } from '../../../lib/checks/check-room.ts';
import { readConfig } from '../../../lib/config/read-config.ts';
import { arnOf, balancer, configWith, deployment, entry, many, OTHER_VPC, seen, US, VPC, watch } from './account.ts';

const names = fc.uniqueArray(fc.constantFrom(...many(70)), { maxLength: 70 });
const balancers = names.map((list) =>
  list.map((name, index) =>
    balancer(name, {
      vpcId: index % 3 === 0 ? OTHER_VPC : VPC,
      arn: arnOf(name, 1 + (index % 2)),
      securityGroups: [`sg-0${index % 5}`],
    }),
  ),
);
const before = fc.tuple(names, names, fc.boolean()).map(([first, second, hasWatch]) => {
  const parts = [first, second.filter((name) => !first.includes(name))];
  const own = parts.map((list, index) =>
    deployment(list, { name: `p${index}`, ...(hasWatch ? { watches: [watch(`w${index}`)] } : {}) }),
  );
  return configWith([US, ...own.filter((one) => one.loadBalancers.length > 0 || one.watches !== undefined)]);
});

it('each load balancer that was seen is there once, every deployment has room, and nothing else is lost', () => {
  fc.assert(
    fc.property(before, balancers, fc.boolean(), (had, found, isWhole) => {
      fc.pre(found.length > 0);
      const now = { ...seen(found), ...(isWhole ? {} : { there: null }) };
      const after = configOf(now, had);
      const arns = after.deployments.flatMap((one) => one.loadBalancers.map(({ arn }) => arn));
      expect(found.filter(({ arn }) => arns.filter((one) => one === arn).length !== 1)).toEqual([]);
      expect(after.deployments.filter((one) => !hasRoom(one, undefined))).toEqual([]);
      expect(after.deployments[0]).toEqual(US);
      expect(after.deployments.flatMap(({ watches = [] }) => watches)).toEqual(
        had.deployments.flatMap(({ watches = [] }) => watches),
      );
      expect(readConfig(JSON.stringify(after), 'it')).toEqual(after);
      expect(configOf(now, after)).toEqual(after);
    }),
    { numRuns: 60 },
  );
});

it.each([1, 57, 58])('%i load balancers: there is room where synthesis finds it', (count) => {
  for (const zones of [1, 8]) {
    const subnets = Array.from({ length: zones }, (_, index) => ({ id: `subnet-0${index}`, zone: 'eu-west-1a' }));
    const its = many(count).map((name, index) => entry(name, { subnets, securityGroups: [`sg-${index}`] }));
    const one = deployment([], { loadBalancers: its });
    const size = { loadBalancers: count, watches: 0, probers: proberCount(one, 'load-balancer') };
    expect(hasRoom(one, undefined)).toBe(doesNotThrow(() => checkRoom(size)));
  }
});

function doesNotThrow(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
