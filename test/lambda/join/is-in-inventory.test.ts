import { expect, it } from 'vitest';
import { isInInventory } from '../../../lambda/join/is-in-inventory.ts';
import { unknown } from '../../../lambda/model/fact.ts';
import { networkInterface } from '../reachability/small-inventory.ts';
import { balanced, NLB } from '../reachability/way/balanced.ts';

const host = networkInterface('host', 'subnet-app-a', '10.0.1.30', []);
const addresses = [{ address: '10.0.1.30', primary: true, publicAddress: '198.51.100.30' }];
const inventory = balanced({ interfaces: [{ ...host, addresses }] });

it.each([
  ['i-jump', true],
  ['eni-jump', true],
  ['inner', true],
  [NLB, true],
  ['10.0.9.9', true],
  ['198.51.100.30', true],
  ['i-nobody', false],
  ['203.0.113.9', false],
  ['10.0.9.10', false],
])('%s: %s', (text, is) => {
  expect(isInInventory(inventory, text)).toBe(is);
});

it('holds nothing where interfaces are not known', () => {
  const blind = balanced({ changes: { networkInterfaces: unknown('forbidden', 'no') } });
  expect(isInInventory(blind, 'i-jump')).toBe(false);
});
