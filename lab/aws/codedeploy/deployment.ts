/** A deployment: its id, when it was made (ISO 8601), and the hook executions that wait for an answer. */
export type Deployment = { readonly id: string; readonly createTime: string; readonly executions: readonly string[] };
