/**
 * A deployment: its id, `APPLICATION/GROUP`, when it was made (ISO 8601), and the hook executions that wait for an answer.
 */
export type Deployment = {
  readonly id: string;
  readonly deploymentGroup: string;
  readonly createTime: string;
  readonly executions: readonly string[];
};
