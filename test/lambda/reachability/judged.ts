import type { PathJudgement } from '../../../lambda/model/flow.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { stationAt } from '../../../lambda/reachability/station-at.ts';
import { flowBetween } from './flow-between.ts';

/** The path from an address of a VPC (null: wherever it is unique) to another, wherever the routes lead, to port 8080. */
export function judged(inventory: Inventory, from: string, to: string, vpcId: string | null = 'vpc-1'): PathJudgement {
  return judgePath(inventory, flowBetween(inventory, stationAt(inventory, from, vpcId) ?? from, to));
}

/** A path's hops in short, forward and return: `route rtb-1 10.0.0.0/16 allow`. Groups and ACLs that allow are left out. */
export function wayOf({ forward, return: back }: PathJudgement): { there: string[]; back: string[] } {
  const short = (hops: PathJudgement['forward']) =>
    hops
      .filter(({ kind, decision }) => decision !== 'allow' || !/^(security-group|network-acl)/.test(kind))
      .map(({ kind, resource, line, decision }) => [kind, resource, line, decision].filter(Boolean).join(' '));
  return { there: short(forward), back: short(back) };
}
