import type { Fix } from '../model/diagnosis.ts';
import type { ClientPath } from '../model/evidence.ts';
import type { RulePeer } from '../model/inventory.ts';
import type { InventoryChange } from '../model/inventory-change.ts';
import { awsCommand } from './aws-command.ts';
import { CLIENT_CONFIRM } from './client-confirm.ts';
import { clientPorts } from './client-ports.ts';
import { listed } from './listed.ts';
import { openSecurityGroup } from './open-security-group.ts';
import { peerName } from './peer-name.ts';

/** A group that is to admit clients. `peer` is how it may name them all at once; without it by their ranges. */
export type Admission = {
  readonly arn: string;
  readonly groupId: string;
  readonly paths: readonly ClientPath[];
  readonly peer?: RulePeer | undefined;
};

/** The least that lets clients in: their ranges on each port that they are refused. `arn` tells the Region. */
export function admitClients({ arn, groupId, paths, peer }: Admission): Omit<Fix, 'cdk'> {
  const openings = clientPorts(paths).map((port) => {
    const peers = peer === undefined ? rangesAt(port, paths) : [peer];
    return { port, peers, ...openSecurityGroup({ arn, groupId, direction: 'ingress', port, peers }) };
  });
  const ports = listed(openings.map(({ port }) => String(port)));
  if (openings.some(({ peers }) => peers.length === 0)) {
    return {
      summary: `Admit tcp ${ports} into ${groupId} from the ranges that clients come from. These could not be read: declare them.`,
      commands: [awsCommand(arn, `ec2 describe-security-group-rules --filters Name=group-id,Values=${groupId}`)],
      confirm: CLIENT_CONFIRM,
      changes: null,
    };
  }
  const names = [...new Set(openings.flatMap(({ peers }) => peers.map(peerName)))];
  const everybody = names.some((name) => name.endsWith('/0')) ? EVERYBODY : '';
  return {
    summary: `Admit tcp ${ports} from ${listed(names)} into ${groupId}.${everybody}`,
    commands: openings.map(({ command }) => command),
    confirm: CLIENT_CONFIRM,
    changes: openings.flatMap(({ port, changes }) => changes.map((change) => numbered(change, port))),
  };
}

const EVERYBODY =
  ' That is everybody, which is what an internet-facing load balancer is for; declare its clients where it is for some only.';

function rangesAt(port: number, paths: readonly ClientPath[]): readonly RulePeer[] {
  const ranges = paths.filter((path) => path.port === port).flatMap(({ admit }) => admit);
  return [...new Set(ranges)].map((cidr) => ({ kind: 'cidr', cidr }));
}

/** Each opening numbers its rules by itself; of two with one id the second would take the first one's place. */
function numbered(change: InventoryChange, port: number): InventoryChange {
  if (change.kind !== 'add-security-group-rule') return change;
  return { ...change, rule: { ...change.rule, id: `${change.rule.id}-for-${port}` } };
}
