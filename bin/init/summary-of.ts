import { counted } from '../../lambda/report/page/counted.ts';
import type { Config, ConfigDeployment } from '../../lib/config/config-schema.ts';
import { stackRoom } from '../../lib/stack-room.ts';
import { proberCount } from '../prober-count.ts';
import type { Chosen } from './chosen.ts';
import type { Seen } from './seen.ts';

/** What was found, in lines for people. */
export function summaryOf(
  { deployments, options }: Config,
  { region, leftOut }: Pick<Seen, 'region' | 'leftOut'>,
  chosen: Chosen,
): readonly string[] {
  const count = deployments.reduce((sum, { loadBalancers }) => sum + loadBalancers.length, 0);
  const choice =
    chosen.names.length === 0 && chosen.tags.length === 0 ? `all that there are in ${region}` : 'as chosen';
  const kept = options !== undefined || deployments.some((one) => one.options !== undefined);
  return [
    `${counted(count, 'load balancer')} (${choice}), for ${counted(deployments.length, 'stack')}:`,
    ...deployments.flatMap((deployment) => ['', ...deploymentLines(deployment, options)]),
    ...(leftOut.length === 0 ? [] : ['', `Left out, since nobody dials their targets: ${leftOut.join(', ')}.`]),
    '',
    ...(kept ? ['The options of the file before were kept.'] : []),
    'Next: an address under options.emails, then `npx cdk deploy --all`. `origin-doctor doctor` tests the ground for it.',
  ];
}

function deploymentLines(deployment: ConfigDeployment, ofAll: Config['options']): readonly string[] {
  const { region, vpcId, vpcCidrs, loadBalancers } = deployment;
  const probers = proberCount(deployment, deployment.options?.identity ?? ofAll?.identity ?? 'load-balancer');
  const many = probers > stackRoom.probers ? ': more than one stack has room for, so that leave some out' : '';
  return [
    `${region} ${vpcId} (${vpcCidrs.join(', ')})`,
    ...loadBalancers.map(loadBalancerLine),
    `  ${counted(probers, 'prober')}${many}`,
  ];
}

function loadBalancerLine({ name, type, scheme, subnets, securityGroups }: ConfigDeployment['loadBalancers'][number]) {
  const zones = subnets.map(({ zone }) => zone).join(', ');
  const groups =
    securityGroups.length === 0
      ? 'no security groups: its probers wear one of their own, known to targets by address alone'
      : securityGroups.join(', ');
  return `  ${name}: ${type}, ${scheme}; ${zones}; ${groups}`;
}
