import { groupNamed } from '../world/group-named.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { World } from '../world/world.ts';
import type { LabFault } from './lab-fault.ts';

const PORT = 8081;

/** The service answers on both ports; only the one of the traffic is open to the load balancer. */
export const labFault: LabFault = {
  code: 'health-check-port-blocked',
  breaks:
    'A release moves the health checks of "web" to port 8081 and lets the load balancer send to it, but the security group "web" still admits 8080 only.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-a'),
  change: (world) => ({
    ...world,
    hosts: world.hosts.map(withManagementPort),
    targetGroups: world.targetGroups.map((group) =>
      group.name === 'web' ? { ...group, healthCheck: { ...group.healthCheck, port: String(PORT) } } : group,
    ),
    securityGroupRules: [...world.securityGroupRules, ...egressRules(world)],
  }),
};

function withManagementPort(host: World['hosts'][number]): World['hosts'][number] {
  const management = host.processes.filter(({ name }) => name === 'web').map((one) => ({ ...one, port: PORT }));
  return { ...host, processes: [...host.processes, ...management] };
}

/** What lets the load balancer send to port 8080 of the group, for the new port too. */
function egressRules(world: World): World['securityGroupRules'] {
  const balancer = groupNamed(world, 'shop-web');
  return world.securityGroupRules
    .filter(({ groupId, egress, fromPort }) => groupId === balancer && egress && fromPort === 8080)
    .map((rule) => ({ ...rule, id: 'sgr-0a11ce0000000000a1', fromPort: PORT, toPort: PORT }));
}
