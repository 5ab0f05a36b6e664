import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../../../lambda/contract.ts';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Report } from '../../../../lambda/model/report.ts';
import { metricsOf } from '../../../../lambda/report/metrics/metrics-of.ts';
import { finding, inventory, judged, outside, places, reported } from '../situation.ts';

const DEPLOYMENT = 'Stack/Doctor';
const silent = { purpose: 'traffic', outcome: 'timed-out', witness: 'probe' } as const;
const scheduled = { trigger: { kind: 'schedule', detail: null } } as const;
const arn = inventory.loadBalancers[0]?.arn ?? '';

/** The series as `Name shop-web/web` to their values, less those of the deployment unless asked for. */
function told(report: Report, more: Partial<Parameters<typeof metricsOf>[1]> = {}): Record<string, unknown> {
  const all = metricsOf(report, { deployment: DEPLOYMENT, deployWindows: [], counts: {}, ...more });
  return Object.fromEntries(
    all.map(({ name, values, dimensions }) => {
      const { Deployment, ...of } = dimensions;
      expect(Deployment).toBe(DEPLOYMENT);
      return [[name, ...Object.values(of)].join(' '), values.length === 1 ? values[0] : values];
    }),
  );
}

/** Connect times beside the outcomes are a test of their own. */
function outcomes(report: Report): Record<string, unknown> {
  const { 'ConnectTime shop-web': _, ...rest } = told(report);
  return rest;
}

it('counts a load balancer that is watched and gone as not looked at, by its name', () => {
  const gone = ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/old/1'];
  expect(outcomes({ ...reported([]), gone })).toEqual({ 'NotLooked old': 1 });
});

describe('endpoints', () => {
  it('count once in their load balancer and once in their target group', () => {
    const report = reported([
      judged(),
      judged({ target: 'i-0b22', outcomes: ['refused', 'timed-out'], diagnosis: { symptom: silent } }),
    ]);
    expect(outcomes(report)).toEqual({
      'Connected shop-web': 1,
      'Connected shop-web web': 1,
      'Silent shop-web': 1,
      'Silent shop-web web': 1,
    });
  });

  it.each<[string, readonly [string, null], object]>([
    ['count in none while another serves', ['healthy', null], { 'Connected shop-web': 1, 'Connected shop-web web': 1 }],
    [
      'count where nobody serves',
      ['initial', null],
      {
        ...{ 'Connected shop-web': 1, 'Connected shop-web web': 1 },
        ...{ 'Refused shop-web': 1, 'Refused shop-web web': 1 },
      },
    ],
  ])('that refuse and are still initial %s', (_, word, counted) => {
    const starting = judged({ target: 'i-0b22', outcomes: ['refused', 'refused'], word: ['initial', null] });
    expect(outcomes(reported([judged({ word }), starting]))).toEqual(counted);
  });

  it('that could not be judged are not looked at, never connected', () => {
    expect(outcomes(reported([judged({ unjudged: 'silence proves nothing' })]))).toEqual({ 'NotLooked shop-web': 1 });
  });

  it('are not what this machine sees', () => {
    const report = reported([judged({ outcomes: ['connected'], from: [outside] })], {
      vantagePoints: [...places, outside],
    });
    expect(told(report)).toEqual({ 'NotLooked shop-web': 1 });
  });

  it('are not the ports beside the registered one', () => {
    const one = judged({ outcomes: ['refused', 'refused'] });
    const endpoint = { ...one.evidence.endpoint, purpose: 'sibling' } as const;
    expect(told(reported([{ ...one, evidence: { ...one.evidence, endpoint } }]))).toEqual({});
  });

  it('of a watched way count under its name', () => {
    const one = judged({ outcomes: ['refused', 'refused'] });
    const endpoint = { ...one.evidence.endpoint, loadBalancer: null, targetGroup: null, watch: 'orders to database' };
    expect(told(reported([{ ...one, evidence: { ...one.evidence, endpoint } }]))).toEqual({
      'Refused orders to database': 1,
    });
  });
});

describe('connect times', () => {
  it('are those of the connections that stood', () => {
    expect(told(reported([judged({ outcomes: ['connected', 'refused'] })]))['ConnectTime shop-web']).toBe(12);
  });

  it('are a hundred at most, the least and the greatest among them', () => {
    const report = reported([judged()]);
    const [endpoint] = report.endpoints;
    const probes = Array.from({ length: 500 }, (_, index) => ({ ...endpoint?.probes[0], elapsedMs: index }));
    const many = { ...report, endpoints: [{ ...endpoint, probes }] } as Report;
    const values = told(many)['ConnectTime shop-web'] as number[];
    expect(values).toHaveLength(100);
    expect([values.at(0), values.at(50), values.at(-1)]).toEqual([0, 252, 499]);
  });
});

describe('faults of the configuration', () => {
  const group = inventory.targetGroups.known ? (inventory.targetGroups.value[0]?.arn ?? '') : '';
  const ofGroup = finding({ code: 'target-group-empty', subject: 'target-group', resource: group });
  const ofBalancer = finding({ code: 'listener-missing', subject: 'load-balancer', resource: arn });

  it.each([
    ['none', [], 0],
    ['of the target group and of the load balancer', [ofGroup, ofBalancer], 2],
    ['likely ones too', [{ ...ofGroup, certainty: 'likely' as const }], 1],
    ['not possible ones', [{ ...ofGroup, certainty: 'possible' as const }], 0],
    [
      'not notes and consequences',
      [
        { ...ofGroup, kind: 'note' as const },
        { ...ofBalancer, kind: 'consequence' as const },
      ],
      0,
    ],
    ['not those of a strange load balancer', [{ ...ofBalancer, resource: 'arn:other' }], 0],
  ])('%s', (_, findings, expected) => {
    const report = { ...reported([]), findings };
    expect(told(report)['Misconfigured shop-web'] ?? 0).toBe(expected);
  });

  it.each([
    ['of a target that answers', null, 1],
    ['not of one that is ill: that has its outcome', silent, 0],
  ])('%s', (_, symptom, expected) => {
    const both = [
      judged({ diagnosis: { symptom, leading: finding() } }),
      judged({ target: 'i-0b22', diagnosis: { symptom, leading: finding({ resource: 'i-0b22' }) } }),
    ];
    expect(told(reported(both))['Misconfigured shop-web'] ?? 0).toBe(expected);
  });
});

