import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BranchId } from '../../src/domain/ids.js';
import type { FromBranch, ToBranch, Told } from '../../src/server/process-messages.js';
import type { Network } from './network.js';

const PROGRAM = join(import.meta.dirname, '../../dist/branch.js');
const PORT = 50_050;
const START_MS = 60_000;
/** Only ever used up by a branch that is broken. */
const CLOSE_MS = 60_000;

export interface MachinesConfig {
  readonly branches: readonly BranchId[];
  readonly foundedMinor: readonly bigint[];
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly onTold: (branch: BranchId, told: readonly Told[]) => void;
  /** What a branch writes to its standard error: it has nothing to say unless it is broken. */
  readonly onComplaint: (branch: BranchId, text: string) => void;
}

/** Branch processes, each on its own network, as `passbook run` starts them: told over a channel what to be. */
export class Machines {
  readonly addresses: ReadonlyMap<BranchId, string>;
  private readonly processes = new Map<BranchId, ChildProcess>();
  private readonly stopped = new Set<BranchId>();

  private constructor(
    private readonly network: Network,
    private readonly config: MachinesConfig,
  ) {
    this.addresses = new Map(config.branches.map((branch) => [branch, `${network.host(branch)}:${PORT}`]));
  }

  static async start(network: Network, config: MachinesConfig): Promise<Machines> {
    const machines = new Machines(network, config);
    try {
      await Promise.all(config.branches.map((branch) => machines.startOne(branch)));
    } catch (error) {
      machines.destroy();
      throw error;
    }
    const addresses = [...machines.addresses];
    for (const child of machines.processes.values()) tell(child, { kind: 'meet', addresses });
    return machines;
  }

  /** As `kill -9`: the process has no moment left. Resolves when it is gone. */
  async kill(branch: BranchId): Promise<void> {
    const child = this.child(branch);
    this.processes.delete(branch);
    child.kill('SIGKILL');
    await ended(child);
  }

  /** The process stands still; what comes to it waits in the sockets. */
  pause(branch: BranchId): void {
    this.child(branch).kill('SIGSTOP');
    this.stopped.add(branch);
  }

  resume(branch: BranchId): void {
    if (this.stopped.delete(branch)) this.child(branch).kill('SIGCONT');
  }

  /** Lets every branch finish and tell the rest of its work. False if one had to be killed. */
  async close(): Promise<boolean> {
    const children = [...this.processes.values()];
    for (const child of children) tell(child, { kind: 'close' });
    const timer = setTimeout(() => this.destroy(), CLOSE_MS);
    await Promise.all(children.map(ended));
    clearTimeout(timer);
    return children.every(({ exitCode }) => exitCode === 0);
  }

  /** Ends what is left, at once. */
  destroy(): void {
    for (const child of this.processes.values()) child.kill('SIGKILL');
  }

  private async startOne(branch: BranchId): Promise<void> {
    const { branches, foundedMinor, delayMs, jitterMs, onTold, onComplaint } = this.config;
    const [file, ...args] = this.network.command(branch, process.execPath, PROGRAM);
    // `ip netns exec` becomes the program it starts, so the channel and the process id are the branch's.
    const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' });
    this.processes.set(branch, child);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => onComplaint(branch, text));
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`branch ${branch} cannot start: ${why}`));
      const timer = setTimeout(() => fail(`nothing within ${START_MS} ms`), START_MS);
      child.once('error', (error) => fail(error.message));
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        if (this.processes.delete(branch) && code !== 0 && signal !== 'SIGKILL')
          onComplaint(branch, `ended by itself: ${signal ?? `exit code ${code}`}`);
        fail(`it ended with ${signal ?? `exit code ${code}`}`);
      });
      child.on('message', (message: FromBranch) => {
        if (message.kind === 'told') return onTold(branch, message.told);
        if (message.kind === 'failed') return fail(message.message);
        if (message.kind === 'listening') {
          clearTimeout(timer);
          return resolve();
        }
        const host = this.network.host(branch);
        const founded = foundedMinor.map(String);
        tell(child, {
          kind: 'start',
          branch,
          members: branches,
          bankId: `faults-${process.pid}`,
          foundedMinor: founded,
          host,
          port: PORT,
          delayMs,
          jitterMs,
          log: false,
          record: true,
        });
      });
    });
  }

  private child(branch: BranchId): ChildProcess {
    const child = this.processes.get(branch);
    if (!child) throw new Error(`branch ${branch} does not run`);
    return child;
  }
}

function tell(child: ChildProcess, message: ToBranch): void {
  if (child.connected) child.send(message, () => {});
}

async function ended(child: ChildProcess): Promise<void> {
  // Closed, not only ended: what it told last has been read.
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
}
