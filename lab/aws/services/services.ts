import type { Service } from '../operation.ts';
import { cloudformation } from './cloudformation.ts';
import { cloudtrail } from './cloudtrail.ts';
import { cloudwatch } from './cloudwatch.ts';
import { codedeploy } from './codedeploy.ts';
import { dynamodb } from './dynamodb.ts';
import { ec2 } from './ec2.ts';
import { ecs } from './ecs.ts';
import { elasticLoadBalancing } from './elastic-load-balancing.ts';
import { eventbridge } from './eventbridge.ts';
import { lambda } from './lambda.ts';
import { sns } from './sns.ts';
import { sts } from './sts.ts';

/** Every service that the endpoint knows. */
export const services: readonly Service[] = [
  cloudformation,
  cloudtrail,
  cloudwatch,
  codedeploy,
  dynamodb,
  ec2,
  ecs,
  elasticLoadBalancing,
  eventbridge,
  lambda,
  sns,
  sts,
];
