import type { SecurityGroupRule } from '../../lambda/model/inventory.ts';
import { groupNamed } from '../world/group-named.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

const PORT = 9099;

/** The service works, the network lets the check pass, and nobody answers where it is asked. */
export const labFault: LabFault = {
  code: 'health-check-port-closed',
  breaks:
    'The health check of "api" is moved to management port 9099, with its rules, before the release that serves it.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'api-a'),
  change: (world) => {
    const groups = [groupNamed(world, 'api'), groupNamed(world, 'shop-web')];
    const opened = world.securityGroupRules
      .filter((rule) => groups.includes(rule.groupId) && rule.fromPort === 9090)
      .map(
        (rule): SecurityGroupRule => ({ ...rule, id: `${rule.id.slice(0, -4)}${PORT}`, fromPort: PORT, toPort: PORT }),
      );
    const targetGroups = world.targetGroups.map((group) =>
      group.name === 'api' ? { ...group, healthCheck: { ...group.healthCheck, port: String(PORT) } } : group,
    );
    return { ...world, targetGroups, securityGroupRules: [...world.securityGroupRules, ...opened] };
  },
};
