import type { Flow, PathJudgement } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { judgeLocated } from './judge-located.ts';
import { locate } from './locate.ts';
import { resolveFlow } from './resolve-flow.ts';

/**
 * Judges a flow on configuration alone, there and back. Every hop is judged, also those behind a denial as far as they can
 * be told, so that all lines to be mended are named at once. Security groups remember the request, so the answer meets
 * none of them; network ACLs and routes do not (AWS, *Connection tracking*). What cannot be known makes a hop `unknown`,
 * never `allow`. A destination that is in no subnet is looked for by following the routes.
 */
export function judgePath(inventory: Inventory, asked: Flow): PathJudgement {
  const flow = resolveFlow(inventory, asked);
  return judgeLocated(inventory, flow, locate(inventory, flow.source), locate(inventory, flow.destination));
}
