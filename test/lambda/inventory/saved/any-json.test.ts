import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CannotCheck } from '../../../../lambda/inventory/cannot-check.ts';
import { inventorySchema } from '../../../../lambda/inventory/saved/inventory-schema.ts';
import { loadInventory } from '../../../../lambda/inventory/saved/load-inventory.ts';
import { savedKeys } from '../../../../lambda/inventory/saved/saved-keys.ts';
import * as raw from './raw-answers.ts';
import { savedFolder } from './saved-folder.ts';

const FILE = join(savedFolder({}), 'any.json');
const WHOLE = {
  Subnets: [raw.rawSubnet('subnet-1')],
  SecurityGroups: [
    raw.rawGroup('sg-1', { IpPermissions: [raw.rawPermission(22, '10.0.0.0/8')], IpPermissionsEgress: [] }),
  ],
  SecurityGroupRules: [raw.rawRule('sgr-1', 'sg-2')],
  NetworkInterfaces: [raw.rawInterface('eni-1', '10.0.0.1', ['sg-1'])],
  LoadBalancers: [raw.rawLoadBalancer()],
  LoadBalancerListeners: [{ LoadBalancerArn: raw.LOAD_BALANCER_ARN, Listeners: [raw.rawListener()] }],
  TargetGroups: [raw.rawTargetGroup()],
};

it('takes any JSON under the known keys for an inventory that holds what it says, or says what is wrong', async () => {
  const anything = fc.dictionary(fc.constantFrom(...savedKeys), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 3 });
  await fc.assert(fc.asyncProperty(anything, isReadOrRefused), { numRuns: 200 });
});

it('takes an answer of which one thing was replaced for one, or says what is wrong', async () => {
  const places = placesIn(WHOLE);
  const replaced = fc.tuple(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }));
  await fc.assert(
    fc.asyncProperty(replaced, ([place, value]) => isReadOrRefused(replace(WHOLE, place, value))),
    { numRuns: 400 },
  );
});

async function isReadOrRefused(json: unknown): Promise<void> {
  writeFileSync(FILE, JSON.stringify(json));
  const read = await loadInventory(FILE).catch((error: unknown) => error);
  if (!(read instanceof CannotCheck)) expect(inventorySchema.safeParse(read)).toMatchObject({ success: true });
}

type Place = readonly string[];

function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [
    ...(place.length === 0 ? [] : [place]),
    ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...place, key])),
  ];
}

function replace(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? replace(one, rest, by) : one));
  const entries = Object.entries(value ?? {});
  return Object.fromEntries(entries.map(([name, one]) => [name, name === key ? replace(one, rest, by) : one]));
}
