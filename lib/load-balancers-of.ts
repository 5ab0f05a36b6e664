import { createHash } from 'node:crypto';
import { Stack, Token } from 'aws-cdk-lib';
import { CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { builtResource } from './built-resource.ts';
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
  const place = placeOf(arn);
  const agrees = (known: string, said: string) => [known, said].some(Token.isUnresolved) || known === said;
  if (place === null || (agrees(region, place.region) && agrees(account, place.account))) return;
  throw wrongProperty('loadBalancers', place.text, `those of the stack's Region and account (${region}, ${account})`);
}

/** Where a load balancer stands, and how it is called in an error; null where its ARN is known only when it is deployed. */
function placeOf(arn: string): { readonly text: string; readonly region: string; readonly account: string } | null {
  const built = builtResource(arn);
  if (built instanceof CfnLoadBalancer) {
    const { region, account, environment } = Stack.of(built);
    return { text: `${built.node.path} of ${environment}`, region, account };
  }
  if (Token.isUnresolved(arn)) return null;
  const [, , , region = '', account = ''] = arn.split(':');
  return { text: arn, region, account };
}

/** Those that CDK has yet to look up all have one name. */
function idOf({ arn, name }: WatchedLoadBalancer, index: number, text: (value: string) => string): string {
  if (isPlaceholder(arn)) return `LoadBalancer${index}`;
  return Token.isUnresolved(name) ? marked(text(arn)) : name;
}

function marked(text: string): string {
  return `LoadBalancer${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
