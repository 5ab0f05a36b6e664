/**
 * Runs something while errors are made without a stack. Node's sockets raise an error for each refusal, and its stack,
 * which nobody reads, is a fifth of what dialling a closed port costs. It holds for the whole process meanwhile; runs
 * may overlap, and the last to end puts things back.
 */
export async function withoutStacks<T>(run: () => Promise<T>): Promise<T> {
  if (running === 0) usual = Error.stackTraceLimit;
  running += 1;
  Error.stackTraceLimit = 0;
  try {
    return await run();
  } finally {
    running -= 1;
    if (running === 0) Error.stackTraceLimit = usual;
  }
}

let running = 0;
let usual = Error.stackTraceLimit;
