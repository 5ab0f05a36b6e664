import { targetGroupNamed } from '../world/target-group-named.ts';
import { withRule } from '../world/with-rule.ts';
import type { World } from '../world/world.ts';
import type { LabFault } from './lab-fault.ts';

/** Some requests go to a function. Nothing is wrong with that, and nothing can be seen of it. */
export const labFault: LabFault = {
  code: 'target-not-probeable',
  breaks: 'A new rule of shop-web hands /thumbs/* to a Lambda function, which nobody can connect to.',
  modes: ['namespaces', 'loopback'],
  resourceOf: ({ region, accountId }) => groupArn(region, accountId),
  change: (world) => {
    const { region, accountId } = world;
    const arn = groupArn(region, accountId);
    const target = { id: `arn:aws:lambda:${region}:${accountId}:function:thumbs`, port: null, zone: null };
    const wider: World = {
      ...world,
      targetGroups: [...world.targetGroups, { ...functions(world), arn }],
      registrations: { ...world.registrations, [arn]: [target] },
    };
    const targetGroups = [{ arn, weight: 1 }];
    return withRule(wider, 'shop-web', 20, 'path-pattern=/thumbs/*', { type: 'forward', targetGroups });
  },
};

function groupArn(region: string, accountId: string): string {
  return `arn:aws:elasticloadbalancing:${region}:${accountId}:targetgroup/thumbs/7468756d62730001`;
}

/** Health checks of functions are off unless they are asked for (user guide, *Lambda functions as targets*). */
function functions(world: World): World['targetGroups'][number] {
  const { healthCheck, ...like } = targetGroupNamed(world, 'web');
  return {
    ...like,
    name: 'thumbs',
    targetType: 'lambda',
    ...{ protocol: null, port: null, vpcId: null },
    healthCheck: { ...healthCheck, enabled: false, intervalSeconds: 35, timeoutSeconds: 30 },
    attributes: { 'lambda.multi_value_headers.enabled': 'false' },
  };
}
