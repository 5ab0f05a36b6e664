import { Token } from 'aws-cdk-lib';
import { checkIds } from './checks/check-ids.ts';
import { checkKeys } from './checks/check-keys.ts';
import { checkOneOf } from './checks/check-one-of.ts';
import { checkRanges } from './checks/check-ranges.ts';
import { checkWhole } from './checks/check-whole.ts';
import { isHost } from './checks/is-host.ts';
import { knownKeys } from './checks/known-keys.ts';
import { wrongProperty } from './checks/wrong-property.ts';
import { vpcRanges } from './vpc-ranges.ts';
import { watchName } from './watch-name.ts';
import type { Caller, CallerDescription, Watch, WatchedHost, WatchProps } from './watch-props.ts';

/**
 * A path without a load balancer, for the `watches` of an `OriginDoctor`. Throws where it cannot be, naming the property,
 * its value and what is allowed.
 */
export function watch(props: WatchProps): Watch {
  checkKeys('watch', props, knownKeys.watch);
  const { name, from, to } = props;
  if (typeof name !== 'string' || !watchName.form.test(name))
    throw wrongProperty('watch: name', name, watchName.allowed);
  const at = `watch "${name}"`;
  checkHost(to, at);
  const isBuilt = typeof from === 'object' && from !== null && 'vpc' in from;
  checkKeys(`${at}: from`, from, isBuilt ? knownKeys.caller : knownKeys.callerDescription);
  const { vpcId, vpcCidrs, subnets, securityGroups, dualStack } = 'vpc' in from ? built(from, at) : described(from, at);
  if (subnets.length === 0) throw wrongProperty(`${at}: from.subnets`, subnets, 'at least one subnet');
  if (securityGroups.length === 0) {
    throw wrongProperty(`${at}: from.securityGroups`, securityGroups, 'those of the caller, which always has one');
  }
  return { name, vpcId, vpcCidrs, from: { subnets, securityGroups, dualStack }, to: { host: to.host, port: to.port } };
}

function checkHost(to: WatchedHost, at: string): void {
  checkKeys(`${at}: to`, to, knownKeys.host);
  const { host, port } = to;
  if (!Token.isUnresolved(host) && (typeof host !== 'string' || !isHost(host))) {
    const allowed =
      'an address, the id of an instance (i-…) or network interface (eni-…), or a DNS name with a dot in it';
    throw wrongProperty(`${at}: to.host`, host, allowed);
  }
  if (!Token.isUnresolved(port)) checkWhole(`${at}: to.port`, port, { from: 1, to: 65_535 });
}

type ReadCaller = Pick<Watch, 'vpcId' | 'vpcCidrs'> & Watch['from'];

function built({ vpc, subnets, securityGroups }: Caller, at: string): ReadCaller {
  if (typeof vpc?.selectSubnets !== 'function') throw wrongProperty(`${at}: from.vpc`, vpc, 'a Vpc, built or imported');
  if (!Array.isArray(securityGroups)) {
    const allowed = 'a list of security groups, as in service.connections.securityGroups';
    throw wrongProperty(`${at}: from.securityGroups`, securityGroups, allowed);
  }
  return {
    vpcId: vpc.vpcId,
    vpcCidrs: vpcRanges(vpc),
    subnets: vpc.selectSubnets(subnets).subnetIds,
    securityGroups: securityGroups.map(({ securityGroupId }) => securityGroupId),
    dualStack: false,
  };
}

function described(from: CallerDescription, at: string): ReadCaller {
  const { vpcId, vpcCidrs = [], subnets, securityGroups, dualStack = false } = from;
  checkOneOf(`${at}: from.dualStack`, dualStack, [true, false]);
  checkIds(`${at}: from.vpcId`, [vpcId], 'vpc');
  checkIds(`${at}: from.subnets`, subnets, 'subnet');
  checkIds(`${at}: from.securityGroups`, securityGroups, 'sg');
  checkRanges(`${at}: from.vpcCidrs`, vpcCidrs);
  return { vpcId, vpcCidrs, subnets, securityGroups, dualStack };
}
