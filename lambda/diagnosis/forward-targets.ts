import type { LoadBalancer, TargetGroup } from '../model/inventory.ts';
import type { ActionPlace } from './action-places.ts';

/** A target group that an action names, and why it gets nothing from there; null where it gets its share. */
export type Forwarded = {
  readonly arn: string;
  readonly name: string;
  readonly weight: number;
  readonly lost: 'weight' | 'deleted' | 'protocol' | null;
  readonly words: string;
};

/** Protocols of the groups that each type of load balancer can forward to (Elastic Load Balancing, *Target groups*). */
const FITTING: Readonly<Record<LoadBalancer['type'], readonly string[]>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'],
  gateway: ['GENEVE'],
};

/**
 * The target groups that a place forwards to; null where it does not forward. `targetGroups` are those that exist, null
 * where that is not known.
 */
export function forwardTargets(
  { actions }: ActionPlace,
  type: LoadBalancer['type'],
  targetGroups: readonly TargetGroup[] | null,
): readonly Forwarded[] | null {
  const forwards = actions.filter((action) => action.type === 'forward');
  if (forwards.length === 0) return null;
  return forwards
    .flatMap((action) => action.targetGroups)
    .map(({ arn, weight }) => {
      const group = targetGroups?.find((one) => one.arn === arn);
      const name = group?.name ?? arn.split('/')[1] ?? arn;
      const deleted = targetGroups !== null && group === undefined;
      return { arn, name, weight, ...whyLost({ name, weight, deleted, protocol: group?.protocol ?? null, type }) };
    });
}

function whyLost(one: {
  readonly name: string;
  readonly weight: number;
  readonly deleted: boolean;
  readonly protocol: string | null;
  readonly type: LoadBalancer['type'];
}): Pick<Forwarded, 'lost' | 'words'> {
  const { name, weight, deleted, protocol, type } = one;
  if (deleted) return { lost: 'deleted', words: `${name} does not exist` };
  if (protocol !== null && !FITTING[type].includes(protocol)) {
    return { lost: 'protocol', words: `${name} is of protocol ${protocol}, which it cannot forward to` };
  }
  return weight === 0
    ? { lost: 'weight', words: `${name} has weight 0` }
    : { lost: null, words: `${name} has weight ${weight}` };
}
