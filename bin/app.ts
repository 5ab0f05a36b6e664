import { App } from 'aws-cdk-lib';
import { loadConfig } from '../lib/config/load-config.ts';
import { makeStacks } from '../lib/config/make-stacks.ts';

// The CDK app: one stack for each deployment of origin-doctor.json, or of what `-c config=FILE` names.

const app = new App({ analyticsReporting: false });

try {
  makeStacks(app, loadConfig(app.node.tryGetContext('config')));
  app.synth();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
