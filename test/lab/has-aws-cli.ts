import { existsSync } from 'node:fs';

/** Debian's own (`apt-get install awscli`), version 2.9; another one that comes first on someone's path is passed over. */
const PROGRAM = '/usr/bin/aws';

/**
 * Whether printed commands can be carried out here. Where they cannot, their tests are left out and say so; with
 * ORIGIN_DOCTOR_NAMESPACES=required (CI) they fail instead.
 */
export function hasAwsCli(): boolean {
  if (process.env['ORIGIN_DOCTOR_NAMESPACES'] === 'required' || existsSync(PROGRAM)) return true;
  process.stderr.write(`No ${PROGRAM} here (apt-get install awscli): no fix is carried out.\n`);
  return false;
}
