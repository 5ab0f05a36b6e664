/**
 * What has been seen only in the lab and `doctor` cannot look at, as what to look at on a first deployment. `docs/limits.md` holds
 * the same sentences; a test compares them.
 */
export const firstDeployment: readonly string[] = [
  'That the first prober is made: its role may create network interfaces in its subnets and with its groups alone, or in its VPC where these are too many to name. Were that too narrow, the deployment would fail with "does not have permissions to call CreateNetworkInterface".',
  'That Lambda keeps these interfaces although the code of probers is denied it: AWS documents that `lambda:SourceFunctionArn` is not set when Lambda itself calls.',
  'That CloudFormation hands a custom resource the settings of 50 load balancers, about 30 KB of text.',
  'That `check --from vpc` connects to targets that the load balancer calls healthy, and that a refusal or silence on a port which you know shows as what it is.',
  'How a host that answers with ICMP unreachable shows from a function: as unreachable, or as timed-out.',
  'How the load balancer calls a target about which its nodes disagree: the lab says unhealthy when any node does.',
  'That a change of a security group shows as an event within a minute or so, and a check follows it.',
  'That a message arrives where you are told: `aws sns publish --topic-arn TOPIC --message test`.',
  'That a stopped monitor raises the heartbeat alarm, and that alarms are held back while a deploy is followed.',
  'That `cdk destroy` gives the network interfaces back, within about 20 minutes.',
];
