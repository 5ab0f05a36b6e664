import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { symptomPages } from '../../../../lambda/contract.ts';
import { catalogue } from '../../../../lambda/diagnosis/catalogue.ts';
import { symptoms } from '../../../../lambda/report/symptoms/symptoms.ts';
import { symptomsPage } from '../../../../lambda/report/symptoms/symptoms-page.ts';
import { watchedStates } from '../../../../lib/watched-states.ts';

const page = symptomsPage(catalogue);
const sections = new Map(
  page
    .split('\n## ')
    .slice(1)
    .map((text): [string, string] => [text.slice(0, text.indexOf('\n')), text]),
);

it('is what stands in the documentation', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../../docs/symptoms.md'), 'utf8')).toBe(page);
});

it('has a section for each state that an alarm links to, and for each that has an alarm', () => {
  const { any, ...states } = symptomPages;
  expect(any).toBe('symptoms.md');
  expect(Object.values(states)).toEqual([...sections.keys()].map((name) => `symptoms.md#${name}`));
  const alarms = Object.values(watchedStates).map(({ alarm }) => alarm);
  expect(Object.keys(states)).toEqual(expect.arrayContaining(alarms));
});

it.each([
  ['refused', ['target-port-closed'], ['target-security-group-blocks-load-balancer']],
  ['silent', ['target-security-group-blocks-load-balancer', 'target-instance-not-running'], ['target-port-closed']],
  ['broken', ['target-resets-connections', 'target-closes-early'], ['target-port-closed']],
  ['misconfigured', ['listener-forwards-nowhere'], ['target-group-unused']],
  ['could-not-look', ['vantage-point-broken'], ['target-port-closed']],
])('tells in %s of the faults that explain it, and of no others', (state, named, others) => {
  const text = sections.get(state) ?? '';
  expect(named.filter((code) => !text.includes(`(faults/${code}.md)`))).toEqual([]);
  expect(others.filter((code) => text.includes(`(faults/${code}.md)`))).toEqual([]);
});

it('names every cause that is seen at a target or in the configuration', () => {
  const causes = catalogue.filter(({ kind }) => kind === 'cause').map(({ code }) => code);
  expect(causes.filter((code) => !page.includes(`(faults/${code}.md)`))).toEqual([]);
});

describe('its commands', () => {
  const commands = symptoms.flatMap(({ commands: all }) => all);
  it.each(commands.filter((one) => one.includes('LOAD-BALANCER')))(
    '%s: is marked as of load balancers only',
    (command) => {
      expect(command).toContain('# load balancers only: ');
    },
  );

  it.each(commands.filter((one) => one.includes(' NAME ')))('%s: asks those who know watched paths', (command) => {
    expect(command).toMatch(/^origin-doctor (check|tree) NAME --from vpc /);
  });

  it.each(Object.values(watchedStates).map(({ alarm }) => alarm))(
    'offer one in %s that serves a watched path',
    (state) => {
      expect(sections.get(state)).toContain('origin-doctor check NAME --from vpc ');
    },
  );
});

it('tells in could-not-look of a load balancer that is gone, which raises no other alarm', () => {
  expect(sections.get('could-not-look')).toMatch(/is not there any more[\s\S]+npx cdk deploy/);
});
