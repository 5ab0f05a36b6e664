import { expect, it } from 'vitest';
import { sortFindings } from '../../../lambda/report/sort-findings.ts';
import { finding } from './situation.ts';

const route = finding({ code: 'route', component: 'route' });
const group = finding({ code: 'group', component: 'target-security-group' });
const likely = finding({ code: 'a-likely', component: 'target-security-group', certainty: 'likely' });
const process = finding({ code: 'process', component: 'target-process' });
const prober = finding({ code: 'prober', component: 'prober' });
const consequence = finding({ code: 'consequence', kind: 'consequence', component: 'load-balancer' });
const note = finding({ code: 'note', kind: 'note', component: 'load-balancer' });

it.each([
  ['the packet goes before', [process, route, group], [route, group, process]],
  [
    'causes before consequences before notes, wherever they are',
    [note, consequence, process],
    [process, consequence, note],
  ],
  ['the surer first at one place', [likely, group], [group, likely]],
  ['our own troubles last', [prober, process], [process, prober]],
  ['by code where nothing else decides', [{ ...group, code: 'z' }, group], [group, { ...group, code: 'z' }]],
  ['none', [], []],
])('%s', (_, findings, expected) => {
  expect(sortFindings(findings)).toEqual(expected);
});

it('leaves the order of equals', () => {
  const [first, second] = [finding({ resource: 'i-1' }), finding({ resource: 'i-2' })];
  expect(sortFindings([second, first])).toEqual([second, first]);
});
