/**
 * Whether a value is one of those that CDK puts in place of what it has yet to look up (`Vpc.fromLookup` and its like): the app runs
 * to its end with them, and then again with what was found (https://docs.aws.amazon.com/cdk/v2/guide/context.html).
 */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDERS.includes(value) || LOAD_BALANCER.test(value);
}

const PLACEHOLDERS: readonly string[] = [
  'vpc-12345',
  '1.2.3.4/5',
  's-12345',
  's-67890',
  'p-12345',
  'p-67890',
  'sg-12345678',
  'sg-1234',
];

const LOAD_BALANCER =
  /^arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer\/(?:application|network)\/my-load-balancer\/50dc6c495c0c9188$/;
