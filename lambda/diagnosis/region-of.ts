/** The Region of an ARN: `arn:aws:elasticloadbalancing:eu-west-1:…` is in `eu-west-1`. Empty where the text is no ARN. */
export function regionOf(arn: string): string {
  return arn.split(':')[3] ?? '';
}
