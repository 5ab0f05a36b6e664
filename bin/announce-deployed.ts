import type { Deployed } from '../lambda/doctor/deployed.ts';
import { version } from './version.ts';

/** Says on standard error by whom it is dialled, and where they are of another version than this command line. */
export function announceDeployed({ stack, region, version: its }: Deployed): void {
  process.stderr.write(`Dialling from the VPC, by the probers of the stack ${stack} in ${region}.\n`);
  if (its === version()) return;
  process.stderr.write(`They are of version ${its}, and this command line of ${version()}: deploy again.\n`);
}
