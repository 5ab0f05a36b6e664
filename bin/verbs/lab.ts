import { type Command, InvalidArgumentError } from 'commander';
import { catalogue } from '../../lambda/diagnosis/catalogue.ts';
import { allowedValue } from '../allowed-value.ts';
import type { LabOptions } from '../run-lab.ts';

const MODES = ['best', 'namespaces', 'loopback'] as const;
const PACES = ['real', 'fast'] as const;
const OUTPUTS = ['text', 'json'] as const;

/** What is shown when nothing is asked for: one refusal and one silence. */
const DEFAULT_STORY = ['target-port-closed', 'target-security-group-blocks-load-balancer'];

/** `lab`: builds the embedded world, breaks it, and shows what the deployed handlers say. */
export function labVerb(program: Command): void {
  program
    .command('lab')
    .description('build a small VPC on this machine, break it, and show what the monitor says')
    .option('--fault <CODE...>', `break it in these ways (default: ${DEFAULT_STORY.join(' ')})`, faultCodes)
    .option('--list', 'list the ways in which the lab can break its world')
    .option('--seed <N>', 'vary ids and addresses (0 to 1000000)', seedNumber, 1)
    .option('--mode <MODE>', 'how packets move: best, namespaces, loopback', allowedValue(MODES), 'best')
    .option(
      '--pace <PACE>',
      'how often targets are checked: real (5 s), fast (1 s, less than AWS allows)',
      allowedValue(PACES),
      'real',
    )
    .option('--hold', 'then leave the world standing until Ctrl-C, for other commands to look at')
    .option('--output <FORMAT>', 'text, or json for the last report', allowedValue(OUTPUTS), 'text')
    .action(async ({ fault = DEFAULT_STORY, ...options }: LabOptions & { readonly fault?: readonly string[] }) => {
      // The lab and the SDK take a while to load: only when they are wanted.
      const { runLab } = await import('../run-lab.ts');
      process.exitCode = await runLab(options, fault);
    });
}

function faultCodes(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, allowedValue(catalogue.map((fault) => fault.code))(value)];
}

function seedNumber(value: string): number {
  if (/^\d{1,7}$/.test(value) && Number(value) <= 1_000_000) return Number(value);
  throw new InvalidArgumentError('Allowed are whole numbers from 0 to 1000000.');
}
