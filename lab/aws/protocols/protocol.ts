import type { AwsError } from '../aws-error.ts';
import type { TreeObject } from '../codecs/tree.ts';

/** What goes back over the wire. */
export type WireAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

/** What a protocol writes beside the answer itself. */
export type AnswerContext = { readonly operation: string; readonly version: string; readonly requestId: string };

/** How answers and errors are written, and the protocol's own errors. */
export type Protocol = {
  readonly answer: (output: TreeObject, context: AnswerContext) => WireAnswer;
  readonly refuse: (error: AwsError, context: AnswerContext) => WireAnswer;
  readonly unsigned: () => AwsError;
  readonly unknownOperation: (operation: string) => AwsError;
  /** `message` names the caller and the action. */
  readonly denied: (message: string) => AwsError;
};
