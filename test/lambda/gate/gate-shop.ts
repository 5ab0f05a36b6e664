import { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { onTestFinished, vi } from 'vitest';
import { startAwsEndpoint } from '../../../lab/aws/aws-endpoint.ts';
import type { Deployment } from '../../../lab/aws/codedeploy/deployment.ts';
import type { ReceivedMessage } from '../../../lab/aws/received-message.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { World } from '../../../lab/world/world.ts';
import type { GateGround } from '../../../lambda/gate/gate-ground.ts';
import { looker } from '../../../lambda/gate/looker.ts';
import { awsClients } from '../../../lambda/inventory/aws-clients.ts';
import { openTable } from '../../../lambda/memory/open-table.ts';
import type { TargetHealth } from '../../../lambda/model/inventory.ts';
import { invokeProbers } from '../../../lambda/probe/invoke-probers.ts';
import type { ProberEvent } from '../../../lambda/probe/prober-message.ts';
import { awsEnvironment } from '../../bin/run-cli.ts';

const TABLE = 'origin-doctor';
const whole = healthyWorld();

/** The target group that is deployed to, and the targets in it; the last one is not registered at first. */
export const web = whole.targetGroups.find(({ name }) => name === 'web') ?? missing();
export const targets = (whole.registrations[web.arn] ?? []).map(({ id }) => ({
  id,
  address: whole.instances.find((one) => one.id === id)?.primaryAddress ?? '',
}));
const probers = whole.probers.map(({ name: functionName, subnetId, securityGroups }) => ({
  ...{ functionName, subnetId, securityGroups },
}));

function missing(): never {
  throw new Error('the world has no target group web');
}

/** A shop on the wire in which targets can be registered and ports closed, and all that a gate works with. */
export async function gateShop(deployments: readonly Deployment[] = []) {
  const { [web.arn]: registered = [], ...others } = whole.registrations;
  let world: World = { ...whole, registrations: { ...others, [web.arn]: registered.slice(0, -1) } };
  const closed = new Set<string>();
  let isHanging = false;
  const received: ReceivedMessage[] = [];
  const log: unknown[] = [];
  const addressOf = (id: string) => world.instances.find((one) => one.id === id)?.primaryAddress ?? id;
  const lineOf = (target: TargetHealth['target']): TargetHealth => {
    const word = closed.has(addressOf(target.id))
      ? { state: 'unhealthy', reason: 'Target.FailedHealthChecks' }
      : { state: 'healthy', reason: null };
    return { target, healthCheckPort: null, description: null, ...word };
  };
  const goneOn: unknown[] = [];
  const endpoint = await startAwsEndpoint({
    world: () => world,
    health: () => Object.fromEntries(Object.entries(world.registrations).map(([arn, all]) => [arn, all.map(lineOf)])),
    change: async (next) => {
      world = next;
    },
    invoke: async (functionName, payload) => {
      if (!whole.probers.some(({ name }) => name === functionName)) {
        goneOn.push({ functionName, payload });
        return { kind: 'answer', payload: null };
      }
      if (isHanging) await new Promise(() => {});
      const seen = { errno: null, detail: null, elapsedMs: 1, attempts: 1, at: new Date().toISOString() };
      const results = (payload as ProberEvent).endpoints.map(({ id, address }) => ({
        ...{ id, ...seen, outcome: closed.has(address) ? 'refused' : 'connected' },
      }));
      return { kind: 'answer', payload: { results } };
    },
    tables: [{ name: TABLE, partitionKey: 'pk', sortKey: 'sk' }],
    received: (message) => received.push(message),
    deployments,
  });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await endpoint.close();
  });
  const environment = {
    ...awsEnvironment(endpoint.url),
    ORIGIN_DOCTOR_PROBERS: JSON.stringify(probers),
    ORIGIN_DOCTOR_LOAD_BALANCERS: '["shop-web"]',
    ORIGIN_DOCTOR_TABLE: TABLE,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const clients = awsClients();
  const now = () => new Date();
  const refused: string[] = [];
  const said = (level: string) => (message: unknown, details: unknown) => void log.push({ level, message, details });
  const ground: GateGround = {
    rules: { stable: 2, timeoutSeconds: 5 },
    ...{ loadBalancers: ['shop-web'], targetGroups: [], mayReadmit: false, clients, pauseMs: 5, now },
    table: openTable(TABLE),
    codeDeploy: new CodeDeployClient({ maxAttempts: 1 }),
    looker: ({ names, wanted, memory }) =>
      looker({
        ...{ clients, names: names ?? ['shop-web'], wanted, memory, now, local: null },
        dial: invokeProbers({ client: clients.lambda, probers, now }),
        trigger: { kind: 'event', detail: 'gate' },
      }),
    refused: () => void refused.push('refused'),
    goOn: async (event) => void goneOn.push(event),
    log: { info: said('info'), warn: said('warn'), error: said('error') } as GateGround['log'],
    finishBy: new Date(Date.now() + 60_000),
  };
  return {
    ...{ ground, received, closed, log, goneOn, refused, environment },
    apply: (change: (world: World) => World) => {
      world = change(world);
    },
    world: () => world,
    /** From now on no prober answers. */
    hang: () => {
      isHanging = true;
    },
    /** Registers all targets of the group, as a deployment does. */
    deploy: () => {
      world = { ...world, registrations: { ...world.registrations, [web.arn]: registered } };
    },
  };
}
