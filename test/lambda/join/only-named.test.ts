import { describe, expect, it } from 'vitest';
import { onlyNamed } from '../../../lambda/join/only-named.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import { ALB, balanced, balancer, GROUP, LISTENER, NLB } from '../reachability/way/balanced.ts';

const orphan = 'arn:orphan';
const first = balanced({ rules: [] });
const groups = first.targetGroups.known ? first.targetGroups.value : [];
const inventory = {
  ...first,
  loadBalancers: [...first.loadBalancers, balancer(ALB, 'web', 'application', [])],
  targetGroups: known([
    ...groups,
    ...groups.map((one) => ({ ...one, arn: orphan, loadBalancerArns: [] })),
    ...groups.map((one) => ({ ...one, arn: 'arn:unread', loadBalancerArns: [] })),
  ]),
  listeners: { ...first.listeners, [ALB]: unknown('forbidden', 'no') },
  targetHealth: { ...first.targetHealth, [orphan]: known([]), 'arn:unread': unknown('not-found', 'no') },
};

function kept(names: readonly string[]) {
  const { loadBalancers, targetGroups, listeners, rules, targetHealth } = onlyNamed(inventory, names);
  return {
    balancers: loadBalancers.map(({ name }) => name),
    groups: targetGroups.known ? targetGroups.value.map(({ arn }) => arn) : [],
    listeners: Object.keys(listeners),
    rules: Object.keys(rules),
    health: Object.keys(targetHealth),
  };
}

describe('of an inventory', () => {
  it.each([
    ['by name', ['inner']],
    ['by ARN', [NLB]],
  ])('what belongs to the load balancers is kept, %s', (_, names) => {
    expect(kept(names)).toEqual({
      balancers: ['inner'],
      groups: [GROUP],
      listeners: [NLB],
      rules: [LISTENER],
      health: [GROUP],
    });
  });

  it('all is kept without names, with groups that no load balancer uses', () => {
    const all = { balancers: ['inner', 'web'], groups: [GROUP, orphan, 'arn:unread'], listeners: [NLB, ALB] };
    expect(kept([])).toMatchObject(all);
  });

  it.each([
    ['iner', /"iner" in the inventory; there are: inner, web\./],
    ['arn:aws:x', /"arn:aws:x" in the inventory; there are: arn:aws/],
  ])('%s is not there', (name, message) => {
    expect(() => onlyNamed(inventory, [name])).toThrow(message);
  });

  it('target groups that are not known stay so', () => {
    const lost = { ...inventory, targetGroups: unknown('forbidden', 'no') };
    expect(onlyNamed(lost, []).targetGroups).toMatchObject({ known: false });
  });
});
