import type { Config, ConfigDeployment } from './config-schema.ts';
import { optionProblems } from './option-problems.ts';
import { strangeZones } from './strange-zones.ts';
import { subnetProblems } from './subnet-problems.ts';
import { watchProblems } from './watch-problems.ts';

/** What is wrong with a configuration whose every field, by itself, is as it must be: fields that contradict each other. */
export function configProblems(config: Config): readonly string[] {
  const { account, deployments, options } = config;
  const places = deployments.map(({ region, vpcId, name }) => [region, vpcId, name].filter(Boolean).join(' '));
  const arns = deployments.flatMap(({ loadBalancers }) => loadBalancers.map(({ arn }) => arn));
  return [
    ...twice(places).map(
      (place) =>
        `deployments holds ${place} twice: allowed is one for each Region and VPC, or several with a name each`,
    ),
    ...twice(arns).map((arn) => `deployments hold ${arn} twice: allowed is each load balancer once`),
    ...deployments.flatMap((deployment, index) => ofLoadBalancers(deployment, account, `deployments[${index}]`)),
    ...deployments.flatMap((deployment, index) => watchProblems(deployment, `deployments[${index}]`)),
    ...new Set(deployments.flatMap((one, index) => optionProblems(config, one, `deployments[${index}]`))),
    ...subnetProblems(deployments),
    ...strayDeclarations('options', options, deployments),
    ...deployments.flatMap((one, index) => strayDeclarations(`deployments[${index}].options`, one.options, [one])),
  ];
}

function twice(texts: readonly string[]): readonly string[] {
  return texts.filter((text, index) => texts.indexOf(text) < index);
}

/** What is declared of a load balancer that is not watched would be passed over in silence. */
function strayDeclarations(
  field: string,
  options: Config['options'],
  deployments: readonly ConfigDeployment[],
): string[] {
  const watched = deployments.flatMap(({ loadBalancers }) => loadBalancers.map(({ arn }) => arn));
  const strays = Object.keys(options?.declared ?? {}).filter((arn) => !watched.includes(arn));
  return strays.map((arn) => `${field}.declared holds ${arn}: allowed are ${watched.join(', ') || 'none'}`);
}

function ofLoadBalancers({ region, loadBalancers }: ConfigDeployment, account: string, at: string): string[] {
  return loadBalancers.flatMap((loadBalancer, index) => {
    const field = `${at}.loadBalancers[${index}]`;
    const { arn, name, type, subnets, securityGroups } = loadBalancer;
    const said = partsOf(arn);
    const checks: readonly (readonly [boolean, string])[] = [
      [said.region === region, `arn is ${arn}: allowed is one of ${region}`],
      [said.account === account, `arn is ${arn}: allowed is one of account ${account}`],
      [said.name === name, `name is "${name}": its ARN says "${said.name}"`],
      [said.type === type, `type is "${type}": its ARN says "${said.type}"`],
      [type === 'network' || securityGroups.length > 0, 'securityGroups is []: an Application Load Balancer has one'],
    ];
    const problems = checks.filter(([holds]) => !holds).map(([, problem]) => `${field}.${problem}`);
    return [...problems, ...strangeZones(subnets, region, field)];
  });
}

function partsOf(arn: string) {
  const [, , , region, account, resource = ''] = arn.split(':');
  const [, kind = '', name] = resource.split('/');
  return { region, account, name, type: KINDS[kind] };
}

const KINDS: Readonly<Record<string, string>> = { app: 'application', net: 'network' };
