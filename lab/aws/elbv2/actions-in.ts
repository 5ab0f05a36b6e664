import type { Action } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { listOf } from '../codecs/list-of.ts';
import { textOf } from '../codecs/text-of.ts';
import { absences } from './absences.ts';
import { invalid } from './invalid.ts';
import { requiredText } from './required-text.ts';

const MOST_WEIGHT = 999;

/**
 * The actions that a request gives for a listener of one load balancer (its ARN), under `name`; null where it gives none.
 * `forward` and `redirect` are served. Throws for a target group that there is not, that another load balancer uses, or whose
 * protocol does not fit.
 */
export function actionsIn(input: Input, name: string, owner: string, world: World): readonly Action[] | null {
  const given = listOf(input, name);
  return given.length === 0 ? null : given.map((action) => actionIn(action, owner, world));
}

function actionIn(action: Input, owner: string, world: World): Action {
  const type = requiredText(action, 'Type');
  if (type === 'redirect') return { type, targetGroups: [], redirect: redirectIn(partOf(action, 'RedirectConfig')) };
  if (type !== 'forward') {
    throw new AwsError('InvalidLoadBalancerAction', `Actions of type '${type}' are not served`);
  }
  const several = listOf(partOf(action, 'ForwardConfig'), 'TargetGroups');
  const named = several.length > 0 ? several : [action];
  const targetGroups = named.map((one) => ({ arn: requiredText(one, 'TargetGroupArn'), weight: weightIn(one) }));
  for (const { arn } of targetGroups) refuseUnfit(arn, owner, world);
  return { type, targetGroups };
}

function redirectIn(config: Input): NonNullable<Action['redirect']> {
  return {
    protocol: textOf(config, 'Protocol') ?? '#{protocol}',
    port: textOf(config, 'Port') ?? '#{port}',
    host: textOf(config, 'Host') ?? '#{host}',
  };
}

function weightIn(group: Input): number {
  const text = textOf(group, 'Weight') ?? '1';
  const weight = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (weight <= MOST_WEIGHT) return weight;
  throw invalid('weight', text, `Member must have value between 0 and ${MOST_WEIGHT}`);
}

function partOf(input: Input, name: string): Input {
  const part = input[name];
  return typeof part === 'object' && part !== null && !Array.isArray(part) ? (part as Input) : {};
}

/** API Reference, `CreateListener`: TargetGroupAssociationLimit, IncompatibleProtocols, TargetGroupNotFound. */
function refuseUnfit(arn: string, owner: string, { targetGroups, loadBalancers }: World): void {
  const group = targetGroups.find((one) => one.arn === arn);
  if (group === undefined) throw refusal(absences.targetGroup.code, absences.targetGroup.message);
  if (group.loadBalancerArns.some((one) => one !== owner)) {
    const message = `The following target groups cannot be associated with more than one load balancer: ${arn}`;
    throw refusal('TargetGroupAssociationLimit', message);
  }
  const type = loadBalancers.find((one) => one.arn === owner)?.type ?? '';
  if (group.protocol === null || (FITTING[type] ?? []).includes(group.protocol)) return;
  const message = `The protocol '${group.protocol}' of target group '${arn}' does not fit a load balancer of type '${type}'`;
  throw refusal('IncompatibleProtocols', message);
}

const FITTING: Readonly<Record<string, readonly string[]>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'],
};

function refusal(code: string, message: string): AwsError {
  return new AwsError(code, message, { exception: `${code}Exception` });
}
