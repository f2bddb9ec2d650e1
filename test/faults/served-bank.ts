import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BranchId } from '../../src/domain/ids.js';
import { formatMinor } from '../../src/domain/money.js';
import { Rng } from '../../src/std/rng.js';
import { Served, type ServedOptions } from './served.js';

/** Below those that the system gives away: nobody else may take the port of a branch that is down. */
const PORTS = [20_000, 32_000] as const;
const LISTENS = /: listens on /;
const READY = /: listens on .*, ready$|: ready: /;
/** All that a branch says that is well. */
const EXPECTED =
  /: listens on |: ready: |: SIGTERM: |: answers (?:queries, and takes on writes )?as soon as |: the disk is full: |: there is room on the disk again: /;

export interface ServedBankOptions {
  readonly branches: readonly BranchId[];
  readonly foundedMinor: readonly bigint[];
  /** For some branches, instead of a folder of the bank. */
  readonly directories?: ReadonlyMap<BranchId, string>;
  /** More that each is started with. */
  readonly args?: readonly string[];
}

/** Branches that keep their data, each a process of its own as its operator starts it. */
export class ServedBank {
  /** Holds everything; removed in the end. */
  readonly folder = mkdtempSync(join(tmpdir(), 'passbook-served-'));
  readonly addresses = new Map<BranchId, string>();
  /** What branches said that is not said when all is well. */
  readonly complaints: string[] = [];
  private readonly processes = new Map<BranchId, Served>();

  private constructor(private readonly options: ServedBankOptions) {}

  /** Nothing runs yet. */
  static async found(options: ServedBankOptions): Promise<ServedBank> {
    const bank = new ServedBank(options);
    for (const branch of options.branches) bank.addresses.set(branch, await freeAddress([...bank.addresses.values()]));
    return bank;
  }

  get branches(): readonly BranchId[] {
    return this.options.branches;
  }

  directoryOf(branch: BranchId): string {
    return this.options.directories?.get(branch) ?? join(this.folder, `branch-${branch}`);
  }

  process(branch: BranchId): Served {
    const served = this.processes.get(branch);
    if (!served) throw new Error(`branch ${branch} was never started`);
    return served;
  }

  /** Starts the process. On the same directory and port, whenever. */
  begin(branch: BranchId, options: ServedOptions = {}, more: readonly string[] = []): Served {
    const peers = [...this.addresses].filter(([other]) => other !== branch).map(([other, address]) => `${other}=${address}`);
    const args = ['--branch', `${branch}`, '--listen', this.addresses.get(branch) as string, '--data', this.directoryOf(branch)];
    if (peers.length > 0) args.push('--peers', peers.join(','));
    args.push('--accounts', this.options.foundedMinor.map(formatMinor).join(','), ...(this.options.args ?? []), ...more);
    const onLine = (line: string) => {
      if (!EXPECTED.test(line)) this.complaints.push(line);
    };
    const served = new Served(args, { onLine, ...options });
    this.processes.set(branch, served);
    return served;
  }

  listening(branch: BranchId): Promise<string> {
    return this.process(branch).says(LISTENS);
  }

  ready(branch: BranchId): Promise<string> {
    return this.process(branch).says(READY);
  }

  async start(...branches: readonly BranchId[]): Promise<void> {
    for (const branch of branches) this.begin(branch);
    await Promise.all(branches.map((branch) => this.ready(branch)));
  }

  /** The branch comes back although its disk is lost. */
  async replace(branch: BranchId): Promise<void> {
    rmSync(this.directoryOf(branch), { recursive: true });
    this.begin(branch, {}, ['--replace']);
    await this.ready(branch);
  }

  /** A new branch comes. */
  async join(branch: BranchId): Promise<void> {
    this.addresses.set(branch, await freeAddress([...this.addresses.values()]));
    this.begin(branch, {}, ['--join']);
    await this.ready(branch);
  }

  async kill(...branches: readonly BranchId[]): Promise<void> {
    await Promise.all(branches.map((branch) => this.process(branch).kill()));
  }

  /** Lets them finish; one that does not end well has something wrong. */
  async stop(...branches: readonly BranchId[]): Promise<void> {
    const stop = async (branch: BranchId) => {
      const { code, signal } = await this.process(branch).stop();
      if (code !== 0) this.complaints.push(`branch ${branch} ended with ${signal ?? `code ${code}`}`);
    };
    await Promise.all(branches.map(stop));
  }

  /** Ends what is left, at once, and removes the data. */
  async destroy(): Promise<void> {
    await Promise.all([...this.processes.values()].map((served) => served.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freeAddress(taken: readonly string[]): Promise<string> {
  const rng = new Rng(process.hrtime()[1]);
  for (;;) {
    const port = rng.integer(...PORTS);
    const address = `127.0.0.1:${port}`;
    if (!taken.includes(address) && (await isFree(port))) return address;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
