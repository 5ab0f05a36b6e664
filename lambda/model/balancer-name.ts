/** The name in the ARN of a load balancer, `…:loadbalancer/app/NAME/ID`; another text, which is a name already, as it is. */
export function balancerName(arn: string): string {
  return arn.split('/')[2] ?? arn;
}
