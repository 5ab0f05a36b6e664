import { createHash } from 'node:crypto';
import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { checkOneVpc } from './checks/check-one-vpc.ts';
import { isPlaceholder } from './checks/is-placeholder.ts';
import { wrongProperty } from './checks/wrong-property.ts';
import type { Deployment } from './deployment.ts';
import type { LoadBalancerSource } from './load-balancer-source.ts';
import { textOf } from './text-of.ts';
import { type WatchedLoadBalancer, watchedLoadBalancer } from './watched-load-balancer.ts';

/** Reads the load balancers. Throws where there is one twice, one of another VPC, or one that the stack cannot see. */
export function loadBalancersOf(scope: Construct, sources: readonly LoadBalancerSource[]): Deployment['loadBalancers'] {
  const watched = sources.map((source, index) => watchedLoadBalancer(source, `loadBalancers[${index}]`));
  const stack = Stack.of(scope);
  const text = (value: string) => textOf(scope, value);
  checkOneVpc(
    'loadBalancers',
    watched.map(({ vpcId }) => vpcId),
  );
  const told = watched.filter(({ arn }) => !isPlaceholder(arn));
  const arns = told.map(({ arn }) => text(arn));
  const twice = told.find((_, index) => arns.indexOf(arns[index] ?? '') < index);
  if (twice !== undefined) throw wrongProperty('loadBalancers', stack.resolve(twice.arn), 'each load balancer once');
  checkNames(told.map(({ name }) => name));
  for (const { arn } of told) checkPlace(stack, arn);
  return watched.map((one, index) => ({ ...one, id: idOf(one, index, text) }));
}

/** Metrics and alarms are told apart by names, as AWS itself tells the load balancers of an account and Region apart. */
function checkNames(names: readonly string[]): void {
  const twice = names.find((name, index) => !Token.isUnresolved(name) && names.indexOf(name) < index);
  if (twice !== undefined) throw wrongProperty('loadBalancers', twice, 'each name once, as AWS has it in a Region');
}

/** A load balancer of another account or Region would never be found. */
function checkPlace({ region, account }: Stack, arn: string): void {
  if (Token.isUnresolved(arn)) return;
  const [, , , arnRegion, arnAccount] = arn.split(':');
  const agrees = (known: string, said: string | undefined) => Token.isUnresolved(known) || known === said;
  if (agrees(region, arnRegion) && agrees(account, arnAccount)) return;
  throw wrongProperty('loadBalancers', arn, `those of the stack's Region and account (${region}, ${account})`);
}

/** Those that CDK has yet to look up all have one name. */
function idOf({ arn, name }: WatchedLoadBalancer, index: number, text: (value: string) => string): string {
  if (isPlaceholder(arn)) return `LoadBalancer${index}`;
  return Token.isUnresolved(name) ? marked(text(arn)) : name;
}

function marked(text: string): string {
  return `LoadBalancer${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
