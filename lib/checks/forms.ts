/** A text that a pattern tells, and the words for what it allows. */
export type Form = { readonly pattern: RegExp; readonly allowed: string };

/** Texts that are checked by their form alone, in props and in `origin-doctor.json` alike. */
export const forms = {
  /** As an address must be for SNS to write to it; whether somebody reads there only the confirmation shows. */
  email: {
    pattern: /^[^\s@"(),:;<>[\\\]]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/,
    allowed: 'addresses of email, as in on-call@example.com',
  },
  /** https://docs.aws.amazon.com/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html */
  deploymentGroup: {
    pattern: /^arn:[a-z-]+:codedeploy:[a-z0-9-]+:\d{12}:deploymentgroup:[\w.+=,@*?-]+\/[\w.+=,@*?-]+$/,
    allowed:
      'ARNs of CodeDeploy deployment groups, arn:aws:codedeploy:REGION:ACCOUNT:deploymentgroup:APPLICATION/GROUP, or leave it out for all',
  },
  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
  targetGroup: {
    pattern:
      /^(?:[A-Za-z0-9-]{1,32}|arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:\d{12}:targetgroup\/[A-Za-z0-9-]+\/[0-9a-f]+)$/,
    allowed: 'names (up to 32 letters, digits and hyphens) or ARNs of target groups',
  },
  loadBalancer: {
    pattern: /^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/(?:app|net)\/[A-Za-z0-9-]+\/[0-9a-f]+$/,
    allowed: 'ARNs of Application and Network Load Balancers',
  },
  topic: {
    pattern: /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]+$/,
    allowed: 'ARNs of SNS topics, arn:aws:sns:REGION:ACCOUNT:NAME',
  },
} as const satisfies Readonly<Record<string, Form>>;
