import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Action, Inventory, Rule } from '../../../lambda/model/inventory.ts';
import type { ResourceSituation } from './situation.ts';
import { changed, saying, world } from './small-world.ts';

const [listener] = Object.values(world.listeners).flatMap((fact) => (fact.known ? fact.value : []));
const [group] = world.targetGroups.known ? world.targetGroups.value : [];

/** What the small world's only listener and only target group are called. */
export const names = { listener: listener?.arn ?? '', group: group?.arn ?? '', owner: listener?.loadBalancerArn ?? '' };

/** Situations in which a load balancer or target group as such is set up wrongly, by the code of the fault. */
export const resourceSituations: Readonly<Record<string, ResourceSituation | Partial<Looked>>> = {
  'load-balancer-not-active': shop(changed({ state: 'provisioning' })),
  'listener-missing': shop(withRule(redirecting('443'))),
  'listener-forwards-nowhere': shop(withRule(forwarding(names.group, 0))),
  'target-group-empty': web({ ...world, targetHealth: { [names.group]: known([]) } }),
  'target-group-unused': web(unused(world)),
  'target-group-failing-open': web(saying(world, 'unhealthy', 'Target.ResponseCodeMismatch')),
  'target-zone-not-enabled': { inventory: withoutZone('eu-west-1a') },
  'target-not-probeable': web(
    saying(
      changed({}, { targetType: 'lambda', protocol: null, port: null, vpcId: null }),
      'unavailable',
      'Target.HealthCheckDisabled',
    ),
  ),
};

/** The small world's load balancer as such. */
export function shop(inventory: Inventory): ResourceSituation {
  return { subject: 'load-balancer', name: 'shop', inventory };
}

/** The small world's target group as such. */
export function web(inventory: Inventory): ResourceSituation {
  return { subject: 'target-group', name: 'web', inventory };
}

/** The small world with a rule for `/api/*` beside its default action. */
export function withRule(action: Action, inventory: Inventory = world): Inventory {
  const rule: Rule = {
    ...{ arn: `${names.listener}/4`, listenerArn: names.listener, priority: '10', conditions: ['path-pattern=/api/*'] },
    actions: [action],
  };
  return { ...inventory, rules: { [names.listener]: known([rule]) } };
}

/** A redirect to HTTPS under the same name, or another. */
export function redirecting(port: string, host = '#{host}'): Action {
  return { type: 'redirect', targetGroups: [], redirect: { protocol: 'HTTPS', port, host } };
}

/** A forward to one group. */
export function forwarding(arn: string, weight: number): Action {
  return { type: 'forward', targetGroups: [{ arn, weight }] };
}

/** An inventory whose load balancer answers itself, and uses no target group. */
export function unused(inventory: Inventory): Inventory {
  return defaulting({ type: 'fixed-response', targetGroups: [] }, inventory);
}

/** An inventory whose only listener has another default action. */
export function defaulting(action: Action, inventory: Inventory = world): Inventory {
  const listeners = listener === undefined ? [] : [{ ...listener, defaultActions: [action] }];
  return { ...inventory, listeners: { [names.owner]: known(listeners) } };
}

/** The small world whose load balancer does not stand in a zone, which its target's health tells too. */
export function withoutZone(gone: string): Inventory {
  const zones = world.loadBalancers.flatMap((one) => one.zones.filter(({ zone }) => zone !== gone));
  return saying(changed({ zones }), 'unused', 'Target.NotInUse');
}
