import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../lambda/diagnosis/catalogue.ts';
import { endpointsOfWatch } from '../../../lambda/endpoints/endpoints-of-watch.ts';
import { watchPlaces } from '../../../lambda/endpoints/watch-places.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { Outcome, ProbeResult } from '../../../lambda/model/probe-result.ts';
import type { WatchedPath } from '../../../lambda/model/watch.ts';
import { judged } from './judged.ts';
import { AT, answerDenied, egressDenied, ingressDenied, world } from './small-world.ts';

// The small world's load balancer stands for an application here: the same subnets, the same group, no load balancer.
const WATCH: WatchedPath = {
  name: 'app-to-web',
  from: { vpcId: 'vpc-1', subnets: ['subnet-edge-a', 'subnet-edge-b'], securityGroups: ['sg-lb'] },
  to: { host: '10.0.10.5', port: 8080 },
  resolved: null,
};

function watched(
  inventory: Inventory,
  outcome: Outcome | null,
  watch = WATCH,
  change: (results: readonly ProbeResult[]) => readonly ProbeResult[] = (results) => results,
) {
  const ground = { ...inventory, loadBalancers: [], watches: [watch] };
  const vantagePoints = watchPlaces(ground, watch);
  const [endpoint] = endpointsOfWatch(ground, watch);
  if (endpoint === undefined) throw new Error('nothing is watched');
  const results =
    outcome === null ? null : change(vantagePoints.map(({ id, zone }) => seen(endpoint.id, { id, zone, outcome })));
  return judged({ inventory: ground, endpoint, vantagePoints, results });
}

function seen(
  endpoint: string,
  { id, zone, outcome }: { id: string; zone: string | null; outcome: Outcome },
): ProbeResult {
  const shape = { endpoint, vantagePoint: id, zone, outcome, errno: null, detail: null };
  return { ...shape, elapsedMs: 1, attempts: 1, at: AT };
}

const onInstance = { ...WATCH, to: { host: 'i-web', port: 8080 } };
const stopped: Inventory = {
  ...world,
  instances: known([
    { id: 'i-web', name: 'web', state: 'stopped', vpcId: 'vpc-1', subnetId: 'subnet-app', primaryAddress: '10.0.10.5' },
  ]),
};
const unlaid: Inventory = {
  ...world,
  routeTables: known([{ id: 'rtb-1', vpcId: 'vpc-1', main: true, subnetIds: [], routes: [] }]),
};

describe('a path without a load balancer is judged by the same faults', () => {
  it.each<[string, Outcome, Inventory, WatchedPath, string]>([
    ['certain', 'timed-out', ingressDenied, WATCH, 'target-security-group-blocks-load-balancer'],
    ['certain', 'timed-out', egressDenied, WATCH, 'load-balancer-security-group-blocks-targets'],
    ['certain', 'timed-out', answerDenied(), WATCH, 'target-subnet-acl-blocks-response'],
    ['likely', 'refused', world, WATCH, 'target-port-closed'],
    ['certain', 'reset', world, WATCH, 'target-resets-connections'],
    ['certain', 'timed-out', stopped, onInstance, 'target-instance-not-running'],
    ['likely', 'timed-out', { ...world, networkInterfaces: known([]) }, WATCH, 'target-address-stale'],
    ['certain', 'inconclusive', world, WATCH, 'vantage-point-broken'],
    ['certain', 'connected', ingressDenied, WATCH, 'evidence-contradicts'],
  ])('%s, %s', (certainty, outcome, inventory, watch, code) => {
    const { diagnosis, evidence } = watched(inventory, outcome, watch);
    expect(diagnosis.leading).toMatchObject({ code, certainty, resource: watch.to.host });
    expect(evidence.facts.clientPaths).toEqual(known([]));
    const { title, why, fix } = diagnosis.leading ?? {};
    expect(JSON.stringify([title, why, fix, diagnosis.inconclusive.map(({ missing }) => missing)])).not.toMatch(
      /load balancer|elbv2|target group|--region (?!eu-west-1)|register|listener|proxyProtocol|caller says/,
    );
  });

  it('names the group of the caller in the rule that is missing, and sees that it opens the way', () => {
    const { leading } = watched(ingressDenied, 'timed-out').diagnosis;
    expect(leading?.title).toBe("The target's security group does not admit the caller");
    expect(leading?.fix).toMatchObject({
      commands: [
        expect.stringMatching(/authorize-security-group-ingress --group-id sg-web .*sg-lb.* --region eu-west-1$/),
      ],
      verified: true,
    });
  });

  it('says only of one zone what is only of one zone', () => {
    const { leading } = watched(answerDenied('10.0.1.0/24'), 'timed-out').diagnosis;
    expect(leading).toMatchObject({ code: 'target-subnet-acl-blocks-response', zones: ['eu-west-1b'] });
  });
});

it('says nothing of what connects on a way that is open', () => {
  const { diagnosis, evidence } = watched(world, 'connected');
  expect(diagnosis).toMatchObject({ symptom: null, leading: null, others: [], inconclusive: [] });
  expect(evidence).toMatchObject({ unjudged: null, loadBalancer: null, targetGroup: null });
});

it.each<[string, Outcome | null, Inventory, string | null, string | null]>([
  ['nothing was dialled on an open way', null, world, null, 'nothing was dialled; there is no load balancer to ask'],
  [
    'nothing was dialled on a denied way',
    null,
    ingressDenied,
    'target-security-group-blocks-load-balancer',
    'nothing was dialled; there is no load balancer to ask',
  ],
])('is not called judged where %s', (_, outcome, inventory, code, unjudged) => {
  const { diagnosis, evidence } = watched(inventory, outcome);
  expect(evidence.unjudged).toBe(unjudged);
  expect(diagnosis.leading?.code ?? null).toBe(code);
});

it('has a way without a route', () => {
  expect(watched(unlaid, 'timed-out').diagnosis.leading?.component).toBe('route');
});

it('never has what is only of targets behind load balancers', () => {
  const codes = catalogue.filter(({ behind }) => behind === true).map(({ code }) => code);
  expect(codes).toEqual([
    'target-security-group-blocks-clients',
    'target-zone-not-enabled',
    'health-check-port-blocked',
    'health-check-port-closed',
    'deregistration-race',
    'vantage-point-differs',
  ]);
});

it('learns nothing from the silence of a prober that wears groups of its own and is not let through', () => {
  const own = (results: readonly ProbeResult[]) => results.map((one) => ({ ...one, securityGroups: ['sg-own'] }));
  const { diagnosis, evidence } = watched(world, 'timed-out', WATCH, own);
  expect(diagnosis).toMatchObject({ symptom: null, leading: null });
  expect(evidence.unjudged).toContain('proves nothing');
  expect(watched(world, 'refused', WATCH, own).diagnosis.leading?.code).toBe('target-port-closed');
});
