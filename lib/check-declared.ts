import { Token } from 'aws-cdk-lib';
import { checkWhole } from './check-whole.ts';
import type { DeclaredProps } from './origin-doctor-props.ts';
import type { WatchedLoadBalancer } from './watched-load-balancer.ts';
import { wrongProperty } from './wrong-property.ts';

/** Throws where something is declared of a load balancer that is not watched, or a port is none. */
export function checkDeclared(
  declared: Readonly<Record<string, DeclaredProps>>,
  loadBalancers: readonly WatchedLoadBalancer[],
): void {
  const arns = loadBalancers.map(({ arn }) => arn);
  for (const [arn, { ports }] of Object.entries(declared)) {
    if (!Token.isUnresolved(arn) && !arns.includes(arn)) {
      throw wrongProperty('declared', arn, `the ARN of a load balancer in loadBalancers: ${arns.join(', ')}`);
    }
    for (const port of ports) checkWhole(`declared[${arn}].ports`, port, { from: 1, to: 65_535 });
  }
}
