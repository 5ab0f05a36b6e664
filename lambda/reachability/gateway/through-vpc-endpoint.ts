import type { Decision } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { Step } from '../step.ts';
import { find } from './find.ts';

/**
 * What a VPC endpoint as the target of a route does with packets. A gateway endpoint leads to an AWS service, whose own
 * side and policy the inventory does not tell; a Gateway Load Balancer endpoint leads to an appliance (AWS, *Gateway
 * endpoints*, *Gateway Load Balancer endpoints*). Interface endpoints are no targets of routes but interfaces like others.
 */
export function throughVpcEndpoint(inventory: Inventory, id: string): Step {
  const endpoint = find(inventory.vpcEndpoints, 'VPC endpoints', id);
  if (!endpoint.known) return step(id, 'unknown', endpoint.reason);
  const { type, state, serviceName } = endpoint.value;
  if (state.toLowerCase() !== 'available') return step(id, 'deny', `${id} is ${state}, not available`);
  if (type === 'Gateway') {
    return step(id, 'unknown', `${id} leads to ${serviceName}, whose side and endpoint policy are not judged`);
  }
  return step(id, 'unknown', `${id} leads to ${serviceName}, a middlebox, which may drop what it gets`);
}

/** An appliance behind an endpoint gets packets as they were sent, but a reference to a group does not survive it. */
function step(resource: string, decision: Decision, why: string): Step {
  return {
    hops: [{ kind: 'vpc-endpoint', resource, decision, why }],
    next: { kind: 'lost', seen: true },
    link: { honours: 'never', why: `the way leads through ${resource}` },
  };
}
