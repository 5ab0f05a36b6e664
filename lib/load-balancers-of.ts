import { createHash } from 'node:crypto';
import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { checkOneVpc } from './check-one-vpc.ts';
import type { Deployment } from './deployment.ts';
import type { LoadBalancerSource } from './load-balancer-source.ts';
import { watchedLoadBalancer } from './watched-load-balancer.ts';
import { wrongProperty } from './wrong-property.ts';

/** Reads the load balancers. Throws where there is one twice, one of another VPC, or one that the stack cannot see. */
export function loadBalancersOf(scope: Construct, sources: readonly LoadBalancerSource[]): Deployment['loadBalancers'] {
  const watched = sources.map((source, index) => watchedLoadBalancer(source, `loadBalancers[${index}]`));
  const stack = Stack.of(scope);
  const text = (value: string) => JSON.stringify(stack.resolve(value));
  checkOneVpc(
    stack,
    'loadBalancers',
    watched.map(({ vpcId }) => vpcId),
  );
  const arns = watched.map(({ arn }) => text(arn));
  const twice = watched.find((_, index) => arns.indexOf(arns[index] ?? '') < index);
  if (twice !== undefined) throw wrongProperty('loadBalancers', stack.resolve(twice.arn), 'each load balancer once');
  for (const { arn } of watched) checkPlace(stack, arn);
  return watched.map((one) => ({ ...one, id: Token.isUnresolved(one.name) ? marked(text(one.arn)) : one.name }));
}

/** A load balancer of another account or Region would never be found. */
function checkPlace({ region, account }: Stack, arn: string): void {
  if (Token.isUnresolved(arn)) return;
  const [, , , arnRegion, arnAccount] = arn.split(':');
  const agrees = (known: string, said: string | undefined) => Token.isUnresolved(known) || known === said;
  if (agrees(region, arnRegion) && agrees(account, arnAccount)) return;
  throw wrongProperty('loadBalancers', arn, `those of the stack's Region and account (${region}, ${account})`);
}

function marked(text: string): string {
  return `LoadBalancer${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
