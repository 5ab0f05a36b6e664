import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run of the command line came to. */
export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

const CLI = new URL('../../bin/origin-doctor.ts', import.meta.url).pathname;

/**
 * Runs the real command line as a shell would, with nothing in its environment but `environment`, and a home of its
 * own. Metadata addresses are never asked.
 */
export async function runCli(args: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  const home = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
  const env = { AWS_EC2_METADATA_DISABLED: 'true', HOME: home, ...environment };
  try {
    return await new Promise<Ran>((resolve, reject) => {
      const child = spawn(process.execPath, [CLI, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const said = { stdout: '', stderr: '' };
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said.stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said.stderr += text;
      });
      child.on('error', reject);
      child.on('close', (status) => resolve({ ...said, status }));
    });
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** Keys that open nothing, and an endpoint on this machine. */
export function awsEnvironment(url: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
}
