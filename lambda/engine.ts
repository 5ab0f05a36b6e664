import { CannotCheck } from './inventory/cannot-check.ts';
import { isJsonObject } from './inventory/saved/json-object.ts';
import { readSnapshot } from './inventory/saved/read-snapshot.ts';
import { findWay } from './join/find-way.ts';
import { judgeInventory } from './join/judge-inventory.ts';
import { onlyNamed } from './join/only-named.ts';
import type { Inventory } from './model/inventory.ts';
import type { Report } from './model/report.ts';
import type { WayJudgement } from './model/way.ts';
import { parseDestination } from './reachability/way/parse-destination.ts';

// What the package offers as a library: the judging, and none of the reading. It touches neither Node nor AWS.

export type { Inventory, Report, WayJudgement };

/** What `diagnose` is asked. */
export type DiagnoseOptions = {
  /** Names or ARNs of load balancers. @default all of the inventory */
  readonly loadBalancers?: readonly string[];
  /** The time that the report carries. @default the time at which the inventory was read */
  readonly at?: Date;
};

/** What `path` is asked. */
export type PathOptions = {
  /** An instance id, a network interface id, a load balancer's name, or an address. */
  readonly from: string;
  /** An address and a TCP port: `10.0.1.5:443`, `[2001:db8::5]:443`. */
  readonly to: string;
  /** 1 to 65535. @default any port that the source may dial from */
  readonly sourcePort?: number;
};

/**
 * An inventory from the JSON that `origin-doctor snapshot` writes, once it is parsed. What a snapshot of an older version
 * does not hold is an unknown fact. Throws an error named `CannotCheck` that says which field is not as it must be.
 */
export function readInventory(json: unknown): Inventory {
  if (!isJsonObject(json)) throw new CannotCheck('a snapshot is a JSON object, and this is none.');
  return readSnapshot('the snapshot', json);
}

/**
 * Judges configuration and target health of an inventory, as `origin-doctor check --from none --inventory FILE` does; the
 * report is that of `--output json`. Throws an error named
 * `CannotCheck` for a load balancer that is not in it.
 */
export function diagnose(inventory: Inventory, { loadBalancers = [], at }: DiagnoseOptions = {}): Report {
  const time = at ?? new Date(inventory.readAt);
  return judgeInventory(onlyNamed(inventory, loadBalancers), { apiCalls: {}, now: () => time });
}

/**
 * Judges one flow on configuration alone, hop by hop, there and back: `verdict` is `allow`, `deny` or `unknown`, as of
 * `origin-doctor path`. Throws an error named `CannotCheck` for a source, a destination or a port that means nothing in it.
 */
export function path(inventory: Inventory, { from, to, sourcePort }: PathOptions): WayJudgement {
  const destination = parseDestination(to);
  if ('problem' in destination) throw new CannotCheck(destination.problem);
  return findWay(inventory, { from, to: destination, sourcePort: checkedPort(sourcePort) });
}

function checkedPort(port: number | undefined): number | null {
  if (port === undefined) return null;
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new CannotCheck(`"${port}" is no port. Allowed are whole numbers from 1 to 65535.`);
}
