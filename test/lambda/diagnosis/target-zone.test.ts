import { expect, it } from 'vitest';
import { type TargetWitnesses, targetZone } from '../../../lambda/diagnosis/target-zone.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import { world } from './small-world.ts';

const [holder = null] = world.networkInterfaces.known ? world.networkInterfaces.value : [];
const machine = { id: 'i-web', name: null, state: 'running', vpcId: 'vpc-1', primaryAddress: null };
const UNREAD = unknown('forbidden', 'not allowed');
const NOBODY = known(null);

it.each<[string, string | null, Partial<TargetWitnesses>, string | null | undefined]>([
  ['as it was registered', 'eu-west-1c', { addressHolder: known(holder) }, 'eu-west-1c'],
  ['none for all zones', 'all', { addressHolder: known(holder) }, null],
  ['that of its interface', null, { addressHolder: known(holder), targetInstance: UNREAD }, 'eu-west-1a'],
  ['that of its instance', null, { targetInstance: instanceIn('subnet-edge-b') }, 'eu-west-1b'],
  [
    'that of its instance, interfaces unread',
    null,
    { addressHolder: UNREAD, targetInstance: instanceIn('subnet-edge-b') },
    'eu-west-1b',
  ],
  ['none of an instance in a subnet that is not there', null, { targetInstance: instanceIn('subnet-0') }, null],
  ['none of an instance without a subnet', null, { targetInstance: instanceIn(null) }, null],
  ['none where nothing stands behind it', null, {}, null],
  ['unknown with the interfaces', null, { addressHolder: UNREAD }, undefined],
  ['unknown with the instances', null, { targetInstance: UNREAD }, undefined],
  ['unknown with the subnets', null, { targetInstance: instanceIn('subnet-edge-b'), subnets: UNREAD }, undefined],
])('the zone of a target is %s', (_situation, zone, given, expected) => {
  const witnesses = { addressHolder: NOBODY, targetInstance: NOBODY, subnets: world.subnets, ...given };
  const found = targetZone({ id: 'i-web', port: 8080, zone }, witnesses);
  expect(found).toEqual(expected === undefined ? UNREAD : known(expected));
});

function instanceIn(subnetId: string | null) {
  return known({ ...machine, subnetId });
}
