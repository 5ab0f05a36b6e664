import { describe, expect, it } from 'vitest';
import { stackOutputs } from '../../../lambda/contract.ts';
import { chooseDeployed } from '../../../lambda/doctor/choose-deployed.ts';
import { deployedIn } from '../../../lambda/doctor/deployed-in.ts';
import { watchedBy } from '../../../lambda/doctor/watched-by.ts';
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

describe('a monitor watches', () => {
  const monitor = (text: string) =>
    known({ state: 'Active', reason: null, environment: { ORIGIN_DOCTOR_LOAD_BALANCERS: text } });

  it.each([
    ['a list', monitor('["a"]'), { known: true, value: ['a'] }],
    ['nobody knows what', monitor('nonsense'), { known: false, kind: 'failed' }],
    ['nobody may know what', unknown('forbidden', 'no'), { known: false, kind: 'forbidden' }],
  ])('%s', (_, found, expected) => {
    expect(watchedBy(found)).toMatchObject(expected);
  });
});

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/0123456789abcdef';
const [first] = deployedIn('first', 'eu-west-1', outputs('0011aabb'));
const [second] = deployedIn('second', 'eu-west-1', outputs('0011aabb'));

describe('the deployment that is asked', () => {
  if (first === undefined || second === undefined) throw new Error('the outputs tell of no deployment');
  const web = { deployed: first, watched: known([ARN]) };
  const everything = { deployed: second, watched: known([]) };
  const api = { deployed: second, watched: known(['api']) };
  const dark = { deployed: second, watched: unknown('forbidden', 'no') };

  it.each<[string, Parameters<typeof chooseDeployed>[0], readonly string[], object]>([
    ['by name', [web, api], ['web'], { deployed: first }],
    ['by ARN', [web, api], [ARN], { deployed: first }],
    ['that watches all', [everything], ['web', 'api'], { deployed: second }],
    ['the only one', [web], [], { deployed: first }],
    ['one of several', [web, api], [], { why: expect.stringContaining('(first, second)') }],
    ['none', [], [], { why: 'No deployment was found in eu-west-1.' }],
    ['none that watches it', [web, api], ['x'], { why: expect.stringContaining('watches x; watched are api, web') }],
    ['none that watches both', [web, api], ['web', 'api'], { why: expect.stringContaining('No one deployment') }],
    ['none that is known to', [web, dark], ['x'], { why: expect.stringContaining('is not known: no') }],
  ])('%s', (_, candidates, names, expected) => {
    expect(chooseDeployed(candidates, names, { region: 'eu-west-1', stack: null })).toEqual(expected);
  });
});
