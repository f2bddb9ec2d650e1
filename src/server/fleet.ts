import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BranchId } from '../domain/ids.js';
import type { FromBranch, StartMessage, ToBranch, Told } from './process-messages.js';

export interface FleetConfig {
  readonly bankId: string;
  readonly branches: readonly BranchId[];
  readonly foundedMinor: readonly bigint[];
  readonly host: string;
  /** Branch b listens on basePort + b; 0 asks for free ports. */
  readonly basePort: number;
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly log: boolean;
  /** Each branch keeps its data in a folder of this one; absent: in memory. */
  readonly data?: string;
  /** Told of the branches' work as they do it; absent: they do not tell. */
  readonly onTold?: (branch: BranchId, told: readonly Told[]) => void;
  /** What a branch writes to its standard error, line by line. */
  readonly onLine: (branch: BranchId, line: string) => void;
  /** A branch process ended although nobody asked it to. */
  readonly onDeath: (branch: BranchId, how: string) => void;
}

/** A branch could not start; the message is for people. */
export class FleetError extends Error {
  override name = 'FleetError';
}

const PROGRAM = fileURLToPath(new URL('./branch.js', import.meta.url));
/** Loading programs is bound by the processor: more at a time only makes each slower. */
const START_TIMEOUT_MS = 120_000;
const CLOSE_TIMEOUT_MS = 5_000;

/** The branch processes of one bank. They end when this process does, however it ends. */
export class Fleet {
  readonly addresses = new Map<BranchId, string>();
  private readonly processes = new Map<BranchId, ChildProcess>();
  /** Those that are not yet sure to have all their writes. */
  private readonly recovering = new Map<BranchId, () => void>();
  private closing = false;

  /** Whether no branch had any data. */
  readonly isNewBank: boolean;

  private constructor(private readonly config: FleetConfig) {
    const { branches } = config;
    this.isNewBank = branches.every((branch) => !existsSync(this.directoryOf(branch) ?? ''));
  }

  /** Starts all branches. Every listener is bound before any branch learns where the others are. */
  static async start(config: FleetConfig, signal: AbortSignal, onListening: (count: number) => void): Promise<Fleet> {
    const fleet = new Fleet(config);
    let listening = 0;
    // The processes that are killed reject what is awaited below.
    const onAbort = () => fleet.kill();
    signal.addEventListener('abort', onAbort);
    try {
      await Promise.all(
        config.branches.map(async (branch) => {
          const port = await fleet.startOne(branch);
          fleet.addresses.set(branch, `${config.host}:${port}`);
          onListening(++listening);
        }),
      );
    } catch (error) {
      fleet.kill();
      throw error;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
    for (const process of fleet.processes.values()) tell(process, { kind: 'meet', addresses: [...fleet.addresses] });
    await fleet.recovered();
    return fleet;
  }

  /** Lets every branch finish what it accepted; resolves when all processes are gone. */
  async close(): Promise<void> {
    this.closing = true;
    const gone = [...this.processes.values()].map((child) => {
      tell(child, { kind: 'close' });
      return exited(child);
    });
    const timer = setTimeout(() => this.kill(), CLOSE_TIMEOUT_MS);
    await Promise.all(gone);
    clearTimeout(timer);
  }

  /** Ends all processes at once. */
  kill(): void {
    this.closing = true;
    for (const child of this.processes.values()) child.kill('SIGKILL');
  }

  pid(branch: BranchId): number | undefined {
    return this.processes.get(branch)?.pid;
  }

  /** Each asks the others what they have of it, which takes as long as the slowest needs to answer. */
  private recovered(): Promise<unknown> {
    const branches = [...this.recovering.keys()];
    return Promise.all(branches.map((branch) => new Promise<void>((resolve) => this.recovering.set(branch, resolve))));
  }

  private directoryOf(branch: BranchId): string | undefined {
    return this.config.data === undefined ? undefined : join(this.config.data, `branch-${branch}`);
  }

  private startOne(branch: BranchId): Promise<number> {
    const child = fork(PROGRAM, [], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
      // Maps and big integers pass as they are.
      serialization: 'advanced',
    });
    this.processes.set(branch, child);
    if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => this.config.onLine(branch, line));
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new FleetError(`branch ${branch} cannot start: ${why}`));
      const timer = setTimeout(() => fail('it does not answer'), START_TIMEOUT_MS);
      child.once('error', (error) => fail(error.message));
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        fail(how(code, signal));
        this.becameReady(branch);
        if (!this.closing) this.config.onDeath(branch, how(code, signal));
      });
      child.on('message', (message: FromBranch) => {
        if (message.kind === 'ready') return tell(child, this.startMessage(branch));
        if (message.kind === 'told') return this.config.onTold?.(branch, message.told);
        if (message.kind === 'recovered') return this.becameReady(branch);
        clearTimeout(timer);
        if (message.kind === 'listening') {
          if (!message.isReady) this.recovering.set(branch, () => {});
          resolve(message.port);
        } else if (message.portTaken) reject(new FleetError(this.portTaken(branch)));
        else fail(message.message);
      });
    });
  }

  /** Or it will not be: whoever waits for it need not wait any longer. */
  private becameReady(branch: BranchId): void {
    this.recovering.get(branch)?.();
    this.recovering.delete(branch);
  }

  private startMessage(branch: BranchId): StartMessage {
    const directory = this.directoryOf(branch);
    const { bankId, branches, foundedMinor, host, basePort, delayMs, jitterMs, log, onTold } = this.config;
    return {
      kind: 'start',
      branch,
      members: branches,
      bankId,
      foundedMinor: foundedMinor.map(String),
      host,
      port: basePort === 0 ? 0 : basePort + branch,
      delayMs,
      jitterMs,
      log,
      record: onTold !== undefined,
      ...(directory !== undefined && { data: { directory, isNewBank: this.isNewBank } }),
    };
  }

  private portTaken(branch: BranchId): string {
    const port = this.config.basePort + branch;
    return `port ${port}, for branch ${branch}, is taken by another program; choose another --base-port`;
  }
}

function tell(child: ChildProcess, message: ToBranch): void {
  // A process that is just ending closes the channel first; its exit is reported separately.
  if (child.connected) child.send(message, () => {});
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function how(code: number | null, signal: string | null): string {
  return signal ? `its process was ended by ${signal}` : `its process ended with code ${code}`;
}
