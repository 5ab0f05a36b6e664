import type { ConfigDeployment } from './config-schema.ts';

type Subnet = ConfigDeployment['loadBalancers'][number]['subnets'][number];

/** What is wrong with the subnets of a configuration: one twice in a list, one in two VPCs or in two zones. */
export function subnetProblems(deployments: readonly ConfigDeployment[]): readonly string[] {
  const all = deployments.flatMap((deployment, index) => listsOf(deployment, `deployments[${index}]`));
  const standing = all.flatMap(({ vpcId, subnets }) => subnets.map(({ id, zone }) => ({ id, vpcId, zone })));
  return [
    ...all.flatMap(({ at, subnets }) => twice(subnets).map((id) => `${at} holds ${id} twice: allowed is each once`)),
    ...inTwo(standing.map(({ id, vpcId }) => [id, vpcId])).map((text) => `${text}: allowed is one VPC`),
    ...inTwo(standing.map(({ id, zone }) => [id, zone])).map((text) => `${text}: allowed is one zone`),
  ];
}

function listsOf({ vpcId, loadBalancers, watches = [] }: ConfigDeployment, at: string) {
  return [
    ...loadBalancers.map(({ subnets }, index) => ({ at: `${at}.loadBalancers[${index}].subnets`, vpcId, subnets })),
    ...watches.map(({ from }, index) => ({ at: `${at}.watches[${index}].from.subnets`, vpcId, subnets: from.subnets })),
  ];
}

function twice(subnets: readonly Subnet[]): readonly string[] {
  const ids = subnets.map(({ id }) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))];
}

/** Each subnet that stands in one place, and elsewhere in another. */
function inTwo(standing: readonly (readonly [id: string, place: string])[]): readonly string[] {
  const first = new Map(standing.toReversed());
  const texts = standing.flatMap(([id, place]) => {
    const other = first.get(id);
    return other === undefined || other === place ? [] : [`subnet ${id} stands in ${place} and in ${other}`];
  });
  return [...new Set(texts)];
}
