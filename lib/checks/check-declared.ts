import { Token } from 'aws-cdk-lib';
import type { DeclaredProps } from '../origin-doctor-props.ts';
import type { WatchedLoadBalancer } from '../watched-load-balancer.ts';
import { checkTexts } from './check-texts.ts';
import { checkWhole } from './check-whole.ts';
import { isRange } from './is-range.ts';
import { wrongProperty } from './wrong-property.ts';

/** Throws where something is declared of a load balancer that is not watched, a port is none, or clients are no range. */
export function checkDeclared(
  declared: Readonly<Record<string, DeclaredProps>>,
  loadBalancers: readonly WatchedLoadBalancer[],
): void {
  const arns = loadBalancers.map(({ arn }) => arn);
  for (const [arn, { ports, clients }] of Object.entries(declared)) {
    if (!Token.isUnresolved(arn) && !arns.includes(arn)) {
      throw wrongProperty('declared', arn, `the ARN of a load balancer in loadBalancers: ${arns.join(', ')}`);
    }
    if (!Array.isArray(ports)) throw wrongProperty(`declared[${arn}].ports`, ports, 'a list of ports, as in [443]');
    for (const port of ports) checkWhole(`declared[${arn}].ports`, port, { from: 1, to: 65_535 });
    checkTexts(`declared[${arn}].clients`, clients, RANGES);
    const wrong = clients.find((range) => !Token.isUnresolved(range) && !isRange(range));
    if (wrong !== undefined) throw wrongProperty(`declared[${arn}].clients`, wrong, RANGES);
  }
}

const RANGES = 'ranges of addresses, as in 10.0.0.0/16, or 0.0.0.0/0 for everyone';
