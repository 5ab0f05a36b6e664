import type { Deployed } from '../lambda/doctor/deployed.ts';
import { version } from './version.ts';

/** Says on standard error by whom it is dialled, and where they are of another version than this command line. */
export function announceDeployed({ stack, region, version: its }: Deployed, by: 'probers' | 'gate' = 'probers'): void {
  const { place, are } = WORDS[by];
  process.stderr.write(`Dialling from the VPC, ${place} of the stack ${stack} in ${region}.\n`);
  if (its === version()) return;
  process.stderr.write(`${are} of version ${its}, and this command line of ${version()}: deploy again.\n`);
}

const WORDS = {
  probers: { place: 'by the probers', are: 'They are' },
  gate: { place: 'at the gate', are: 'It is' },
} as const;
