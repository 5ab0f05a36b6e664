import { Token } from 'aws-cdk-lib';
import { checkIds } from './check-ids.ts';
import { checkWhole } from './check-whole.ts';
import { isHost } from './is-host.ts';
import { watchName } from './watch-name.ts';
import type { Caller, CallerDescription, Watch, WatchedHost, WatchProps } from './watch-props.ts';
import { wrongProperty } from './wrong-property.ts';

/**
 * A path without a load balancer, for the `watches` of an `OriginDoctor`. Throws where it cannot be, naming the property,
 * its value and what is allowed.
 */
export function watch({ name, from, to }: WatchProps): Watch {
  if (!watchName.form.test(name)) throw wrongProperty('watch: name', name, watchName.allowed);
  const at = `watch "${name}"`;
  checkHost(to, at);
  const { vpcId, vpcCidrs, subnets, securityGroups } = 'vpc' in from ? built(from) : described(from, at);
  if (subnets.length === 0) throw wrongProperty(`${at}: from.subnets`, subnets, 'at least one subnet');
  if (securityGroups.length === 0) {
    throw wrongProperty(`${at}: from.securityGroups`, securityGroups, 'those of the caller, which always has one');
  }
  return { name, vpcId, vpcCidrs, from: { subnets, securityGroups }, to: { host: to.host, port: to.port } };
}

function checkHost({ host, port }: WatchedHost, at: string): void {
  if (!Token.isUnresolved(host) && !isHost(host)) {
    const allowed =
      'an address, the id of an instance (i-…) or network interface (eni-…), or a DNS name with a dot in it';
    throw wrongProperty(`${at}: to.host`, host, allowed);
  }
  if (!Token.isUnresolved(port)) checkWhole(`${at}: to.port`, port, { from: 1, to: 65_535 });
}

type ReadCaller = Pick<Watch, 'vpcId' | 'vpcCidrs'> & Watch['from'];

function built({ vpc, subnets, securityGroups }: Caller): ReadCaller {
  return {
    vpcId: vpc.vpcId,
    vpcCidrs: [vpc.vpcCidrBlock],
    subnets: vpc.selectSubnets(subnets).subnetIds,
    securityGroups: securityGroups.map(({ securityGroupId }) => securityGroupId),
  };
}

function described({ vpcId, vpcCidrs = [], subnets, securityGroups }: CallerDescription, at: string): ReadCaller {
  checkIds(`${at}: from.vpcId`, [vpcId], 'vpc');
  checkIds(`${at}: from.subnets`, subnets, 'subnet');
  checkIds(`${at}: from.securityGroups`, securityGroups, 'sg');
  return { vpcId, vpcCidrs, subnets, securityGroups };
}
