import { type Command, InvalidArgumentError, Option } from 'commander';
import { gatePage } from '../../lambda/gate/gate-page.ts';
import { gateStatus } from '../../lambda/gate/gate-status.ts';
import { readReadmission } from '../../lambda/gate/read-readmission.ts';
import type { Readmission } from '../../lambda/gate/wanted.ts';
import { allowedValue } from '../allowed-value.ts';
import type { Format } from '../formats.ts';
import { localVantagePoint } from '../local-vantage-point.ts';
import { outputOption } from '../output-option.ts';
import { readBaselineFile } from '../read-baseline-file.ts';
import { typeset } from '../typeset.ts';
import { whileShowing } from '../while-showing.ts';
import { wholeNumber } from '../whole-number.ts';

type Options = {
  readonly stable: number;
  readonly timeout: number;
  readonly pause: number;
  readonly baseline?: string;
  readonly from: 'local';
  readonly targetGroup: readonly string[];
  readonly readmit: readonly Readmission[];
  readonly output: Format;
  readonly profile?: string;
  readonly region?: string;
  readonly color: boolean;
};

const STATUSES = `
Exit status:
  0    passed: what is new accepts connections, and nothing new is wrong
  1    the tool failed, or was called wrongly
  2    held, with the reason
  3    that could not be told
  130  interrupted

Without --baseline what is seen at the start is what stood before: start it
before the deployment does, or save \`check --output json\` then.`;

/** `gate`: waits until a deployment's new targets may take traffic; the exit status says whether they may. */
export function gateVerb(program: Command): void {
  program
    .command('gate')
    .description('wait until newly registered targets accept connections, or say why they do not')
    .argument('[name|arn...]', 'load balancers to watch (default: all of the region)')
    .option('--stable <K>', 'connections in a row that each new target must accept', wholeNumber(1, 100), 3)
    .option('--timeout <seconds>', 'wait no longer than that', wholeNumber(1, 86_400), 600)
    .option('--pause <seconds>', 'between two checks', wholeNumber(1, 3_600), 5)
    .option('--baseline <file>', 'a report of before the deployment (check --output json)')
    .addOption(
      new Option('--from <place>', 'where to dial from: local (this machine)')
        .argParser(allowedValue(['local']))
        .default('local'),
    )
    .addOption(
      new Option(
        '--target-group <name|arn...>',
        'look at these too while no load balancer uses them (blue and green); NAME@LOADBALANCER says which will',
      ).default([], 'none'),
    )
    .addOption(
      new Option('--readmit <group:target...>', 'register TARGETGROUP:TARGET[:PORT] again once it has passed')
        .argParser(readmissions)
        .default([], 'none'),
    )
    .addOption(outputOption())
    .addHelpText('after', STATUSES)
    .action(async (names: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { answer, report } = await whileShowing('waiting at the gate', () => passed(names, options));
      const said = { page: () => gatePage(answer, report), json: () => `${JSON.stringify(answer, null, 2)}\n` };
      process.stdout.write(typeset(said, options.output, options.color));
      process.exitCode = gateStatus(answer);
    });
}

/** The SDK is loaded here and not before: it takes half a second. */
async function passed(names: readonly string[], options: Options) {
  const {
    stable,
    timeout: timeoutSeconds,
    pause,
    baseline: file,
    targetGroup: targetGroups,
    profile,
    region,
  } = options;
  const [{ awsClients }, { looker }, { passThrough }, { probeLocally }] = await Promise.all([
    import('../../lambda/inventory/aws-clients.ts'),
    import('../../lambda/gate/looker.ts'),
    import('../../lambda/gate/pass-through.ts'),
    import('../../lambda/probe/probe-locally.ts'),
  ]);
  const baseline = file === undefined ? null : await readBaselineFile(file);
  const clients = awsClients({ profile, region });
  const now = () => new Date();
  const look = looker({
    ...{ clients, names, now, memory: null, wanted: { targetGroups, readmit: options.readmit } },
    dial: probeLocally(),
    local: localVantagePoint(),
    trigger: { kind: 'cli', detail: 'gate' },
  });
  const run = { rules: { stable, timeoutSeconds }, baseline, look, pauseMs: pause * 1000, until: null, now };
  return passThrough({ ...run, clients, readmissions: options.readmit });
}

function readmissions(value: string, before: readonly Readmission[] = []): readonly Readmission[] {
  const read = readReadmission(value);
  if (read !== null) return [...before, read];
  throw new InvalidArgumentError('Allowed are TARGETGROUP:TARGET and TARGETGROUP:TARGET:PORT (IPv6 in brackets).');
}
