import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../lambda/model/report.ts';
import { startAwsEndpoint } from './aws/aws-endpoint.ts';
import type { PlaneMode } from './faults/lab-fault.ts';
import { startChild } from './plane/child.ts';
import { type Door, openDoor } from './plane/open-door.ts';
import type { Plane } from './plane/plane.ts';
import { standPlane } from './plane/stand-plane.ts';
import type { InvokedAnswer } from './processes/messages.ts';
import type { World } from './world/world.ts';

/** What the lab runs: the files of the deployed handlers. The lab knows no more of them. */
export type Handlers = { readonly monitor: string; readonly prober: string };

/** How a lab is stood up. */
export type LabOptions = {
  readonly world: World;
  readonly handlers: Handlers;
  /** `best`: namespaces where the machine permits, loopback where not. */
  readonly mode: PlaneMode | 'best';
  /** One deadline for all attempts of a probe, milliseconds. */
  readonly deadlineMs: number;
};

/** A world that stands, with the doctor deployed in it. */
export type Lab = {
  readonly mode: PlaneMode;
  /** Why it is loopback mode where namespaces were preferred; null otherwise. */
  readonly instead: string | null;
  /** The AWS endpoint (`AWS_ENDPOINT_URL`). */
  readonly url: string;
  readonly world: () => World;
  readonly health: Plane['health'];
  /** Changes the world while it runs, its API and its packets alike. */
  readonly apply: (world: World) => Promise<void>;
  /** Invokes the monitor once and gives its answer. Rejects with its error. */
  readonly check: () => Promise<Report>;
  /** Lets commands run at this interface with the AWS endpoint in reach; null where there is no such place. */
  readonly openDoor: (interfaceId: string) => Promise<Door | null>;
  /** Takes all of it away. Safe to call twice. */
  readonly close: () => Promise<void>;
};

const RUNTIME = fileURLToPath(new URL('./processes/function.ts', import.meta.url));

/** Stands a world up with the deployed handlers in it. Rejects when it cannot, with nothing left behind. */
export async function startLab(options: LabOptions): Promise<Lab> {
  let world = options.world;
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).toReversed()) await one();
  };
  try {
    const { plane, instead } = await standPlane(world, options.handlers.prober, options.mode);
    closers.push(plane.close);
    const follow = inTurn(() => plane.apply(world));
    const change = (next: World) => {
      world = next;
      return follow();
    };
    const endpoint = await startAwsEndpoint({ world: () => world, health: plane.health, invoke: plane.invoke, change });
    closers.push(endpoint.close);
    const environment = () => monitorEnvironment(world, endpoint.url, options.deadlineMs);
    const startMonitor = (env: NodeJS.ProcessEnv) =>
      startChild([process.execPath, RUNTIME, options.handlers.monitor], { env });
    let deployed = environment();
    let monitor = await startMonitor(deployed);
    closers.push(() => monitor.stop());
    return {
      mode: plane.mode,
      instead,
      url: endpoint.url,
      world: () => world,
      health: plane.health,
      apply: async (next) => {
        await change(next);
        // Lambda starts a function anew when its configuration changes; what it kept in memory is gone.
        if (isDeepStrictEqual(environment(), deployed)) return;
        deployed = environment();
        await monitor.stop();
        monitor = await startMonitor(deployed);
      },
      check: async () => {
        const event = { trigger: { kind: 'lab', detail: null } };
        const answer = await monitor.request<InvokedAnswer>({ event, book: null });
        if ('error' in answer)
          throw new Error(`the monitor failed: ${answer.error.errorType}: ${answer.error.errorMessage}`);
        return answer.payload as Report;
      },
      openDoor: async (interfaceId) => {
        const enter = plane.enter(interfaceId);
        if (enter === null) return null;
        const door = await openDoor(enter, endpoint.server);
        closers.push(door.close);
        return door;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs an action once for each call, one after the other: two changes at once would leave half of each. */
function inTurn(action: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    const own = last.catch(() => {}).then(action);
    last = own;
    return own;
  };
}

/** What the stack would give the monitor. The keys open nothing: the lab's endpoint only wants requests to be signed. */
function monitorEnvironment(world: World, url: string, deadlineMs: number): NodeJS.ProcessEnv {
  const probers = world.probers.map(({ name, subnetId, securityGroups, identity }) => ({
    functionName: name,
    ...{ subnetId, securityGroups, identity },
  }));
  return {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: url,
    AWS_REGION: world.region,
    AWS_ACCESS_KEY_ID: 'lab',
    AWS_SECRET_ACCESS_KEY: 'lab',
    ORIGIN_DOCTOR_PROBERS: JSON.stringify(probers),
    ORIGIN_DOCTOR_LOAD_BALANCERS: '[]',
    ORIGIN_DOCTOR_DEADLINE_MS: String(deadlineMs),
  };
}
