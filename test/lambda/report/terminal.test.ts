import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import { terminal } from '../../../lambda/report/terminal.ts';
import { finding, inventory, judged, outside, reported } from './situation.ts';
import { closed, healthy, notJudged, oneFaultTwice, twoFaults } from './told.ts';

const plain = { colour: false };

describe('the screen', () => {
  it('for two faults', () => {
    expect(terminal(twoFaults(), plain)).toMatchSnapshot();
  });

  it('for a fault that two targets share, and a second one behind it', () => {
    expect(terminal(oneFaultTwice(), plain)).toMatchSnapshot();
  });

  it('for what could not be explained or judged', () => {
    expect(terminal(notJudged(), plain)).toMatchSnapshot();
  });

  it('when all is healthy', () => {
    expect(terminal(healthy(), plain)).toMatchSnapshot();
  });
});

const screens = { twoFaults, oneFaultTwice, notJudged, healthy };

describe.each(Object.entries(screens))('%s', (_, report) => {
  it('keeps to the width, but for commands', () => {
    for (const width of [60, 80, 100]) {
      const lines = terminal(report(), { width, colour: false }).split('\n');
      const tooLong = lines.filter((line) => line.length > width && !line.includes('--ip-permissions'));
      expect(tooLong).toEqual([]);
    }
  });

  it('says the same without colour', () => {
    const coloured = terminal(report(), { colour: true });
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(terminal(report(), plain));
    expect(terminal(report(), plain)).not.toContain('\u001b');
  });
});

it.each([
  ['nothing was dialled and nothing said', judged({ unjudged: 'x' })],
  ['the load balancer drains it', judged({ word: ['draining', 'Target.DeregistrationInProgress'] })],
  ['the load balancer does not use it', judged({ word: ['unused', 'Target.NotInUse'] })],
  [
    'it shows a symptom',
    judged({ diagnosis: { symptom: { purpose: 'traffic', outcome: 'refused', witness: 'probe' } } }),
  ],
])('never says healthy when %s', (_, one) => {
  expect(terminal(reported([one]), plain)).not.toMatch(
    /\bhealthy\b.*\n.*shop-web|All that was looked at is healthy|healthy +web/,
  );
});

it.each([
  ['listeners', { listeners: {} }],
  ['target health', { targetHealth: {} }],
  ['target groups', { targetGroups: unknown('forbidden', 'the caller may not ask', 'elasticloadbalancing:X') }],
])('never says healthy where %s could not be read', (_, changes) => {
  const screen = terminal(reported([judged()], { inventory: { ...inventory, ...changes } }), plain);
  expect(screen).toContain('No fault found, but not everything could be judged.');
  expect(screen).toContain('UNKNOWN  shop-web');
});

it.each([
  ['from outside', outside, 'outside every subnet that was read: no answer from here proves nothing'],
  ['from inside', { ...outside, subnetId: 'subnet-a', zone: 'eu-west-1a' }, 'which stands in subnet-a (eu-west-1a).'],
])('says what silence is worth when it was dialled %s', (_, local, expected) => {
  const told = judged({ outcomes: ['timed-out'], from: [local] });
  const screen = terminal(reported([told], { vantagePoints: [local] }), plain).replaceAll(/\s+/g, ' ');
  expect(screen).toContain(expected);
});

it('names the permission that is missing, once for all that it would give', () => {
  const denied = unknown('forbidden', 'the caller may not ask', 'ec2:DescribeX');
  const screen = terminal(reported([], { inventory: { ...inventory, subnets: denied, routeTables: denied } }), plain);
  expect(screen.replaceAll(/\s+/g, ' ')).toContain(
    '- subnets and route tables: the caller may not ask (needs ec2:DescribeX)',
  );
});

it('does not name a permission twice', () => {
  const denied = unknown('forbidden', 'the caller may not call ec2:DescribeX', 'ec2:DescribeX');
  const screen = terminal(reported([], { inventory: { ...inventory, subnets: denied } }), plain);
  expect(screen.match(/ec2:DescribeX/g)).toHaveLength(1);
});

it('says plainly that a fix is not enough alone', () => {
  const leading = finding({ fix: { ...finding().fix, verified: false } });
  const screen = terminal(reported([judged({ diagnosis: { leading } })]), plain);
  expect(screen).toContain('Not enough alone: judged again with this applied, the path does not');
});

it('counts what does not fit on a screen', () => {
  const many = Array.from({ length: 20 }, () => judged({ target: 'i-0b22', diagnosis: { leading: closed } }));
  const screen = terminal(reported(many), plain);
  expect(screen).toContain('and 14 more (all of them in --output json)');
  expect(screen.match(/Nothing listens on the port/g)).toHaveLength(1);
});

it('lets no control character of a name reach the terminal', () => {
  const leading = finding({ why: 'evil \u001b]0;title\u0007 name\r\nagain \u202Egpj.exe' });
  const screen = terminal(reported([judged({ diagnosis: { leading } })]), plain);
  expect(screen).toContain('evil  ]0;title  name');
  expect(screen.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});

it('says who brought it, and what it costs', () => {
  const leading = finding({
    changedBy: { event: 'RevokeSecurityGroupIngress', who: 'deploy', when: '2026-03-01T02:10:58Z' },
    impact: { summary: 'Half of all requests fail.' },
    zones: ['eu-west-1b'],
  });
  const screen = terminal(reported([judged({ diagnosis: { leading } })]), plain);
  expect(screen).toContain('Brought by RevokeSecurityGroupIngress, deploy, 2026-03-01T02:10:58Z.');
  expect(screen).toContain('Half of all requests fail.');
  expect(screen).toContain('It shows only from eu-west-1b.');
});

it('names security groups beside their ids, but never in a command', () => {
  const groups = [{ id: 'sg-0target', name: 'api', vpcId: 'vpc-1', ownerId: '1' }];
  const told = judged({ diagnosis: { leading: finding() } });
  const screen = terminal(reported([told], { inventory: { ...inventory, securityGroups: known(groups) } }), plain);
  expect(screen).toContain('To blame: sg-0target (api), line sgr-0123');
  expect(screen).toMatch(/Fix {7}Admit sg-0lb to sg-0target \(api\)/);
  expect(screen).toContain('--group-id sg-0target \\');
});
