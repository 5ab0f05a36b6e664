import { App } from 'aws-cdk-lib';
import { loadConfig } from '../lib/config/load-config.ts';
import { OriginDoctorStack } from '../lib/origin-doctor-stack.ts';

// The CDK app: one stack for each deployment of origin-doctor.json, or of what `-c config=FILE` names.

const app = new App({ analyticsReporting: false });

try {
  const config = loadConfig(app.node.tryGetContext('config'));
  for (const deployment of config.deployments) {
    const { region, vpcId, name } = deployment;
    const own = name === undefined ? vpcId : `${vpcId}-${name}`;
    const stackName = `origin-doctor-${own}`;
    new OriginDoctorStack(app, `origin-doctor-${region}-${own}`, { stackName, config, deployment });
  }
  app.synth();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
