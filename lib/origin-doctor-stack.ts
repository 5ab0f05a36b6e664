import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Config, ConfigDeployment } from './config/config-schema.ts';
import { propsOf } from './config/props-of.ts';
import { OriginDoctor } from './origin-doctor.ts';

/** What one stack of the app is made from. */
export type OriginDoctorStackProps = StackProps & { readonly config: Config; readonly deployment: ConfigDeployment };

/** One stack with one doctor: what the app makes for each deployment of its configuration. */
export class OriginDoctorStack extends Stack {
  readonly doctor: OriginDoctor;

  /** Throws as `OriginDoctor` does. */
  constructor(scope: Construct, id: string, { config, deployment, ...props }: OriginDoctorStackProps) {
    const description = 'Origin Doctor: names what ails the targets of load balancers';
    super(scope, id, { description, env: { account: config.account, region: deployment.region }, ...props });
    // An id that CDK leaves out of names: the deployment is called as the stack is.
    this.doctor = new OriginDoctor(this, 'Default', propsOf(config, deployment, this));
  }
}
