import type { Behind } from '../model/evidence.ts';
import type { ClientAclBlockage } from './client-acl-blockages.ts';
import { clientPorts } from './client-ports.ts';
import { clientsInWords } from './clients-in-words.ts';
import { hangsSome } from './hangs-some.ts';

/** Why clients whose addresses are preserved hang at the network ACL of a target's subnet while checks are green. */
export function preservedClientsInWords(
  { hop, paths, egress, certainty }: ClientAclBlockage,
  { targetGroup, loadBalancer }: Behind,
): string {
  const port = clientPorts(paths).join();
  const clients = clientsInWords(paths, { loadBalancer });
  const what = egress
    ? `Answers from port ${port} to ${clients} do not get out of the target's subnet`
    : `What comes from ${clients} to port ${port} does not get into the target's subnet`;
  return `Target group ${targetGroup.name} preserves client addresses, so users come as themselves and only health checks come as the load balancer. ${what}: ${hop.why}.${doubtOf(hangsSome(hop), certainty)} Health checks meet other entries, and can be green while users hang.`;
}

function doubtOf(some: boolean, certainty: ClientAclBlockage['certainty']): string {
  if (some) return ' It depends on the port that a client dials from.';
  if (certainty === 'certain') return '';
  return " Clients that stand in the load balancer's own subnets, or in the target's, may get through.";
}
