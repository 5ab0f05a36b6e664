import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readExample } from '../../../bin/read-example.ts';
import { loadFaults } from '../../../lab/load-faults.ts';
import { catalogue } from '../../../lambda/diagnosis/catalogue.ts';
import { diagnose } from '../../../lambda/diagnosis/diagnose.ts';
import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { Fault } from '../../../lambda/diagnosis/fault.ts';
import { faultIndex } from '../../../lambda/diagnosis/fault-index.ts';
import { faultPage } from '../../../lambda/diagnosis/fault-page.ts';
import { subjectOf } from '../../../lambda/diagnosis/subject-of.ts';
import { verifyFix } from '../../../lambda/diagnosis/verify-fix.ts';
import type { Diagnosis } from '../../../lambda/model/diagnosis.ts';
import type { Evidence } from '../../../lambda/model/evidence.ts';
import { unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { denying, healthCheckBlocked, staleReference, withAclEntry, withRoute } from './broken-ways.ts';
import { clientSituations } from './client-situations.ts';
import { judged } from './judged.ts';
import { resourceSituations } from './resource-situations.ts';
import { judgedResource, type ResourceSituation } from './situation.ts';
import { answerDenied, egressDenied, ingressDenied, saying, seenEverywhere, world } from './small-world.ts';
import { targetSituations } from './target-situations.ts';

/** What a check looks at: the small world's endpoint, or a load balancer or target group as such. */
type Situation = Partial<Looked> | ResourceSituation;

/** The situation of each fault, by its code: what the check looks at when nothing else is wrong. */
const SITUATIONS: Readonly<Record<string, Situation>> = {
  ...resourceSituations,
  ...clientSituations,
  'load-balancer-security-group-blocks-targets': {
    inventory: saying(egressDenied, 'unhealthy', 'Target.Timeout'),
    results: seenEverywhere('timed-out'),
  },
  'load-balancer-subnet-acl-blocks-request': silent(
    withAclEntry('acl-edge', denying({ fromPort: 8080, toPort: 8080 })),
  ),
  'load-balancer-subnet-acl-blocks-response': silent(withAclEntry('acl-edge', denying({ egress: false }))),
  'load-balancer-subnet-without-route': silent(withRoute({ destination: '10.0.10.0/24' })),
  'target-subnet-acl-blocks-request': silent(withAclEntry('acl-app', denying({ egress: false }))),
  'target-subnet-acl-blocks-response': {
    inventory: saying(answerDenied(), 'unhealthy', 'Target.Timeout'),
    results: seenEverywhere('timed-out'),
  },
  'target-subnet-without-return-route': silent(withRoute({ destination: '10.0.0.0/23' })),
  'target-security-group-blocks-load-balancer': {
    inventory: saying(ingressDenied, 'unhealthy', 'Target.Timeout'),
    results: seenEverywhere('timed-out'),
  },
  'security-group-reference-not-honoured': silent(staleReference()),
  'health-check-port-blocked': healthCheckBlocked,
  'health-check-port-closed': targetSituations['health-check-port-closed'],
  'target-address-stale': targetSituations['target-address-stale'],
  'target-instance-not-running': targetSituations['target-instance-not-running'],
  'target-port-closed': {
    inventory: saying(world, 'unhealthy', 'Target.FailedHealthChecks'),
    results: seenEverywhere('refused', 'ECONNREFUSED'),
  },
  'deregistration-race': targetSituations['deregistration-race'],
  'target-resets-connections': { results: seenEverywhere('reset', 'ECONNRESET') },
  'target-closes-early': targetSituations['target-closes-early'],
  'vantage-point-broken': { results: seenEverywhere('inconclusive', 'EMFILE') },
  'vantage-point-differs': targetSituations['vantage-point-differs'],
  'evidence-contradicts': targetSituations['evidence-contradicts'],
};

/** The packet's way: the load balancer, the target group, the way to the target, the target, ourselves. */
const IN_ORDER = [
  'load-balancer-not-active',
  'load-balancer-subnet-without-internet-route',
  'load-balancer-security-group-blocks-clients',
  'load-balancer-subnet-acl-blocks-clients',
  'listener-missing',
  'listener-forwards-nowhere',
  'target-group-empty',
  'target-group-unused',
  'target-group-failing-open',
  'load-balancer-security-group-blocks-targets',
  'load-balancer-subnet-acl-blocks-request',
  'load-balancer-subnet-acl-blocks-response',
  'load-balancer-subnet-without-route',
  'target-subnet-acl-blocks-request',
  'target-subnet-acl-blocks-response',
  'target-subnet-without-return-route',
  'target-security-group-blocks-load-balancer',
  'target-security-group-blocks-clients',
  'security-group-reference-not-honoured',
  'target-zone-not-enabled',
  'health-check-port-blocked',
  'health-check-port-closed',
  'target-address-stale',
  'target-instance-not-running',
  'target-port-closed',
  'deregistration-race',
  'target-resets-connections',
  'target-closes-early',
  'vantage-point-broken',
  'vantage-point-differs',
  'evidence-contradicts',
  'target-not-probeable',
];

const worlds = await loadFaults();

describe.each(catalogue.map((fault) => ({ code: fault.code, fault })))('$code', ({ code, fault }) => {
  const situation = SITUATIONS[code] ?? {};

  it('leads in its situation, with words and a complete fix', () => {
    const { evidence, diagnosis } = told(situation);
    const { leading, inconclusive } = diagnosis;
    const { resource } = subjectOf(evidence);
    expect(leading).toMatchObject({ code, resource, title: fault.title, component: fault.component });
    expect(leading?.why).not.toMatch(/undefined|null|NaN|\[object/);
    expect(JSON.stringify(leading?.fix)).not.toMatch(/undefined|NaN|\[object/);
    expect(leading?.fix.summary).not.toBe('');
    expect(leading?.facts).not.toHaveLength(0);
    expect(inconclusive).toEqual([]);
  });

  it('leads alone', () => {
    const { leading, others } = told(situation).diagnosis;
    expect(new Set([leading, ...others].map((finding) => finding?.code))).toEqual(new Set([code]));
  });

  it('mends the path for certain where it changes configuration', () => {
    const { leading } = told(situation).diagnosis;
    const changesConfiguration = leading?.fix.commands.some((command) =>
      /authorize-|-network-acl-entry|(create|replace|delete)-route /.test(command),
    );
    expect(leading?.fix.verified).toBe(changesConfiguration ? true : null);
  });

  it.each<readonly [string, Situation]>(wellFor(situation))('is absent where the world is %s', (_, well) => {
    expect(told(well, [fault]).diagnosis).toMatchObject({ leading: null, inconclusive: [] });
  });

  it('is inconclusive, naming what is missing, without the facts of every alternative', () => {
    const { evidence, diagnosis } = told(situation);
    const blind = withoutFacts(evidence);
    const verify = verifyFix(situation.inventory ?? world, blind);
    expect(diagnosis.leading).not.toBeNull();
    const missing = [expect.stringContaining('nobody looked')];
    // What is always known (a load balancer's own state) needs no fact besides.
    const expected = fault.needs.some((names) => names.length === 0)
      ? { leading: { code }, inconclusive: [] }
      : { leading: null, others: [], inconclusive: [{ code, missing }] };
    expect(diagnose(blind, { faults: [fault], verify, memory: null })).toMatchObject(expected);
  });

  it('has a page that is fresh, and an example from its own lab world', () => {
    const lab = worlds.find((one) => one.code === code);
    const example = readExample(code);
    expect(lab?.breaks).toMatch(/\.$/);
    expect(example?.breaks).toBe(lab?.breaks);
    expect(example?.said.split('\n')).toContain(code);
    expect(fileOf(`docs/faults/${code}.md`)).toBe(faultPage(fault, example));
  });

  it('names the documentation that it rests on', () => {
    expect(fault.see.filter((one) => one.startsWith('https://docs.aws.amazon.com/'))).not.toHaveLength(0);
  });
});

describe('the catalogue', () => {
  const codes = catalogue.map(({ code }) => code);

  it('is in the packet’s order', () => {
    expect(codes).toEqual(IN_ORDER.filter((code) => codes.includes(code)));
    expect(codes.toSorted()).toEqual(Object.keys(SITUATIONS).toSorted());
  });

  it('agrees with the files, the pages and the lab worlds', () => {
    const sorted = codes.toSorted();
    expect(namesIn('lambda/diagnosis/faults', '.ts')).toEqual(sorted);
    expect(namesIn('docs/faults', '.md').filter((name) => name !== 'README')).toEqual(sorted);
    expect(worlds.map(({ code }) => code).toSorted()).toEqual(sorted);
  });

  it('has an index that is fresh', () => {
    expect(fileOf('docs/faults/README.md')).toBe(faultIndex(catalogue));
  });

  it('refines only what it holds', () => {
    expect(catalogue.flatMap(({ refines }) => refines).filter((code) => !codes.includes(code))).toEqual([]);
  });
});

/** Silence from every place, which the load balancer has noticed. */
function silent(inventory: Inventory): Partial<Looked> {
  return { inventory: saying(inventory, 'unhealthy', 'Target.Timeout'), results: seenEverywhere('timed-out') };
}

function told(
  situation: Situation,
  faults: readonly Fault[] = catalogue,
): { evidence: Evidence; diagnosis: Diagnosis } {
  return 'subject' in situation ? judgedResource(situation, faults) : judged(situation, faults);
}

/** The same subject where all is well. */
function wellFor(situation: Situation): (readonly [string, Situation])[] {
  if ('subject' in situation) return [['healthy', { subject: situation.subject, ...wellNamed(situation) }]];
  return [
    ['healthy', { results: seenEverywhere('connected') }],
    ['healthy and not dialled', { results: null }],
  ];
}

function wellNamed({ subject }: ResourceSituation): Pick<ResourceSituation, 'name' | 'inventory'> {
  const group = world.targetGroups.known ? world.targetGroups.value[0] : undefined;
  const name = subject === 'load-balancer' ? world.loadBalancers[0]?.name : group?.name;
  return { name: name ?? '', inventory: world };
}

function withoutFacts<E extends Evidence>(evidence: E): E {
  const names = Object.keys(evidence.facts);
  const facts = Object.fromEntries(names.map((name) => [name, unknown('not-asked', 'nobody looked')]));
  return { ...evidence, facts: { ...evidence.facts, ...facts } };
}

function namesIn(folder: string, ending: string): readonly string[] {
  const names = readdirSync(new URL(`../../../${folder}/`, import.meta.url));
  return names.flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : [])).toSorted();
}

function fileOf(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}
