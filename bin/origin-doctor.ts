#!/usr/bin/env node
import { Command } from 'commander';
import { CannotCheck } from '../lambda/inventory/cannot-check.ts';
import { EXIT_STATUSES } from './exit-statuses.ts';
import { knownVerbs } from './known-verbs.ts';
import { verbsFor } from './verbs-for.ts';
import { version } from './version.ts';

const program = new Command('origin-doctor')
  .description(
    "Says which exact rule, route, port or process makes a load balancer's target refuse or swallow connections, since when, and what command mends it.",
  )
  .version(version(), '--version', 'print the version')
  .option('--profile <name>', 'AWS profile')
  .option('--region <name>', 'AWS region')
  .option('--no-color', 'no colours (NO_COLOR is honoured too)')
  .configureHelp({ showGlobalOptions: true })
  .addHelpText('after', EXIT_STATUSES);

// As of `--region "$UNSET"`: an empty one is none.
program.hook('preAction', () => {
  for (const name of ['profile', 'region']) program.setOptionValue(name, program.getOptionValue(name) || undefined);
});

for (const verb of await verbsFor(process.argv.slice(2))) verb(program);
const verbs = knownVerbs.map(({ name }) => name);
program.showHelpAfterError(`Verbs are ${verbs.join(', ')}; each takes --help.`);
for (const verb of program.commands)
  verb.showHelpAfterError(`\`origin-doctor ${verb.name()} --help\` says what is allowed.`);

// A reader that has seen enough (`| head`) closes the pipe. That is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  process.stderr.write(`origin-doctor: standard output cannot be written: ${error.message}\n`);
  process.exit(1);
});

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`origin-doctor: ${sentence(error)}\n`);
  process.exitCode = 1;
}

/** What cannot be gone on without says what to do; anything else is a failure of the tool itself. */
function sentence(error: unknown): string {
  if (error instanceof CannotCheck) return error.message;
  return `it failed, which is a fault of its own: ${error instanceof Error ? error.message : String(error)}`;
}
