import { describe, expect, it } from 'vitest';
import { json } from '../../../lambda/report/json.ts';
import { notJudged, oneFaultTwice, twoFaults } from './told.ts';

/** The contract's keys; what was added to it may only follow. */
const CONTRACT = {
  report: 'schemaVersion checkedAt configurationReadAt trigger findings loadBalancers targetGroups endpoints cost',
  loadBalancer: 'arn name type state leading',
  targetGroup: 'arn name loadBalancers leading',
  endpoint: 'loadBalancer targetGroup watch target address port purpose elb probes paths diagnosis',
  probe: 'vantagePoint zone outcome errno elapsedMs attempts at',
  path: 'vantagePoint zone verdict forward return',
  hop: 'kind resource decision why',
  diagnosis: 'symptom since leading others inconclusive',
  finding:
    'code title kind subject resource component certainty zones culprit facts why fix since changedBy impact see',
  fix: 'summary commands verified',
  cost: 'apiCalls probes elapsedMs',
};

describe('keys stand in the order of the contract', () => {
  const report = JSON.parse(json(twoFaults()));
  const [endpoint] = report.endpoints;

  it.each([
    ['report', report],
    ['loadBalancer', report.loadBalancers[0]],
    ['targetGroup', report.targetGroups[0]],
    ['endpoint', endpoint],
    ['probe', endpoint.probes[0]],
    ['path', endpoint.paths[0]],
    ['hop', endpoint.paths[0].forward[0]],
    ['diagnosis', endpoint.diagnosis],
    ['finding', report.findings[0]],
    ['finding', endpoint.diagnosis.leading],
    ['finding', report.loadBalancers[0].leading],
    ['fix', report.findings[0].fix],
    ['cost', report.cost],
  ] as const)('%s', (shape, value) => {
    const expected = CONTRACT[shape].split(' ');
    expect(Object.keys(value).slice(0, expected.length)).toEqual(expected);
  });
});

it.each([
  ['two faults', twoFaults],
  ['one fault twice', oneFaultTwice],
  ['nothing known', notJudged],
])('loses nothing: %s', (_, report) => {
  expect(JSON.parse(json(report()))).toEqual(report());
  expect(json(report())).toMatch(/\}\n$/);
});

it('does not depend on the order in which things were put together', () => {
  const report = twoFaults();
  const reversed = Object.fromEntries(Object.entries(report).reverse()) as typeof report;
  const calls = Object.fromEntries(Object.entries(report.cost.apiCalls).reverse());
  expect(json({ ...reversed, cost: { ...report.cost, apiCalls: calls } })).toBe(json(report));
});
