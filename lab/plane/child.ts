import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from '../from-root.ts';

/** A process of the lab: it answers requests, may say things on its own, and goes with its parent. */
export type Child = {
  readonly pid: number;
  /** Sends a message under a fresh `id` and waits for the answer that carries it. Rejects when the process ends first. */
  readonly request: <T>(message: object) => Promise<T>;
  /** Ends the process and waits until it is gone. */
  readonly stop: () => Promise<void>;
};

/** How a process is started. */
export type ChildOptions = {
  /** What it says without being asked, and the socket that it hands over with it, if any. */
  readonly heard?: (message: unknown, handle?: unknown) => void;
  readonly env?: NodeJS.ProcessEnv;
  /** What it prints, in pieces as they come. */
  readonly printed?: (text: string, stream: 'stdout' | 'stderr') => void;
};

/**
 * Stripping types is more than half of what starting a process costs; what one has stripped, the next ones reuse.
 * Kept where only the checkout's owner writes; where nobody may, Node does without.
 */
const COMPILED = fromRoot('node_modules/.cache/origin-doctor');

/** Pieces of what a process printed last, to be told when it ends unasked. */
const MOST_REMEMBERED = 50;

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };

/**
 * Starts a process with a message channel and waits until it says `ready`. `command` is the program and its arguments:
 * node itself, or `nsenter`/`unshare` that becomes node. When this process dies, however it dies, the channel closes
 * and the child ends itself.
 */
export async function startChild(command: readonly string[], options: ChildOptions = {}): Promise<Child> {
  const [program = '', ...args] = command;
  const env = { ...(options.env ?? process.env), NODE_COMPILE_CACHE: COMPILED };
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env });
  const waiting = new Map<number, Waiting>();
  const output: string[] = [];
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      options.printed?.(text, stream);
      output.push(text);
      output.splice(0, output.length - MOST_REMEMBERED);
    });
  }
  let last = 0;
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: { id?: number } | 'ready', handle: unknown) => {
      if (message === 'ready') return resolve();
      const asked = waiting.get(message.id ?? 0);
      if (asked === undefined) return options.heard?.(message, handle);
      waiting.delete(message.id ?? 0);
      return asked.resolve(message as never);
    });
    const ended = (why: string) => {
      const error = new Error(`${args.at(-1) ?? program} ${why}: ${output.join('').trim() || 'it said nothing'}`);
      reject(error);
      for (const asked of waiting.values()) asked.reject(error);
      waiting.clear();
    };
    child.on('error', (error) => ended(error.message));
    child.on('exit', (code, signal) => ended(`ended with ${signal ?? `status ${code}`}`));
  });
  await ready;
  return {
    pid: child.pid ?? 0,
    request: (message) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: resolve as Waiting['resolve'], reject });
        child.send({ ...message, id: last }, (error) => error && reject(error));
      }),
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
