/** Where a prober stands: its subnet and its security groups, by id. */
export type ProberPlace = { readonly subnetId: string; readonly securityGroups: readonly string[] };

/** A way in which a prober fails: how it is known, what it means, and what mends it. */
export type ProberTrouble = {
  /** Tried on `errno` and `detail`, joined with a blank. */
  readonly sign: RegExp;
  readonly means: string;
  readonly mend: string;
  /** Words for the AWS CLI; null where no command helps. */
  readonly command: (place: ProberPlace) => string | null;
};

const none = () => null;

/**
 * What keeps a prober from dialling, by AWS's exception names (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html)
 * and by the codes of the prober's own operating system.
 */
export const PROBER_TROUBLES: readonly ProberTrouble[] = [
  {
    sign: /SubnetIPAddressLimitReached/,
    means: 'its subnet has no free address left',
    mend: 'Free addresses in the subnet, or give the load balancer a larger one. The load balancer itself needs eight free addresses there to grow.',
    command: ({ subnetId }) =>
      `ec2 describe-subnets --subnet-ids ${subnetId} --query 'Subnets[].AvailableIpAddressCount'`,
  },
  {
    sign: /ENILimitReached/,
    means: "the VPC has reached Lambda's quota of network interfaces",
    mend: 'Ask for a larger quota, or remove functions from the VPC.',
    command: () =>
      `service-quotas list-service-quotas --service-code lambda --query "Quotas[?QuotaName=='Elastic network interfaces per VPC']"`,
  },
  {
    sign: /InvalidSecurityGroupID/,
    means: 'a security group that it wears was deleted',
    mend: 'Deploy again, so that the prober wears the groups that the load balancer wears now.',
    command: ({ securityGroups }) => `ec2 describe-security-groups --group-ids ${securityGroups.join(' ')}`,
  },
  {
    sign: /InvalidSubnetID/,
    means: 'the subnet that it stands in was deleted',
    mend: "Deploy again, so that there is a prober in each of the load balancer's subnets.",
    command: ({ subnetId }) => `ec2 describe-subnets --subnet-ids ${subnetId}`,
  },
  {
    sign: /^no prober stands|ResourceNotFoundException/,
    means: 'no prober is deployed there',
    mend: "Deploy again, so that there is a prober in each of the load balancer's subnets, with its security groups.",
    command: none,
  },
  {
    sign: /EC2AccessDenied/,
    means: "the function's role may not make network interfaces",
    mend: "Attach AWSLambdaVPCAccessExecutionRole to the prober's role.",
    command: none,
  },
  {
    sign: /AccessDenied/,
    means: 'the monitor may not invoke it',
    mend: 'Grant lambda:InvokeFunction on the prober to the role that checks.',
    command: none,
  },
  {
    sign: /EC2Throttled|TooManyRequests|Throttling/,
    means: 'AWS throttled the call',
    mend: 'Wait for the next check. If it stays, look at the concurrency that the account has left for Lambda.',
    command: () => 'lambda get-account-settings',
  },
  {
    sign: /OutOfTime/,
    means: 'the time of the check was up, because the next one was due, before this prober had answered',
    mend: 'Once is no harm: the next check looks again. Where it stays, let more probers dial at the same time (concurrency, as far as the account has room), let a probe wait less long (deadline), check less often (interval), or watch fewer load balancers with one deployment.',
    command: () => 'lambda get-account-settings',
  },
  {
    sign: /ResourceNotReady|ResourceConflict|InvalidState|Inactive|Pending/,
    means: 'the function is being set up, as it is after a deploy and after two weeks of rest',
    mend: 'Wait for the next check: invoking it has woken it.',
    command: none,
  },
  {
    sign: /EMFILE|ENFILE/,
    means: 'it ran out of file descriptors (Lambda gives 1,024)',
    mend: 'Let it dial fewer endpoints at the same time.',
    command: none,
  },
  {
    sign: /EADDRNOTAVAIL|EADDRINUSE/,
    means: 'it ran out of local ports for this address and port',
    mend: 'Wait for the next check, and let it dial the same endpoint less often.',
    command: none,
  },
  {
    sign: /Local \(|EINVAL|EACCES|EPERM|ENOBUFS|ENOMEM|EAFNOSUPPORT/,
    means: 'its own operating system would not send the packet',
    mend: 'Look at the routes, the address families and the local firewall of the place that dials.',
    command: none,
  },
];
