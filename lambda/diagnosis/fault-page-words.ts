/** The words of a fault's page that its data does not give: Markdown sentences, and code where `Code` says so. */
export type FaultPageWords = {
  /** What it means. */
  readonly meaning: string;
  /** What it looks like to the probe, */
  readonly probe: string;
  /** to the load balancer, */
  readonly loadBalancer: string;
  /** and to the user. */
  readonly user: string;
  /** How to confirm it by hand, shell lines without a prompt. */
  readonly confirmCode: string;
  /** What it is confused with, and how to tell them apart. */
  readonly confusedWith: string;
  /** How it is mended in a CDK app, in one or two sentences and TypeScript. */
  readonly cdk: string;
  readonly cdkCode: string;
};
