import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a command as it was printed, by a shell; only the endpoint is put in. Rejects with what it printed when it fails. */
export async function runPrinted(command: string, endpointUrl: string): Promise<void> {
  if (!command.startsWith('aws ')) throw new Error(`this is no command of the AWS CLI: ${command}`);
  const env = {
    PATH: '/usr/bin:/bin',
    AWS_ACCESS_KEY_ID: 'lab',
    AWS_SECRET_ACCESS_KEY: 'lab',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  await run('/bin/sh', ['-c', command.replace(/^aws /, `aws --endpoint-url ${endpointUrl} `)], { env });
}