describe('what could not be read', () => {
  const denied = unknown('throttled', 'ask again later');
  const second = {
    ...inventory.loadBalancers[0],
    arn: 'arn:second',
    name: 'second',
  } as (typeof inventory.loadBalancers)[0];
  const two = {
    ...inventory,
    loadBalancers: [...inventory.loadBalancers, second],
    listeners: { ...inventory.listeners, 'arn:second': known([]) },
  };

  it.each([
    ['of one load balancer', { listeners: { ...two.listeners, [arn]: denied } }, { 'NotLooked shop-web': 1 }],
    [
      'of its target group',
      { targetHealth: Object.fromEntries(Object.keys(inventory.targetHealth).map((one) => [one, denied])) },
      { 'NotLooked shop-web': 1 },
    ],
    ['of all', { subnets: denied, securityGroups: denied }, { 'NotLooked shop-web': 2, 'NotLooked second': 2 }],
    ['listeners that nobody asked for', { listeners: { 'arn:second': known([]) } }, { 'NotLooked shop-web': 1 }],
  ])('%s', (_, changes, expected) => {
    expect(told(reported([], { inventory: { ...two, ...changes } }))).toEqual(expected);
  });
});

describe('the deployment', () => {
  it.each([
    ['a scheduled check', reported([], scheduled), {}, { Heartbeat: 1 }],
    ['a check for an event', reported([], { trigger: { kind: 'event', detail: null } }), {}, {}],
    [
      'what went wrong',
      reported([], scheduled),
      { counts: { overrun: 1, refusedEvents: 2, notCovered: 3 } },
      { Heartbeat: 1, Overrun: 1, RefusedEvents: 2, NotCovered: 3 },
    ],
    ['a deploy that is followed', reported([]), { deployWindows: [arn, 'arn:other'] }, { 'DeployWindow shop-web': 1 }],
  ])('%s', (_, report, more, expected) => {
    expect(told(report, more)).toEqual(expected);
  });
});

it('has as many series as load balancers and target groups allow, however many targets and zones there are', () => {
  const perBalancer = Object.values(metrics).filter(({ dimensionSets }) => dimensionSets[0]?.length === 2).length;
  const perGroup = Object.values(metrics).filter(({ dimensionSets }) => dimensionSets.length === 2).length;
  const perDeployment = Object.values(metrics).filter(({ dimensionSets }) => dimensionSets[0]?.length === 1).length;
  const outcome = fc.constantFrom(
    'connected',
    'refused',
    'timed-out',
    'reset',
    'closed-early',
    'unreachable',
    'inconclusive',
  );
  const endpoint = fc.record({
    outcomes: fc.array(outcome, { maxLength: 4 }),
    balancer: fc.nat(3),
    group: fc.nat(5),
    ill: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(endpoint, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (endpoints, balancers) => {
      const report = wide(endpoints, balancers);
      const all = metricsOf(report, {
        deployment: 'd',
        deployWindows: report.loadBalancers.map((one) => one.arn),
        counts: {},
      });
      const keys = new Set(all.map(({ name, dimensions }) => JSON.stringify([name, dimensions])));
      expect(keys.size).toBe(all.length);
      expect(all.length).toBeLessThanOrEqual(
        balancers * perBalancer + report.targetGroups.length * perGroup + perDeployment,
      );
      expect(all.every(({ values }) => values.length <= 100 && values.every((value) => value > 0))).toBe(true);
    }),
  );
});

type Wide = { outcomes: readonly string[]; balancer: number; group: number; ill: boolean };

/** Six target groups in turn behind so many load balancers, and these endpoints in them. */
function wide(endpoints: readonly Wide[], balancers: number): Report {
  const base = reported([judged()]);
  const [sample] = base.endpoints;
  const nameOf = (kind: string, index: number) => `${kind}-${index}`;
  return {
    ...base,
    loadBalancers: Array.from({ length: balancers }, (_, index) => ({
      ...base.loadBalancers[0],
      arn: nameOf('lb', index),
      name: nameOf('lb', index),
    })),
    targetGroups: Array.from({ length: 6 }, (_, index) => ({
      ...base.targetGroups[0],
      arn: nameOf('tg', index),
      name: nameOf('tg', index),
      loadBalancers: [nameOf('lb', index % balancers)],
    })),
    endpoints: endpoints.map(({ outcomes: seen, balancer, group, ill }, index) => ({
      ...sample,
      id: `e-${index}`,
      loadBalancer: nameOf('lb', group % balancers),
      targetGroup: nameOf('tg', group),
      probes: seen.map((one, place) => ({
        ...sample?.probes[0],
        vantagePoint: `p-${balancer}-${place}`,
        outcome: one,
      })),
      diagnosis: { ...sample?.diagnosis, leading: ill ? finding() : null, symptom: ill ? silent : null },
    })),
  } as Report;
}
