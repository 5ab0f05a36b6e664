import type { Instance } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import { changeWorld } from '../change-world.ts';
import type { Input } from '../codecs/input.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { Operation } from '../operation.ts';
import { instances } from './instances.ts';
import { refuseDryRun } from './refuse-dry-run.ts';
import { refuseUnknownParameters } from './refuse-unknown-parameters.ts';
import { stateCode } from './state-code.ts';
import { subjectOf } from './subject-of.ts';

const PARAMETER = 'InstanceId';

/**
 * `StartInstances`: all instances of the request or none. Answered as by AWS with `pending`, once they run and their hosts
 * listen; what runs already stays as it is (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartInstances.html).
 */
export const startInstances: Operation = {
  action: 'ec2:StartInstances',
  resource: (input, { region, accountId }) =>
    textsOf(input, PARAMETER).map((id) => `arn:aws:ec2:${region}:${accountId}:instance/${id}`),
  run: async (input, { world, sources }) => {
    refuseUnknownParameters(input, [PARAMETER]);
    refuseDryRun(input);
    const asked = askedInstances(input, world);
    await changeWorld(sources, startedIn(world, asked.filter(isStopped)));
    return {
      instancesSet: asked.map((one) => ({
        instanceId: one.id,
        currentState: stateTree(isStopped(one) ? 'pending' : one.state),
        previousState: stateTree(one.state),
      })),
    };
  },
};

function askedInstances(input: Input, world: World): readonly Instance[] {
  const ids = textsOf(input, PARAMETER);
  if (ids.length === 0) throw new AwsError('MissingParameter', `The request must contain the parameter ${PARAMETER}`);
  const asked = ids.map((id) => subjectOf(world.instances, id, instances));
  const unfit = asked.find((one) => !(isStopped(one) || ['pending', 'running'].includes(one.state)));
  if (unfit === undefined) return asked;
  const message = `The instance '${unfit.id}' is not in a state from which it can be started.`;
  throw new AwsError('IncorrectInstanceState', message);
}

function isStopped({ state }: Instance): boolean {
  return state === 'stopped';
}

function startedIn(world: World, stopped: readonly Instance[]): World {
  const ids = new Set(stopped.map(({ id }) => id));
  return {
    ...world,
    instances: world.instances.map((one) => (ids.has(one.id) ? { ...one, state: 'running' } : one)),
    instanceStatuses: [
      ...world.instanceStatuses.filter(({ instanceId }) => !ids.has(instanceId)),
      ...[...ids].map((instanceId) => ({ instanceId, system: 'ok', instance: 'ok' })),
    ],
    hosts: world.hosts.map((host) => (ids.has(host.instanceId) ? { ...host, up: true } : host)),
  };
}

function stateTree(name: string) {
  return { code: stateCode(name), name };
}
