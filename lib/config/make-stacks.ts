import type { App } from 'aws-cdk-lib';
import { OriginDoctorStack } from '../origin-doctor-stack.ts';
import type { LoadedConfig } from './load-config.ts';
import { stackName } from './stack-name.ts';

/** One stack for each deployment of a configuration. Throws as `OriginDoctor` does, naming the file and the deployment too. */
export function makeStacks(app: App, { file, config }: LoadedConfig): void {
  for (const [index, deployment] of config.deployments.entries()) {
    const name = stackName(deployment);
    // Stacks of two Regions may have one name, and constructs may not.
    const id = name.replace(/^origin-doctor/, `origin-doctor-${deployment.region}`);
    try {
      new OriginDoctorStack(app, id, { stackName: name, config, deployment });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${file} cannot be used: deployments[${index}]: ${why}`, { cause: error });
    }
  }
}
