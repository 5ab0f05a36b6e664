import type { Instance } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { instances } from './instances.ts';
import type { Noun } from './noun.ts';
import { stateCode } from './state-code.ts';

/** At most so many ids in one request: EC2 API Reference, DescribeInstanceStatus. */
const MOST_IDS = 100;

/** `DescribeInstanceStatus`: running instances only, unless asked for all; any other has no status to check. */
export const instanceStatuses: Noun = {
  operation: 'DescribeInstanceStatus',
  resultSet: 'instanceStatusSet',
  id: instances.id,
  parameters: ['IncludeAllInstances'],
  maxResults: [5, 1000],
  excludesMaxResults: 'instancesSet',
  filters: {
    'availability-zone': 'availabilityZone',
    'instance-state-code': 'instanceState.code',
    'instance-state-name': 'instanceState.name',
    'instance-status.status': 'instanceStatus.status',
    'system-status.status': 'systemStatus.status',
  },
  trees: (world, input) => {
    if (textsOf(input, 'InstanceId').length > MOST_IDS) {
      throw new AwsError('InvalidParameterValue', `At most ${MOST_IDS} instance IDs can be specified`);
    }
    const all = textOf(input, 'IncludeAllInstances') === 'true';
    return world.instances.filter(({ state }) => all || state === 'running').map((one) => treeOf(one, world));
  },
};

function treeOf({ id, state, subnetId }: Instance, world: World): TreeObject {
  const declared = world.instanceStatuses.find(({ instanceId }) => instanceId === id);
  const status = (word: string | undefined) => ({
    status: state === 'running' ? (word ?? 'insufficient-data') : 'not-applicable',
  });
  return {
    instanceId: id,
    availabilityZone: world.subnets.find((subnet) => subnet.id === subnetId)?.zone,
    instanceState: { code: stateCode(state), name: state },
    systemStatus: status(declared?.system),
    instanceStatus: status(declared?.instance),
  };
}
