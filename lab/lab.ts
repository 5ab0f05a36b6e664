import type { Report } from '../lambda/model/report.ts';
import type { AccountFacts } from './aws/account-facts.ts';
import { startAwsEndpoint } from './aws/aws-endpoint.ts';
import type { CloudWatchClock } from './aws/cloudwatch/cloudwatch-clock.ts';
import type { Deployment as CodeDeployment } from './aws/codedeploy/deployment.ts';
import type { InvokeOutcome } from './aws/invoke-outcome.ts';
import type { ReceivedMessage } from './aws/received-message.ts';
import { deliver } from './deliver.ts';
import { isAllowed } from './deployed/is-allowed.ts';
import { matchesPattern } from './deployed/matches-pattern.ts';
import type { DeployedFunction, Deployment, EventRule } from './deployment.ts';
import type { PlaneMode } from './faults/lab-fault.ts';
import { type Plain, plainDeployment } from './plain-deployment.ts';
import { functionRunner } from './plane/function-runner.ts';
import { type Door, openDoor } from './plane/open-door.ts';
import type { Plane } from './plane/plane.ts';
import { standPlane } from './plane/stand-plane.ts';
import { runtimeEnvironment } from './runtime-environment.ts';
import { scheduledEvent } from './scheduled-event.ts';
import type { World } from './world/world.ts';

export type { Handlers } from './plain-deployment.ts';

/** How a lab is stood up: with the handlers deployed as a stack would, or with what a stack does deploy. */
export type LabOptions = {
  readonly world: World;
  /** `best`: namespaces where the machine permits, loopback where not. */
  readonly mode: PlaneMode | 'best';
  /** CloudWatch's time; without it, the machine's. */
  readonly clock?: CloudWatchClock;
  /** What the account holds beside the world; nothing without it. */
  readonly account?: () => AccountFacts;
  /** What CodeDeploy has under way; nothing without it. */
  readonly codeDeployments?: readonly CodeDeployment[];
} & (Plain | { readonly deployment: Deployment });

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
  /** Invokes a function by its name. */
  readonly invoke: (functionName: string, event: unknown) => Promise<InvokeOutcome>;
  /** Sends an event of EventBridge's: to the functions of the rules that it matches, whose answers it gives. */
  readonly send: (event: Readonly<Record<string, unknown>>) => Promise<readonly InvokeOutcome[]>;
  /** Has the schedule's time come. */
  readonly tick: () => Promise<readonly InvokeOutcome[]>;
  /** Has CloudWatch look at every alarm. */
  readonly evaluateAlarms: () => void;
  /** What was sent, put and changed so far: messages, events, metrics, alarms. */
  readonly messages: () => readonly ReceivedMessage[];
  /** Lines that functions printed and that are no metrics, the last thousand. */
  readonly printed: () => readonly string[];
  /** How often each IAM action was called so far, refused calls too. */
  readonly calls: () => Readonly<Record<string, number>>;
  readonly deployment: () => Deployment;
  /** Deploys this instead; its tables must be those that are there. */
  readonly deploy: (deployment: Deployment) => void;
  /** Lets commands run at this interface with the AWS endpoint in reach; null where there is no such place. */
  readonly openDoor: (interfaceId: string) => Promise<Door | null>;
  /** Takes all of it away. Safe to call twice. */
  readonly close: () => Promise<void>;
};

const MOST_LINES = 1000;

/** Stands a world up with the doctor deployed in it. Rejects when it cannot, with nothing left behind. */
export async function startLab(options: LabOptions): Promise<Lab> {
  let world = options.world;
  let given = 'deployment' in options ? options.deployment : null;
  const deployment = () => given ?? plainDeployment(world, options as Plain);
  const received: ReceivedMessage[] = [];
  const printed: string[] = [];
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).toReversed()) await one();
  };
  try {
    const { plane, instead } = await standPlane(world, (name) => codeOf(name), options.mode);
    closers.push(plane.close);
    const follow = inTurn(() => plane.apply(world));
    const change = (next: World) => {
      world = next;
      return follow();
    };
    const endpoint = await startAwsEndpoint({
      ...{ health: plane.health, invoke, change, permits, clock: options.clock },
      ...{ account: options.account, deployments: options.codeDeployments },
      world: () => world,
      tables: deployment().tables,
      received: (message) => void received.push(message),
    });
    closers.push(endpoint.close);
    const outside = functionRunner((_, line) => {
      const { stored, errors } = endpoint.cloudWatch.takeEmf(line);
      if (stored === 0) printed.push(line, ...errors);
      printed.splice(0, printed.length - MOST_LINES);
    });
    closers.push(outside.close);
    return {
      ...{ mode: plane.mode, instead, url: endpoint.url, health: plane.health },
      ...{ apply: change, invoke, deployment, close },
      world: () => world,
      check: async () => {
        const outcome = await invoke(deployment().monitor, { trigger: { kind: 'lab', detail: null } });
        if (outcome.kind === 'answer') return outcome.payload as Report;
        throw new Error(`the monitor failed: ${wordsOf(outcome)}`);
      },
      send: (event) =>
        deliver(
          rulesWhere((pattern) => pattern !== null && matchesPattern(pattern, event)),
          event,
          invoke,
        ),
      tick: () =>
        deliver(
          rulesWhere((pattern) => pattern === null),
          scheduledEvent(world),
          invoke,
        ),
      evaluateAlarms: endpoint.cloudWatch.evaluateAlarms,
      messages: () => received,
      printed: () => printed,
      calls: endpoint.calls,
      deploy: (next) => {
        given = next;
      },
      openDoor: async (interfaceId) => {
        const enter = plane.enter(interfaceId);
        if (enter === null) return null;
        const door = await openDoor(enter, endpoint.server);
        closers.push(door.close);
        return door;
      },
    };

    function rulesWhere(isMeant: (pattern: EventRule['pattern']) => boolean): readonly EventRule[] {
      return deployment().rules.filter(({ pattern }) => isMeant(pattern));
    }

    function codeOf(name: string): DeployedFunction | undefined {
      const code = deployment().functions.find((one) => one.name === name);
      return code && { ...code, environment: runtimeEnvironment(code, world, endpoint.url) };
    }

    async function invoke(name: string, event: unknown): Promise<InvokeOutcome> {
      const code = codeOf(name);
      if (code === undefined || code.inVpc) return plane.invoke(name, event);
      return outside.run(code, { enter: [], book: null }, event);
    }
  } catch (error) {
    await close();
    throw error;
  }

  /** Functions may what their roles say; whoever else has a key of the lab's may everything. */
  function permits(accessKeyId: string, action: string, resource: string): boolean {
    const statements = deployment().functions.find(({ name }) => name === accessKeyId)?.statements ?? null;
    return statements === null || isAllowed(statements, action, resource);
  }
}

function wordsOf(outcome: Exclude<InvokeOutcome, { kind: 'answer' }>): string {
  if (outcome.kind === 'service-error') return `${outcome.name}: ${outcome.message}`;
  return `${outcome.payload.errorType}: ${outcome.payload.errorMessage}`;
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
