import { CannotCheck } from './cannot-check.ts';

const SHAPE = 'arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app|net|gwy/NAME/ID';

/**
 * Throws `CannotCheck` for an ARN that cannot be of a load balancer in this region. Shapes: Service authorization reference,
 * *Resource types defined by AWS Elastic Load Balancing V2*.
 */
export function checkLoadBalancerArn(arn: string, region: string): void {
  const [, partition, service, itsRegion, account = '', resource, ...rest] = arn.split(':');
  const whole = rest.length === 0 && /^aws[a-z-]*$/.test(partition ?? '') && /^\d{12}$/.test(account);
  if (!whole || service === undefined || itsRegion === undefined || resource === undefined) {
    throw new CannotCheck(`"${arn}" is not an ARN of a load balancer: it must be ${SHAPE}.`);
  }
  if (service === 'elasticloadbalancing' && /^loadbalancer\/[^/]+$/.test(resource)) {
    throw new CannotCheck(
      `"${arn}" is a Classic Load Balancer; only Application and Network Load Balancers can be checked.`,
    );
  }
  if (service !== 'elasticloadbalancing' || !/^loadbalancer\/(app|net|gwy)\/[^/]+\/[^/]+$/.test(resource)) {
    throw new CannotCheck(`"${arn}" is not a load balancer (${service}, ${resource}): the ARN must be ${SHAPE}.`);
  }
  if (itsRegion !== region) {
    throw new CannotCheck(`"${arn}" is in ${itsRegion}, but ${region} is being checked: say --region ${itsRegion}.`);
  }
}
