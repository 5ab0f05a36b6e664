import type { Planned, PlannedDeployment } from '../../lambda/doctor/planned.ts';
import type { Config, ConfigDeployment } from '../../lib/config/config-schema.ts';
import { stackName } from '../../lib/config/stack-name.ts';
import { proberCount } from '../prober-count.ts';
import { quoted } from '../quoted.ts';
import { defaultFile } from './default-file.ts';

/** What a configuration plans for one Region. Defaults are those of the construct. */
export function plannedIn({ account, deployments, options }: Config, file: string, region: string): Planned {
  const here = deployments.filter((one) => one.region === region);
  const rewrite = `origin-doctor init --force${file === defaultFile ? '' : ` -o ${quoted(file)}`}`;
  return { file, rewrite, account, deployments: here.map((one) => plannedDeployment(one, options)) };
}

function plannedDeployment(deployment: ConfigDeployment, ofAll: Config['options']): PlannedDeployment {
  const { vpcId, loadBalancers, watches = [], options: own } = deployment;
  const { concurrency = 5, reservedConcurrency = 0, identity = 'load-balancer' } = { ...ofAll, ...own };
  const balancers = loadBalancers.map(({ arn, name, subnets, securityGroups, dualStack = false }) => {
    return { arn, name, subnets: subnets.map(({ id }) => id), securityGroups, dualStack };
  });
  return {
    stack: stackName(deployment),
    vpcId,
    loadBalancers: balancers,
    watches: watches.map(({ name, from: { subnets, dualStack = false } }) => {
      return { name, subnets: subnets.map(({ id }) => id), dualStack };
    }),
    concurrency,
    reserved: reservedConcurrency * proberCount(deployment, identity),
  };
}
