import { relative, resolve } from 'node:path';
import { documentation } from '../../lambda/contract.ts';
import type { Config } from '../../lib/config/config-schema.ts';
import { quoted } from '../quoted.ts';

/** Where the file was written (null: to standard output), where the command runs, and where the app is (null: there is none). */
export type Ground = { readonly out: string | null; readonly cwd: string; readonly app: string | null };

/** What to do with a configuration once it is written, in two sentences. */
export function nextStep({ options, deployments }: Config, ground: Ground): string {
  const told = [options, ...deployments.map((one) => one.options)];
  const isTold = told.some((one) => one?.emails !== undefined || one?.topicArn !== undefined);
  const address = isTold ? '' : 'an address under options.emails, then ';
  const tests = '`origin-doctor doctor` tests the ground for it.';
  return `Next: ${ground.app === null ? IN_THE_PACKAGE : `${address}\`${commands(ground, ground.app)}\`.`} ${tests}`;
}

const IN_THE_PACKAGE = `the npm package has no app that reads this file. Deploy it with the app of Origin Doctor's checkout, or give its load balancers to \`new OriginDoctor\` in a CDK app of yours: ${documentation}/deploying.md.`;

function commands({ out, cwd }: Ground, app: string): string {
  const isThere = relative(app, cwd) === '';
  const isDefault = out !== null && resolve(cwd, out) === resolve(app, 'origin-doctor.json');
  const file = out === null ? 'FILE' : isThere ? out : resolve(cwd, out);
  return [
    ...(isThere ? [] : [`cd ${quoted(app)}`]),
    'npm run build',
    `npx cdk deploy --all${isDefault ? '' : ` -c config=${quoted(file)}`}`,
  ].join(' && ');
}
