import { counted } from '../../lambda/report/page/counted.ts';
import type { Config, ConfigDeployment } from '../../lib/config/config-schema.ts';
import { proberCount } from '../prober-count.ts';
import { changesInWords } from './changes-in-words.ts';
import type { Chosen } from './chosen.ts';
import { hasRoom } from './has-room.ts';
import type { Seen } from './seen.ts';

/** What the configuration of the Region now is, and what became of the one before it (null: there was none), in lines for people. */
export function summaryOf(config: Config, before: Config | null, seen: Seen, chosen: Chosen): readonly string[] {
  const { region, leftOut } = seen;
  const { options } = config;
  const deployments = config.deployments.filter((one) => one.region === region);
  const count = deployments.reduce((sum, { loadBalancers }) => sum + loadBalancers.length, 0);
  return [
    `${counted(count, 'load balancer')} (${choiceIn(seen, count, chosen)}), for ${counted(deployments.length, 'stack')}:`,
    ...deployments.flatMap((deployment) => ['', ...deploymentLines(deployment, options)]),
    ...(leftOut.length === 0 ? [] : ['', `Left out, since nobody dials their targets: ${leftOut.join(', ')}.`]),
    ...(before === null ? [] : ['', ...changesInWords(before, config, seen)]),
    '',
  ];
}

function choiceIn({ region, loadBalancers }: Seen, count: number, { names, tags }: Chosen): string {
  if (names.length === 0 && tags.length === 0) return `all that there are in ${region}`;
  const others = count - loadBalancers.length;
  return others === 0 ? 'as chosen' : `${loadBalancers.length} chosen, and ${others} that the file had`;
}

function deploymentLines(deployment: ConfigDeployment, ofAll: Config['options']): readonly string[] {
  const { region, vpcId, name, vpcCidrs, loadBalancers, watches = [] } = deployment;
  const probers = proberCount(deployment, deployment.options?.identity ?? ofAll?.identity ?? 'load-balancer');
  const many = hasRoom(deployment, ofAll) ? '' : ': more than one stack has room for, so that some watches must go';
  return [
    `${region} ${vpcId}${name === undefined ? '' : ` ${name}`} (${vpcCidrs.join(', ')})`,
    ...loadBalancers.map(loadBalancerLine),
    ...watches.map(({ name: watch, to: { host, port } }) => `  ${watch}: a watch, to ${host} port ${port}`),
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
