import { describe, expect, it } from 'vitest';
import { judgeInventory } from '../../../../lambda/join/judge-inventory.ts';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Inventory } from '../../../../lambda/model/inventory.ts';
import { treeJson } from '../../../../lambda/report/tree/tree-json.ts';
import { treeOf } from '../../../../lambda/report/tree/tree-of.ts';
import { treePage } from '../../../../lambda/report/tree/tree-page.ts';
import { terminalPage } from '../../../../lambda/report/typeset/terminal-page.ts';
import { ingressDenied } from '../../diagnosis/small-world.ts';
import { rule } from '../../reachability/small-inventory.ts';
import { balanced, GROUP, LISTENER, NLB, openLines, type Situation } from '../../reachability/way/balanced.ts';

const now = () => new Date('2026-03-01T02:14:09.000Z');
const lost = unknown('forbidden', 'access was denied');
/** The nodes are admitted as well: what the load balancer itself dials is judged. */
const admitted: Situation = {
  lines: [...openLines, rule('sgr-nodes', 'sg-app', 'in', 'tcp', 8080, '10.0.0.0/16')],
};

function treeFor(inventory: Inventory) {
  const report = judgeInventory(inventory, { apiCalls: {}, now });
  return { tree: treeOf(inventory, report), report };
}

function screen(situation: Situation): string {
  const { tree, report } = treeFor(balanced({ ...admitted, ...situation }));
  return terminalPage(treePage(tree, report), { colour: false, width: 100 });
}

it('goes from the load balancer to each target', () => {
  expect(screen({})).toMatch(
    /inner \(network, internal, active\)\n└─ TCP:80\n {3}└─ otherwise \(default action\)\n {6}└─ apps \(weight 1\) {2}0 of 2 healthy\n {9}├─ i-app at 10\.0\.1\.5:8080 {2}unhealthy \(Target\.FailedHealthChecks\); path allow/,
  );
});

it('names the finding that leads', () => {
  expect(screen({ lines: openLines }).replaceAll(/\s+/g, ' ')).toMatch(
    /path DENY: target-security-group-blocks-load-balancer/,
  );
});

describe('says what is not known, or not there', () => {
  const alb = { balancer: { type: 'application' } } as const;
  it.each<[string, Situation, RegExp]>([
    ['listeners', { changes: { listeners: { [NLB]: lost } } }, /inner .*listeners are not known: access was denied/],
    ['listeners that were not asked for', { changes: { listeners: {} } }, /listeners were not asked for/],
    ['no listener', { changes: { listeners: { [NLB]: known([]) } } }, /inner .*no listener/],
    ['rules', { ...alb, changes: { rules: { [LISTENER]: lost } } }, /TCP:80 {2}rules are not known/],
    ['rules that were not asked for', alb, /TCP:80 {2}rules were not asked for/],
    ['no target', { targets: [] }, /apps \(weight 1\) {2}no target registered/],
    ['targets', { changes: { targetHealth: { [GROUP]: lost } } }, /its targets are not known/],
    ['targets that were not asked for', { changes: { targetHealth: {} } }, /its targets were not asked for/],
    ['no action', { actions: [] }, /default action\) {2}forwards nowhere/],
    ['an answer', { actions: [{ type: 'redirect', targetGroups: [] }] }, /default action\) {2}redirect/],
  ])('%s', (_, situation, words) => {
    expect(screen(situation)).toMatch(words);
  });
});

it('puts rules in their order', () => {
  const line = (priority: string) => ({
    arn: priority,
    listenerArn: LISTENER,
    priority,
    conditions: ['p=/a'],
    actions: [],
  });
  const { tree } = treeFor(balanced({ rules: [line('default'), line('20'), line('3')] }));
  expect(tree.loadBalancers[0]?.listeners[0]?.rules.map(({ priority }) => priority)).toEqual(['3', '20', 'default']);
});

