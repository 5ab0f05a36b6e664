import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { known } from '../../../../lambda/model/fact.ts';
import { namedGroups } from '../../../../lambda/report/named-groups.ts';
import { pathJson } from '../../../../lambda/report/path/path-json.ts';
import { pathPage } from '../../../../lambda/report/path/path-page.ts';
import { pathStatus } from '../../../../lambda/report/path/path-status.ts';
import { htmlPage } from '../../../../lambda/report/typeset/html-page.ts';
import { markdownPage } from '../../../../lambda/report/typeset/markdown-page.ts';
import { terminalPage } from '../../../../lambda/report/typeset/terminal-page.ts';
import { acl, openEntries } from '../../reachability/small-inventory.ts';
import { balanced, type Situation, wayOf } from '../../reachability/way/balanced.ts';

const AT = '2026-03-01T02:14:09.000Z';
const groups = known([
  { id: 'sg-app', name: 'api', vpcId: 'vpc-1', ownerId: '1' },
  { id: 'sg-jump', name: 'sg-jump', vpcId: 'vpc-1', ownerId: '1' },
]);

function screen(situation: Situation, to: string, from = 'i-jump', options = {}): string {
  const inventory = balanced({ ...situation, changes: { securityGroups: groups, ...situation.changes } });
  const page = pathPage(wayOf(inventory, from, to), { readAt: AT, named: namedGroups(groups.value) });
  return terminalPage(page, { colour: false, ...options });
}

const open = { ...acl('acl-default', [], openEntries()), isDefault: true };
const deaf = { changes: { networkAcls: known([open, acl('acl-jump', ['subnet-jump-c'], [])]) } };

describe('the screen', () => {
  it.each<[string, Situation, string, string?]>([
    ['for a way through a load balancer', {}, '10.0.0.7:80'],
    ['for a port that is not served', {}, '10.0.0.7:81'],
    ['for a group that denies', {}, '10.0.1.5:9090'],
    [
      'for one target of two',
      {
        targets: [
          ['i-app', 9090],
          ['i-bpp', 8080],
        ],
      },
      '10.0.0.7:80',
    ],
    ['for a load balancer as source', {}, '10.0.1.5:8080', 'inner'],
    ['for what cannot be told', { changes: { loadBalancers: [] } }, '10.0.0.7:80'],
  ])('%s', (_, situation, to, from) => {
    expect(screen(situation, to, from)).toMatchSnapshot();
  });

  it('keeps to 80 columns, and to 60', () => {
    for (const width of [60, 80]) {
      const lines = screen({ targets: [['i-app', 9090]] }, '10.0.0.7:80', 'i-jump', { width }).split('\n');
      expect(lines.filter((line) => line.length > width)).toEqual([]);
    }
  });

  it('marks what stops it without colour too', () => {
    const coloured = screen({}, '10.0.1.5:9090', 'i-jump', { colour: true });
    expect(coloured).toContain('\u001b[');
    const plain = screen({}, '10.0.1.5:9090');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
    expect(plain.match(/^>> STOP .*sg-app \(api\)$/gm)).toHaveLength(1);
  });

  it('says where only the answers are lost', () => {
    const lost = {
      ...acl(
        'acl-jump',
        ['subnet-jump-c'],
        openEntries().filter(({ egress }) => egress),
      ),
    };
    const words = screen({ changes: { networkAcls: known([open, lost]) } }, '10.0.1.5:8080').replaceAll(/\s+/g, ' ');
    expect(words).toContain('reaches 10.0.1.5:8080, but the answers do not come back.');
  });

  it('says both where both are', () => {
    expect(screen(deaf, '10.0.1.5:8080')).toContain('DENY: i-jump at 10.0.9.9 does not reach');
  });
});

describe('other formats', () => {
  const inventory = balanced();
  const denied = wayOf(inventory, 'i-jump', '10.0.1.5:9090');
  const through = wayOf(inventory, 'i-jump', '10.0.0.7:80');
  const page = (judged: typeof denied) => pathPage(judged, { readAt: AT, named: (text) => text });

  it('as Markdown', () => {
    expect(markdownPage(page(denied))).toMatch(/\| \*\*STOP\*\* \| security group, inwards \| sg-app \|/);
    expect(markdownPage(page(through))).toMatch(/^ {8}- i-app at 10\.0\.1\.5:8080: \*\*ok/m);
  });

  it('as HTML', () => {
    expect(htmlPage(page(denied))).toContain('<td class="bad">STOP</td><td>security group, inwards</td>');
    expect(htmlPage(page(through))).toMatch(/<li>i-app at 10\.0\.1\.5:8080 <strong class="good">ok/);
  });

  it('as JSON, the keys in the order of the contract', () => {
    const read = JSON.parse(pathJson(denied, AT));
    expect(Object.keys(read).slice(0, 8)).toEqual([
      'schemaVersion',
      'from',
      'to',
      'protocol',
      'verdict',
      'forward',
      'return',
      'blockers',
    ]);
    expect(read).toMatchObject({
      schemaVersion: 1,
      from: 'i-jump',
      to: '10.0.1.5:9090',
      protocol: 'tcp',
      verdict: 'deny',
      blockers: [{ kind: 'security-group-ingress', resource: 'sg-app', decision: 'deny' }],
      sourcePorts: { from: 32768, to: 60999 },
      worstZone: null,
      through: null,
    });
  });

  it('as JSON, on through a load balancer', () => {
    const read = JSON.parse(pathJson(through, AT));
    expect(read.forward.at(-1)).toMatchObject({ kind: 'listener', line: 'TCP:80' });
    expect(read.through.rules[0].groups[0].targets).toHaveLength(2);
    expect(JSON.parse(pathJson(wayOf(inventory, 'inner', '10.0.1.5:8080'), AT)).worstZone).toBe('zone-a');
  });
});

it.each([
  ['allow', 0],
  ['deny', 2],
  ['unknown', 3],
] as const)('%s is exit status %i', (verdict, status) => {
  expect(pathStatus(verdict)).toBe(status);
});
