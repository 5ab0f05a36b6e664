import { describeServices } from '../ecs/describe-services.ts';
import { listClusters } from '../ecs/list-clusters.ts';
import type { Service } from '../operation.ts';

/** Amazon Elastic Container Service: the world has no clusters. */
export const ecs: Service = {
  signingName: 'ecs',
  version: null,
  target: 'AmazonEC2ContainerServiceV20141113',
  operations: { DescribeServices: describeServices, ListClusters: listClusters },
};
