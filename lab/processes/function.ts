import { dialThroughBook } from './dial-through-book.ts';
import { flushCompiled } from './flush-compiled.ts';
import type { InvokedAnswer, InvokeMessage } from './messages.ts';

// A Lambda function's execution environment: loads the deployed handler named on the command line, and hands it events.
// Errors come back as Lambda reports them. After each invocation it prints that this one has ended, as Lambda does: what
// was printed before belongs to it.

type Context = {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  readonly getRemainingTimeInMillis: () => number;
};
type Handler = (event: unknown, context: Context) => Promise<unknown>;

process.on('disconnect', () => process.exit());
process.on('SIGINT', () => {});
const file = process.argv[2] ?? '';
const loaded: Promise<{ handler: Handler }> = import(file);
loaded.catch(() => {});
process.on('message', (message: InvokeMessage) => {
  void invoke(message).then((answer) => {
    process.stdout.write(`END RequestId: ${message.requestId}\n`);
    process.send?.(answer);
  });
});
process.send?.('ready');
flushCompiled();

async function invoke({ id, event, book, ...message }: InvokeMessage): Promise<InvokedAnswer> {
  if (book !== null) dialThroughBook(book);
  try {
    const { handler } = await loaded;
    return { id, payload: (await handler(event, contextOf(message))) ?? null };
  } catch (error) {
    const { name, message: text } = error instanceof Error ? error : new Error(String(error));
    return { id, error: { errorType: name, errorMessage: text } };
  }
}

/** AWS Lambda Developer Guide, "Using the Lambda context object to retrieve Node.js function information". */
function contextOf({ requestId, functionArn, timeoutMs }: Omit<InvokeMessage, 'id' | 'event' | 'book'>): Context {
  const begun = performance.now();
  return {
    awsRequestId: requestId,
    functionName: functionArn.split(':').at(-1) ?? '',
    invokedFunctionArn: functionArn,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(timeoutMs - (performance.now() - begun))),
  };
}
