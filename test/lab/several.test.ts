import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabFault } from '../../lab/faults/lab-fault.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { loadFaults } from '../../lab/load-faults.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { Diagnosis } from '../../lambda/model/diagnosis.ts';
import type { Report } from '../../lambda/model/report.ts';
import { eventually } from './eventually.ts';
import { modesHere } from './modes.ts';

const HANDLERS = {
  monitor: join(import.meta.dirname, '../../lambda/handlers/monitor.ts'),
  prober: join(import.meta.dirname, '../../lambda/handlers/prober.ts'),
};
const HEALTHY = healthyWorld(7, 'fast');
const FAULTS = await loadFaults();

/** Routes exist in namespaces only. */
const ROUTE_PAIR = [
  'a port and the way back to a zone',
  ['health-check-port-blocked', 'target-subnet-without-return-route'],
] as const;

describe.each(await modesHere())('in %s mode', (mode) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab({ world: HEALTHY, handlers: HANDLERS, mode, deadlineMs: 700 });
  });
  afterAll(() => lab.close());

  it.each<readonly [string, readonly string[]]>([
    ['a listener and a process', ['listener-forwards-nowhere', 'target-port-closed']],
    ['a load balancer and the way to its targets', ['load-balancer-not-active', 'target-subnet-acl-blocks-response']],
    ['clients and targets', ['load-balancer-security-group-blocks-clients', 'target-resets-connections']],
    ['a target group and a target of another', ['target-group-empty', 'target-closes-early']],
    [
      'two ways into one load balancer',
      ['load-balancer-subnet-acl-blocks-clients', 'load-balancer-subnet-without-internet-route'],
    ],
    ['two targets', ['target-port-closed', 'target-resets-connections']],
    ['a port and all ports of a zone', ['health-check-port-blocked', 'load-balancer-subnet-acl-blocks-response']],
    ...(mode === 'namespaces' ? [ROUTE_PAIR] : []),
    [
      'three at once',
      ['listener-missing', 'target-security-group-blocks-load-balancer', 'target-security-group-blocks-clients'],
    ],
  ])('two faults at once are both named: %s', async (_, codes) => {
    await heal(lab);
    const broken = codes.map(faultOf);
    await lab.apply(broken.reduce((world, fault) => fault.change(world), HEALTHY));
    const report = await lab.check();
    const named = broken.map((fault) => namesAt(report, fault.resourceOf(HEALTHY)).includes(fault.code));
    expect(named).toEqual(broken.map(() => true));
    const causes = report.findings.filter(({ kind }) => kind === 'cause');
    expect(new Set(causes.map(({ code }) => code))).toEqual(new Set(codes));
  });

  it('a fault in one zone names that zone, and says the same each time', async () => {
    await heal(lab);
    await lab.apply(faultOf('load-balancer-subnet-acl-blocks-request').change(HEALTHY));
    const said: unknown[] = [];
    for (let check = 0; check < 4; check += 1) {
      const { findings } = await lab.check();
      // That all targets are ill by now is a consequence, which the load balancer takes a while to say.
      const causes = findings.filter(({ kind }) => kind === 'cause');
      said.push(
        causes.map(({ code, zones, since, certainty, resource }) => ({ code, zones, since, certainty, resource })),
      );
    }
    expect(said[0]).not.toEqual([]);
    expect(said[0]).toEqual(Array(3).fill(expect.objectContaining({ zones: ['eu-west-1a'] })));
    expect(said.slice(1)).toEqual(Array(3).fill(said[0]));
  });
});

function faultOf(code: string): LabFault {
  const found = FAULTS.find((fault) => fault.code === code);
  if (found === undefined) throw new Error(`the lab has no world for ${code}`);
  return found;
}

async function heal(lab: Lab): Promise<void> {
  await lab.apply(HEALTHY);
  const states = () => Object.values(lab.health()).flatMap((lines) => lines.map((line) => line.state));
  await eventually('every target healthy', () => states().every((state) => state === 'healthy'));
  // The monitor sees it too, so that what ails next is new to it.
  await lab.check();
}

/** What is found at a target, or at a load balancer or target group as such. */
function namesAt({ loadBalancers, targetGroups, endpoints }: Report, resource: string): readonly string[] {
  const diagnoses: readonly Diagnosis[] = [
    ...[...loadBalancers, ...targetGroups].filter(({ arn }) => arn === resource),
    ...endpoints.filter(({ target }) => target.id === resource),
  ].map(({ diagnosis }) => diagnosis);
  return diagnoses.flatMap(({ leading, others }) => [leading, ...others].flatMap((one) => one?.code ?? []));
}
