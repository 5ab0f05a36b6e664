import { type Command, InvalidArgumentError, Option } from 'commander';
import { check } from '../../lambda/check.ts';
import { awsClients } from '../../lambda/inventory/aws-clients.ts';
import type { Report } from '../../lambda/model/report.ts';
import { probeLocally } from '../../lambda/probe/probe-locally.ts';
import { exitStatus } from '../../lambda/report/exit-status.ts';
import { html } from '../../lambda/report/html.ts';
import { json } from '../../lambda/report/json.ts';
import { markdown } from '../../lambda/report/markdown.ts';
import { terminal } from '../../lambda/report/terminal.ts';
import { allowedValue } from '../allowed-value.ts';
import { appearance } from '../appearance.ts';
import { EXIT_STATUSES } from '../exit-statuses.ts';
import { localVantagePoint } from '../local-vantage-point.ts';
import { progress } from '../progress.ts';

const OUTPUTS = ['text', 'json', 'markdown', 'html'] as const;
const PLACES = ['local', 'none'] as const;

type Options = {
  readonly from: (typeof PLACES)[number];
  readonly output: (typeof OUTPUTS)[number];
  readonly profile?: string;
  readonly region?: string;
  readonly color: boolean;
};

/** `check`: the whole way for some load balancers, or all; the exit status says what came of it. */
export function checkVerb(program: Command): void {
  program
    .command('check')
    .description('say why targets of load balancers refuse or swallow connections, and what mends it')
    .argument('[name|arn...]', 'load balancers to check (default: all of the region)')
    .addOption(
      new Option('--from <place>', 'where to dial from: local (this machine), or none (configuration and health alone)')
        .argParser(place)
        .default('local'),
    )
    .addOption(
      new Option('--output <format>', `how to report: ${OUTPUTS.join(', ')}`)
        .argParser(allowedValue(OUTPUTS))
        .default('text'),
    )
    .addHelpText('after', EXIT_STATUSES)
    .action(async (names: string[], _: unknown, command: Command) => {
      process.once('SIGINT', () => process.exit(130));
      const options = command.optsWithGlobals<Options>();
      const report = await checked(names, options);
      process.stdout.write(typeset(report, options));
      process.exitCode = exitStatus(report);
    });
}

function place(value: string): Options['from'] {
  if (value === 'vpc') {
    throw new InvalidArgumentError(`Probers in the VPC are not deployed yet. Allowed are ${PLACES.join(', ')}.`);
  }
  return allowedValue(PLACES)(value);
}

async function checked(names: readonly string[], { from, profile, region }: Options): Promise<Report> {
  const bar = progress(process.stderr);
  const dialFromHere = probeLocally();
  bar.show('reading configuration and target health');
  try {
    return await check({
      clients: awsClients({ profile, region }),
      names,
      dial:
        from === 'none'
          ? null
          : (work) => {
              bar.show('dialling from this machine');
              return dialFromHere(work);
            },
      local: from === 'none' ? null : localVantagePoint(),
      previous: null,
      trigger: { kind: 'cli', detail: null },
      now: () => new Date(),
    });
  } finally {
    bar.clear();
  }
}

function typeset(report: Report, { output, color }: Options): string {
  switch (output) {
    case 'json':
      return json(report);
    case 'markdown':
      return markdown(report);
    case 'html':
      return html(report);
    case 'text':
      return terminal(report, appearance(color));
  }
}
