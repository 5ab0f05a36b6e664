import { dialThroughBook } from './dial-through-book.ts';
import { flushCompiled } from './flush-compiled.ts';
import type { InvokedAnswer, InvokeMessage } from './messages.ts';

// A Lambda function's execution environment: loads the deployed handler named on the command line, and hands it events.
// Errors come back as Lambda reports them.

type Handler = (event: unknown) => Promise<unknown>;

process.on('disconnect', () => process.exit());
process.on('SIGINT', () => {});
const file = process.argv[2] ?? '';
const loaded: Promise<{ handler: Handler }> = import(file);
loaded.catch(() => {});
process.on('message', (message: InvokeMessage) => {
  void invoke(message).then((answer) => process.send?.(answer));
});
process.send?.('ready');
flushCompiled();

async function invoke(message: InvokeMessage): Promise<InvokedAnswer> {
  if (message.book !== null) dialThroughBook(message.book);
  try {
    const { handler } = await loaded;
    return { id: message.id, payload: (await handler(message.event)) ?? null };
  } catch (error) {
    const { name, message: text } = error instanceof Error ? error : new Error(String(error));
    return { id: message.id, error: { errorType: name, errorMessage: text } };
  }
}
