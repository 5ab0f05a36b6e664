import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A network namespace, held by a process that does nothing else: it is gone when that process is. */
export type Namespace = {
  readonly pid: number;
  /** Words to put before a command so that it runs inside. */
  readonly enter: readonly string[];
  /** Runs a command inside with this standard input. Rejects with what it printed when it fails. */
  readonly run: (command: readonly string[], input: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

// `cat` waits for the end of its input, which comes when the lab closes it or dies.
const HOLD = ['sh', '-c', 'echo ready; exec cat >/dev/null'];

/**
 * Makes a network namespace of its own. As root nothing else is needed; anyone else gets a user namespace too
 * (`--map-root-user`), and further namespaces are made inside that one (`within`).
 */
export async function makeNamespace(within?: Namespace): Promise<Namespace> {
  const root = process.getuid?.() === 0;
  const userNamespace = root || within !== undefined ? [] : ['--user', '--map-root-user'];
  const inside = root || within === undefined ? [] : enterUser(within.pid);
  const [program = '', ...args] = [...inside, 'unshare', ...userNamespace, '--net', '--', ...HOLD];
  const holder = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  let complaint = '';
  holder.stderr.on('data', (text) => {
    complaint += text;
  });
  const failed = once(holder, 'exit').then(() => {
    throw new Error(`no network namespace could be made: ${complaint.trim() || 'unshare said nothing'}`);
  });
  await Promise.race([once(holder.stdout, 'data'), failed]);
  failed.catch(() => {});
  const pid = holder.pid ?? 0;
  const enter = [...(root ? ['nsenter'] : enterUser(within?.pid ?? pid)), `--net=/proc/${pid}/ns/net`, '--'];
  return {
    pid,
    enter,
    run: (command, input) => run([...enter, ...command], input),
    close: async () => {
      if (holder.exitCode !== null) return;
      const gone = once(holder, 'exit');
      holder.stdin.end();
      await gone;
    },
  };
}

function enterUser(pid: number): string[] {
  return ['nsenter', `--user=/proc/${pid}/ns/user`, '--preserve-credentials'];
}

async function run([program = '', ...args]: readonly string[], input: string): Promise<string> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => output.push(text));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${args.slice(-3).join(' ')}: ${output.join('').trim()}`);
  return output.join('');
}
