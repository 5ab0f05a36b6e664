import wrapAnsi from 'wrap-ansi';
import type { LabFault } from './faults/lab-fault.ts';
import type { Lab } from './lab.ts';
import type { StoryEvent, Word } from './story.ts';
import type { World } from './world/world.ts';

/** The screen's first part: what stands, how, and how long it took. Lines of at most 80 columns. */
export function tellStanding(lab: Pick<Lab, 'mode' | 'instead' | 'world'>, elapsedMs: number): string[] {
  const seconds = (elapsedMs / 1000).toFixed(1);
  const how =
    lab.mode === 'namespaces'
      ? [
          'Every host, load balancer node and router is a network namespace. The kernel’s',
          `packet filter enforces groups and ACLs. It stood after ${seconds} s.`,
        ]
      : [
          'Loopback mode: each address is a port on 127.0.0.1. Processes, refusals and',
          'resets are real; the silent drop is simulated. Source addresses and routes are',
          `not there. It stood after ${seconds} s.`,
          ...(lab.instead === null ? [] : wrapped(`Why not network namespaces: ${lab.instead}`)),
        ];
  return [
    'Origin Doctor lab: a small VPC on this machine, without any AWS account',
    '',
    ...mapOf(lab.world()),
    '',
    ...how,
  ];
}

/** One event of the story in words; reports are printed by whoever can. */
export function tellEvent(event: StoryEvent, world: World): string[] {
  switch (event.kind) {
    case 'healthy':
      return [
        heading('1', 'Nothing is broken'),
        `   From every zone of both load balancers the doctor dialled ${event.report.endpoints.length} targets`,
        `   (${event.report.cost.probes} connections, ${took(event.elapsedMs)}). ${clean(event.report.findings.length)}`,
      ];
    case 'broken':
      return [heading('2', 'Now this happens'), ...event.faults.flatMap(tellFault)];
    case 'diagnosed':
      return [heading('3', `What the monitor says, ${took(event.sinceBreakMs)} later`), ''];
    case 'waiting':
      return [];
    case 'noticed':
      return [
        heading('4', `What the load balancers themselves say, ${took(event.sinceBreakMs)} after the change`),
        ...tellWords(event.words, world),
      ];
    case 'confirmed':
      return ['', ...tellVerdict(event)];
  }
}

function heading(number: string, text: string): string {
  return `\n${number}. ${text}`;
}

function clean(findings: number): string {
  return findings === 0 ? 'All is well.' : `It has ${findings} findings already, which it should not.`;
}

function tellFault(fault: LabFault): string[] {
  return wrapped(fault.breaks).map((line, index) => `   ${index === 0 ? '-' : ' '} ${line}`);
}

function tellWords(words: readonly Word[], world: World): string[] {
  if (words.length === 0) return ['   Every target is healthy: their checks cannot see it.'];
  const rows = words.map(({ targetGroup, health }) => {
    const name = nameOf(world, health.target.id);
    return `   ${targetGroup.padEnd(8)} ${name.padEnd(10)} ${health.state.padEnd(10)} ${health.reason ?? ''}`.trimEnd();
  });
  return [...rows, '   Not which rule, not which port, not what to do.'];
}

function tellVerdict(event: Extract<StoryEvent, { kind: 'confirmed' }>): string[] {
  const leading = event.report.findings.filter((finding) => finding.kind === 'cause');
  const since = leading.map((finding) => finding.since).toSorted()[0];
  const clock = since === undefined ? '' : `, since ${since.slice(11, 19)} UTC`;
  if (event.asExpected && !event.atOnce) return ['   Now that they have noticed, the monitor, asked again, says:', ''];
  return event.asExpected
    ? [`   The monitor, asked again, stays with what it said${clock}.`]
    : ['   The monitor, asked again, does not name what was broken. It says:', ''];
}

/** Load balancers, what is behind them and on which port, as a small map. */
function mapOf(world: World): string[] {
  return world.loadBalancers.flatMap((balancer) => {
    const kind = balancer.type === 'network' ? 'NLB' : 'ALB';
    const groups = world.targetGroups.filter((group) => group.loadBalancerArns.includes(balancer.arn));
    return groups.map((group, index) => {
      const left = index === 0 ? `${balancer.name.padEnd(12)} ${kind} in ${balancer.zones.length} zones` : '';
      const targets = (world.registrations[group.arn] ?? []).map((target) => nameOf(world, target.id));
      return `  ${left.padEnd(30)} -> ${group.name.padEnd(7)} ${targets.join(' ')} :${group.port}`;
    });
  });
}

function nameOf(world: World, target: string): string {
  return world.instances.find((one) => one.id === target || one.primaryAddress === target)?.name ?? target;
}

function took(ms: number): string {
  return ms < 950 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function wrapped(text: string): string[] {
  return wrapAnsi(text, 74).split('\n');
}
