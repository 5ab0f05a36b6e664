import { CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { builtResource } from '../built-resource.ts';
import type { Watch } from '../watch-props.ts';
import type { WatchedLoadBalancer } from '../watched-load-balancer.ts';
import { checkOneVpc } from './check-one-vpc.ts';
import { wrongProperty } from './wrong-property.ts';

/** Throws where a watch is not what `watch` gives, is called as another or as a load balancer is, or is of another VPC. */
export function checkWatches(
  watches: readonly Watch[],
  loadBalancers: readonly Pick<WatchedLoadBalancer, 'arn' | 'name' | 'vpcId'>[],
): void {
  // JavaScript lets what `watch` should be given stand here itself.
  const unread = watches.findIndex((one) => one?.vpcCidrs === undefined);
  if (unread >= 0) {
    throw wrongProperty(`watches[${unread}]`, watches[unread]?.name, 'what watch({ name, from, to }) gives');
  }
  const taken = [...loadBalancers.map(nameOf), ...watches.map(({ name }) => name)];
  const twice = watches.find(({ name }, index) => taken.indexOf(name) < loadBalancers.length + index);
  if (twice !== undefined) {
    throw wrongProperty('watches', twice.name, 'each name once, and none of a load balancer');
  }
  const vpcIds = [...loadBalancers, ...watches].map(({ vpcId }) => vpcId);
  if (watches.length > 0) checkOneVpc('watches', vpcIds);
}

/** The name that the app gives a load balancer is known before AWS has it. */
function nameOf({ arn, name }: Pick<WatchedLoadBalancer, 'arn' | 'name'>): string {
  const built = builtResource(arn);
  return built instanceof CfnLoadBalancer ? (built.name ?? name) : name;
}
