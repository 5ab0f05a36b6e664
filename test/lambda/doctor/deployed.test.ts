import { describe, expect, it } from 'vitest';
import { stackOutputs } from '../../../lambda/contract.ts';
import { chooseDeployed } from '../../../lambda/doctor/choose-deployed.ts';
import { deployedIn } from '../../../lambda/doctor/deployed-in.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';

const PROBERS = JSON.stringify([{ functionName: 'p', subnetId: 'subnet-1', securityGroups: [] }]);

function outputs(mark: string, change: Partial<Record<keyof typeof stackOutputs, string | undefined>> = {}) {
  const values = { deployment: 'd', monitor: 'm', probers: PROBERS, version: '1', table: 't', topic: 'x', ...change };
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [`${stackOutputs[name as keyof typeof stackOutputs]}${mark}`, String(value)]),
  );
}

describe('outputs tell', () => {
  it.each<[string, Record<string, string>, readonly object[]]>([
    ['of one', outputs('0011aabb'), [{ stack: 's', monitor: 'm', gate: null, probers: [{ functionName: 'p' }] }]],
    ['of its gate', outputs('0011aabb', { gate: 'g' }), [{ gate: 'g' }]],
    [
      'of two in one stack',
      { ...outputs('0011aabb'), ...outputs('0011aacc', { monitor: 'n' }) },
      [{ monitor: 'm' }, { monitor: 'n' }],
    ],
    ['of nothing', { Url: 'https://example.com' }, []],
    ['of nothing whole', outputs('0011aabb', { version: undefined }), []],
    ['of nothing readable', outputs('0011aabb', { probers: 'no' }), []],
    ['of nothing of this shape', outputs('0011aabb', { probers: '{}' }), []],
    ['of somebody else', outputs('XYZ'), []],
  ])('%s', (_, given, expected) => {
    expect(deployedIn('s', 'eu-west-1', given)).toMatchObject(expected);
    expect(deployedIn('s', 'eu-west-1', given)).toHaveLength(expected.length);
  });
});

describe('a deployment watches', () => {
  it.each([
    ['a list', '["a"]', { known: true, value: ['a'] }],
    ['nobody knows what', 'nonsense', { known: false, kind: 'failed' }],
    ['nobody knows what, of an older version', undefined, { known: false, kind: 'failed' }],
  ])('%s', (_, loadBalancers, expected) => {
    const [one] = deployedIn('s', 'eu-west-1', outputs('0011aabb', { loadBalancers }));
    expect(one?.watched).toMatchObject(expected);
  });
});

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/0123456789abcdef';
const [first] = deployedIn('first', 'eu-west-1', outputs('0011aabb'));
const [second] = deployedIn('second', 'eu-west-1', outputs('0011aabb'));
const status = 'CREATE_COMPLETE';

describe('the deployment that is asked', () => {
  if (first === undefined || second === undefined) throw new Error('the outputs tell of no deployment');
  const web = { ...first, status, watched: known([ARN]) };
  const api = { ...second, status, watched: known(['api']) };
  const dark = { ...second, status, watched: unknown('failed', 'no') };

  it.each<[string, Parameters<typeof chooseDeployed>[0], readonly string[], object]>([
    ['by name', [web, api], ['web'], { deployed: web }],
    ['by ARN', [web, api], [ARN], { deployed: web }],
    ['the only one', [web], [], { deployed: web }],
    ['one of several', [web, api], [], { why: expect.stringContaining('(first, second)') }],
    ['none', [], [], { why: 'No deployment was found in eu-west-1.' }],
    ['none that watches it', [web, api], ['x'], { why: expect.stringContaining('watches x; watched are api, web') }],
    ['none that watches both', [web, api], ['web', 'api'], { why: expect.stringContaining('No one deployment') }],
    ['none that is known to', [web, dark], ['x'], { why: expect.stringContaining('is not known: no') }],
  ])('%s', (_, candidates, names, expected) => {
    expect(chooseDeployed(candidates, names, { region: 'eu-west-1', stack: null })).toEqual(expected);
  });
});
