import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { chosenBy } from './chosen-by.ts';
import { rulesOf } from './rules-of.ts';

/** API Reference: at most 20 resources in one call. */
const MOST = 20;

/** `DescribeTags` of load balancers, listeners, rules and target groups. */
export const describeTags: Operation = {
  action: 'elasticloadbalancing:DescribeTags',
  run: (input, { world, sources }) => {
    const arns = textsOf(input, 'ResourceArns');
    if (arns.length === 0 || arns.length > MOST) {
      const message = `Between 1 and ${MOST} resource ARNs must be specified, but ${arns.length} were specified`;
      throw new AwsError('ValidationError', message);
    }
    for (const arn of arns) refuseUnknown(arn, world);
    const tags = sources.account?.().tags ?? {};
    return { TagDescriptions: arns.map((arn) => ({ ResourceArn: arn, Tags: tagsIn(tags[arn] ?? {}) })) };
  },
};

function tagsIn(tags: Readonly<Record<string, string>>): readonly TreeObject[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function refuseUnknown(arn: string, world: World): void {
  const known = {
    loadbalancer: { items: world.loadBalancers, absence: absences.loadBalancer },
    listener: { items: world.listeners, absence: absences.listener },
    'listener-rule': { items: rulesOf(world), absence: absences.rule },
    targetgroup: { items: world.targetGroups, absence: absences.targetGroup },
  };
  const kind = arn.split(':')[5]?.split('/')[0] ?? '';
  const entry = Object.entries(known).find(([name]) => name === kind)?.[1];
  if (entry === undefined)
    throw new AwsError('ValidationError', `'${arn}' is not a valid ARN of a load balancing resource`);
  chosenBy<{ readonly arn: string }>(entry.items, [arn], (item) => item.arn, entry.absence);
}
