import { setTimeout as sleep } from 'node:timers/promises';
import type { LabFault } from '../lab/faults/lab-fault.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { loadFaults } from '../lab/load-faults.ts';
import { type StoryEvent, story } from '../lab/story.ts';
import { tellEvent, tellStanding } from '../lab/tell.ts';
import { healthyWorld } from '../lab/world/healthy-world.ts';
import { catalogue } from '../lambda/diagnosis/catalogue.ts';
import { json } from '../lambda/report/json.ts';
import { terminal } from '../lambda/report/terminal.ts';
import { appearance } from './appearance.ts';
import { handlerFile } from './handler-file.ts';
import { type Progress, progress } from './progress.ts';

/** How the lab is to run; the words of the command line. */
export type LabOptions = {
  readonly list?: true;
  readonly seed: number;
  readonly mode: 'best' | 'namespaces' | 'loopback';
  readonly pace: 'real' | 'fast';
  readonly hold?: true;
  readonly output: 'text' | 'json';
};

/** Exit statuses of an interrupted command, by the shells' convention: 128 and the signal's number. */
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;
const HANDLERS = { monitor: handlerFile('monitor'), prober: handlerFile('prober') };

/**
 * `lab`: stands the world up, breaks it in these ways and shows what the deployed handlers say. Gives the exit status: 0
 * when what was broken leads, 2 when something else was said, 1 when the lab itself failed.
 */
export async function runLab(options: LabOptions, codes: readonly string[]): Promise<number> {
  const faults = inOrder(await loadFaults());
  if (options.list) return list(faults);
  const broken = faults.filter((one) => codes.includes(one.code));
  const bar = progress(process.stderr);
  let lab: Lab | undefined;
  const end = async () => {
    bar.clear();
    await lab?.close();
  };
  // What is still being built when a signal comes goes with this process: every child ends when its channel closes.
  for (const [signal, status] of SIGNALS) {
    process.once(signal, () => void Promise.race([end(), sleep(2000)]).then(() => process.exit(status)));
  }
  try {
    lab = await standing(options, bar);
    const status = await tell(lab, broken, options, bar);
    if (options.hold) await hold(lab);
    return status;
  } finally {
    await end();
  }
}

function list(faults: readonly LabFault[]): number {
  const lines = faults.map((fault) => `${fault.code}\n    ${fault.breaks}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** In the catalogue's order, which is the packet's. */
function inOrder(faults: readonly LabFault[]): readonly LabFault[] {
  return catalogue.flatMap((fault) => faults.filter((one) => one.code === fault.code));
}

async function standing(options: LabOptions, bar: Progress): Promise<Lab> {
  bar.show('building the VPC');
  const begun = performance.now();
  const world = healthyWorld(options.seed, options.pace);
  const deadlineMs = options.pace === 'real' ? 4000 : 700;
  const lab = await startLab({ world, handlers: HANDLERS, mode: options.mode, deadlineMs });
  bar.clear();
  print(options, tellStanding(lab, performance.now() - begun));
  return lab;
}

async function tell(lab: Lab, faults: readonly LabFault[], options: LabOptions, bar: Progress): Promise<number> {
  let last: StoryEvent | undefined;
  bar.show('waiting for the first health checks, and dialling every target');
  for await (const event of story(lab, faults)) {
    bar.clear();
    print(options, tellEvent(event, lab.world()));
    if (shown(event)) print(options, [terminal(event.report, appearance(true))]);
    announce(event, bar);
    last = event;
  }
  if (last?.kind !== 'confirmed') return 1;
  if (options.output === 'json') process.stdout.write(`${json(last.report)}\n`);
  return last.asExpected ? 0 : 2;
}

/** What happens next takes seconds: says what it is. */
function announce(event: StoryEvent, bar: Progress): void {
  if (event.kind === 'broken') bar.show('dialling every target');
  if (event.kind === 'waiting') bar.show('the load balancers have yet to notice', event.forMs);
}

/** The report is shown when it is first made, and again only where it then says what it did not, or not what was expected. */
function shown(event: StoryEvent): event is Extract<StoryEvent, { kind: 'diagnosed' | 'confirmed' }> {
  return event.kind === 'diagnosed' || (event.kind === 'confirmed' && !(event.asExpected && event.atOnce));
}

async function hold(lab: Lab): Promise<void> {
  const lines = ['', 'The world stands until Ctrl-C. In another terminal:', '', ...(await commandsFor(lab))];
  process.stdout.write(`${lines.join('\n')}\n`);
  await new Promise(() => setInterval(() => {}, 60_000));
}

/** How to look at the world from outside, and from a load balancer's own place where there is one to go to. */
async function commandsFor(lab: Lab): Promise<string[]> {
  const { region, networkInterfaces } = lab.world();
  const keys = `AWS_REGION=${region} AWS_ACCESS_KEY_ID=lab AWS_SECRET_ACCESS_KEY=lab`;
  const outside = [`  export AWS_ENDPOINT_URL=${lab.url} ${keys}`, '  npx origin-doctor check --from none', ''];
  const node = networkInterfaces.find((one) => one.description.startsWith('ELB '));
  const door = node === undefined ? null : await lab.openDoor(node.id);
  if (door === null) return outside;
  const name = node?.description.split('/')[1] ?? '';
  const inside = `  ${door.enter.join(' ')} env AWS_ENDPOINT_URL=${door.url} npx origin-doctor check ${name}`;
  return [...outside, `or, dialling from where the load balancer ${name} stands:`, '', inside, ''];
}

function print(options: LabOptions, lines: readonly string[]): void {
  const stream = options.output === 'json' ? process.stderr : process.stdout;
  if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
}
