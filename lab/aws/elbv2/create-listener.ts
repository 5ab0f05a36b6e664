import { createHash } from 'node:crypto';
import { withOwners } from '../../world/with-owners.ts';
import { changeWorld } from '../change-world.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { chosenBy } from './chosen-by.ts';
import { listenerTree } from './listener-tree.ts';
import { listenerValuesIn } from './listener-values-in.ts';
import { requiredText } from './required-text.ts';

/** `CreateListener`, with default actions that forward or redirect. */
export const createListener: Operation = {
  action: 'elasticloadbalancing:CreateListener',
  resource: (input) => textOf(input, 'LoadBalancerArn') ?? '*',
  run: async (input, { world, sources }) => {
    const owner = requiredText(input, 'LoadBalancerArn');
    chosenBy(world.loadBalancers, [owner], ({ arn }) => arn, absences.loadBalancer);
    const arn = arnOf(owner, requiredText(input, 'Port'));
    const blank = { arn, loadBalancerArn: owner, protocol: '', port: null, defaultActions: [] };
    const listener = listenerValuesIn(input, blank, world);
    await changeWorld(sources, withOwners({ ...world, listeners: [...world.listeners, listener] }));
    return { Listeners: [listenerTree(listener)] };
  },
};

/** A listener's ARN is its load balancer's, as `listener`, with an id of its own. */
function arnOf(owner: string, port: string): string {
  const id = createHash('sha256').update(`${owner}:${port}`).digest('hex').slice(0, 16);
  return `${owner.replace(':loadbalancer/', ':listener/')}/${id}`;
}
