import type { Flow, PathJudgement } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { addressClass } from './address-class.ts';
import { addressName } from './address-name.ts';
import { isSingle } from './is-single.ts';
import { judgeLocated } from './judge-located.ts';
import { type Located, locate } from './locate.ts';
import { type HopNamings, type Naming, namedJudgement } from './named-judgement.ts';
import { oncePer } from './once-per.ts';
import { resolveFlow } from './resolve-flow.ts';

/**
 * Judges a flow as `judgePath` does, and to the same answer, for those who judge many: of flows from one place to
 * destinations that nothing in the inventory tells apart save by name, only the first is judged.
 */
export function judgeFleetPath(inventory: Inventory, asked: Flow): PathJudgement {
  const flow = resolveFlow(inventory, asked);
  const source = locate(inventory, flow.source);
  const destination = locate(inventory, flow.destination);
  if (source === null || destination === null || !isPlain(destination) || isSameHost(source, destination)) {
    return judgeLocated(inventory, flow, source, destination);
  }
  return namingOf(inventory, flow, source, destination)(flow, addressName(destination.cidr));
}

/** An interface's own address, by which the internet does not reach it: it can only differ from its like by name. */
function isPlain({ interfaceId, securityGroups, subnetId, vpc, publicAddress, range }: Located): boolean {
  if (interfaceId === null || securityGroups === null || subnetId === null) return false;
  const hidden = range.family === 6 || (publicAddress.known && publicAddress.value === null);
  return vpc.known && hidden && isSingle(range);
}

/** Whether it may be one host that talks to itself: that is the one way in which two stations' addresses are compared. */
function isSameHost(source: Located, destination: Located): boolean {
  return source.interfaceId === destination.interfaceId || source.range.value === destination.range.value;
}

/** No text of AWS's holds it, as XML has no such character. */
const BLANK = '\u0000';

/** How many ways are kept for one place: endpoints come service by service, so what was judged long ago is not asked again. */
const KEPT = 100;

const namingsIn = oncePer((_inventory: Inventory) => ({
  bySource: oncePer((_source: Located) => new Map<string, Naming>()),
  hops: new Map() as HopNamings,
}));

/** What tells one likeness from another is long, so each has a number. Places live as long as their inventory here. */
const likenessIn = oncePer((_inventory: Inventory) => ({
  numbers: new Map<string, number>(),
  byPlace: new Map<Located, number>(),
}));

function namingOf(inventory: Inventory, flow: Flow, source: Located, destination: Located): Naming {
  const { port, sourcePorts } = flow;
  const { bySource, hops } = namingsIn(inventory);
  const namings = bySource(source);
  const key = `${numberOf(inventory, destination)} ${port} ${sourcePorts.from} ${sourcePorts.to}`;
  const kept = namings.get(key);
  if (kept !== undefined) return kept;
  if (namings.size >= KEPT) {
    namings.clear();
    hops.clear();
  }
  const blanked = { ...destination, cidr: BLANK };
  const judged = judgeLocated(inventory, { ...flow, destination: blanked }, source, blanked);
  const naming = namedJudgement(judged, BLANK, hops);
  namings.set(key, naming);
  return naming;
}

function numberOf(inventory: Inventory, destination: Located): number {
  const { numbers, byPlace } = likenessIn(inventory);
  const known = byPlace.get(destination);
  if (known !== undefined) return known;
  const text = likenessOf(inventory, destination);
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  byPlace.set(destination, number);
  return number;
}

/** All that the answer may depend on, save the name. Groups in their order, as sentences name them in it. */
function likenessOf(inventory: Inventory, { subnetId, securityGroups, range }: Located): string {
  return `${addressClass(inventory, range)} ${subnetId} ${securityGroups?.join()}`;
}
