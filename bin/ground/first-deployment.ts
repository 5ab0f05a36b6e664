/**
 * What has been seen only in the lab, as what to look at on a first deployment; `docs/limits.md` and `docs/deploying.md` say
 * more of it.
 */
export const firstDeployment: readonly string[] = [
  'That the first prober is made: its role may create network interfaces in its subnets and with its groups alone. Were that too narrow, the deployment would fail with "does not have permissions to call CreateNetworkInterface".',
  'That probers become Active within a few minutes, and that `check --from vpc` connects to targets that the load balancer calls healthy.',
  'How a host that answers with ICMP unreachable shows from a function: as unreachable, or as timed-out.',
  'How the load balancer calls a target about which its nodes disagree: the lab says unhealthy when any node does.',
  'That a change of a security group shows as an event within a minute or so, and a check follows it.',
  'That a stopped monitor raises the heartbeat alarm, and a message of it arrives where you are told.',
  'That `cdk destroy` gives the network interfaces back, within about 20 minutes.',
];
