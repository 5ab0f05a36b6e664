import { existsSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../../lib/config/read-config.ts';
import { appFolder } from '../app-folder.ts';
import { alreadyThere } from '../init/already-there.ts';
import type { Chosen } from '../init/chosen.ts';
import { configBefore } from '../init/config-before.ts';
import { configOf } from '../init/config-of.ts';
import { nextStep } from '../init/next-step.ts';
import { refuseNothingLeft } from '../init/refuse-nothing-left.ts';
import { refuseOtherAccount } from '../init/refuse-other-account.ts';
import type { Seen } from '../init/seen.ts';
import { summaryOf } from '../init/summary-of.ts';
import { writeWhole } from '../init/write-whole.ts';
import { STANDARD_OUTPUT } from '../standard-output.ts';
import { whileShowing } from '../while-showing.ts';

type Options = {
  readonly tag: Chosen['tags'];
  readonly all?: true;
  readonly out: string;
  readonly force?: true;
  readonly profile?: string;
  readonly region?: string;
};

/** `init`: finds load balancers, and writes the configuration that the CDK app reads, whole or not at all. */
export function initVerb(program: Command): void {
  program
    .command('init')
    .description('find load balancers, and write origin-doctor.json, which says what is deployed')
    .argument('[name|arn...]', 'load balancers to watch (default: all of the region)')
    .option('--tag <key=value>', 'those with this tag; with several, those that have all of them', tag, [])
    .option('--all', 'all of the region, which is also what is done without any choice')
    .option('-o, --out <file>', 'where to write it; - is standard output', 'origin-doctor.json')
    .option(
      '--force',
      'bring it up to date where it is there: what it holds of other Regions, its options and watches stay',
    )
    .action(async (names: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      if (choices(names, options) > 1) return command.error('error: allowed is one of names, --tag and --all.');
      const { out, force = false } = options;
      const chosen = { names, tags: options.tag };
      // Before any call, since the answer would be thrown away.
      if (out !== STANDARD_OUTPUT && existsSync(out) && !force) throw alreadyThere(out);
      const before = out === STANDARD_OUTPUT ? null : configBefore(out);
      const seen = await whileShowing('looking for load balancers', async () => {
        const { seeAccount } = await import('../init/see-account.ts');
        return seeAccount(chosen, options, before);
      });
      const lines = await written(seen, chosen, { out, force });
      process.stderr.write(`${lines.join('\n')}\n`);
    });
}

function choices(names: readonly string[], { tag: tags, all }: Options): number {
  return [names.length > 0, tags.length > 0, all === true].filter(Boolean).length;
}

function tag(text: string, before: Chosen['tags']): Chosen['tags'] {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined)
    throw new InvalidArgumentError('Allowed is KEY=VALUE, as in team=shop.');
  return [...before, { key, value }];
}

/** Writes the configuration, and gives what is to be said of it. */
async function written(
  seen: Seen,
  chosen: Chosen,
  { out, force }: { readonly out: string; readonly force: boolean },
): Promise<readonly string[]> {
  const toFile = out !== STANDARD_OUTPUT;
  const before = toFile ? configBefore(out) : null;
  const config = configOf(seen, before);
  if (before !== null) refuseOtherAccount(out, before, config);
  if (before !== null) refuseNothingLeft(out, config, seen);
  const text = `${JSON.stringify(config, null, 2)}\n`;
  // What the app would refuse is never written.
  readConfig(text, out);
  await write(out, text, force);
  const [first = '', ...rest] = summaryOf(config, before, seen, chosen);
  const next = nextStep(config, { out: toFile ? out : null, cwd: process.cwd(), app: appFolder() });
  return [toFile ? `Written to ${out}: ${first}` : first, ...rest, next];
}

async function write(out: string, text: string, force: boolean): Promise<void> {
  if (out === STANDARD_OUTPUT) process.stdout.write(text);
  else await writeWhole(out, text, force);
}