it('is JSON with the outcome of each target', () => {
  const read = JSON.parse(treeJson(treeFor(balanced({ ...admitted, lines: openLines })).tree));
  expect(read).toMatchObject({ schemaVersion: 1, checkedAt: now().toISOString() });
  expect(read.loadBalancers[0].listeners[0].rules[0].groups[0]).toMatchObject({
    name: 'apps',
    healthy: 0,
    registered: 2,
  });
  expect(read.loadBalancers[0].listeners[0].rules[0].groups[0].targets[0]).toMatchObject({
    id: 'i-app',
    port: 8080,
    address: '10.0.1.5',
    health: { state: 'unhealthy', reason: 'Target.FailedHealthChecks' },
    path: 'deny',
    outcome: 'faulty',
    leading: 'target-security-group-blocks-load-balancer',
  });
});

describe('a path that is watched without a load balancer', () => {
  const watch = {
    name: 'edge-to-app',
    from: { vpcId: 'vpc-1', subnets: ['subnet-edge'], securityGroups: [] },
    to: { host: '10.0.1.5', port: 8080 },
    resolved: null,
  };
  const named = { ...watch, name: 'by-name', to: { host: 'app.example', port: 5432 } };
  const alone = { loadBalancers: [], targetGroups: known([]), listeners: {}, targetHealth: {} };
  const shown = (changes: Partial<Inventory>) => treeFor(balanced({ ...admitted, changes }));
  const page = ({ tree, report }: ReturnType<typeof shown>) =>
    terminalPage(treePage(tree, report), { colour: false, width: 100 });

  it('is shown below the load balancers, with what it came to', () => {
    const text = page(shown({ watches: [watch] }));
    expect(text).toMatch(
      /^-- LOAD BALANCERS -[\s\S]+^-- WATCHED PATHS -+\s+edge-to-app \(10\.0\.1\.5:8080\)\n└─ 10\.0\.1\.5:8080 {2}could not be judged/m,
    );
  });

  it('is all there is, where nothing else is watched', () => {
    const both = { resolved: known(['10.0.1.5', '2001:db8::5']) };
    const { tree, report } = shown({
      ...alone,
      watches: [{ ...named, ...both }],
    });
    expect(tree.loadBalancers).toEqual([]);
    expect(tree.watches).toMatchObject([
      {
        name: 'by-name',
        host: 'app.example',
        port: 5432,
        addresses: [{ address: '10.0.1.5' }, { address: '2001:db8::5' }],
      },
    ]);
    const text = page({ tree, report });
    expect(text).not.toContain('LOAD BALANCERS');
    expect(text).toMatch(/by-name \(app\.example:5432\)\n├─ 10\.0\.1\.5:5432 .*\n[\s\S]*└─ \[2001:db8::5\]:5432 /);
  });

  it('that is denied names the finding that leads, in words and as JSON', () => {
    const from = { vpcId: 'vpc-1', subnets: ['subnet-edge-a'], securityGroups: ['sg-lb'] };
    const denied = { ...watch, from, to: { host: '10.0.10.5', port: 8080 } };
    const { tree, report } = treeFor({ ...ingressDenied, ...alone, watches: [denied] });
    const [leading] = report.findings;
    expect(leading).toMatchObject({ kind: 'cause' });
    expect(JSON.parse(treeJson(tree)).watches).toEqual([
      {
        ...{ name: 'edge-to-app', host: '10.0.10.5', port: 8080 },
        addresses: [{ address: '10.0.10.5', path: 'deny', outcome: 'faulty', leading: leading?.code }],
      },
    ]);
    expect(page({ tree, report }).replaceAll(/\s+/g, ' ')).toContain(
      `10.0.10.5:8080 faulty; path DENY: ${leading?.code}`,
    );
  });

  it('and whose host leads nowhere says so', () => {
    expect(page(shown({ watches: [{ ...named, resolved: lost }] }))).toMatch(
      /└─ address not known {2}could not be judged/,
    );
  });
});
