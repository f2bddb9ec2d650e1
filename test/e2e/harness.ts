/** Drives the built command as its users do: arguments and files in, output, exit code and processes out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base } from 'vitest';
import { isBranch, killProcess, MARK, markedProcesses, type ProcessInfo } from './processes.js';

export const ROOT = resolve(import.meta.dirname, '../..');
const PASSBOOK: readonly string[] = [process.execPath, join(ROOT, 'bin/passbook.js')];

/** How long to wait for what has to come; only ever used up by a test that fails. */
const PATIENCE_MS = 20_000;
const POLL_MS = 20;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of `node bin/passbook.js`. */
  readonly program?: readonly string[];
  /** In a process group of its own, as a shell does it, so that a signal can reach all of it. */
  readonly group?: boolean;
}

/** One command, from its start to its end. */
export class Command {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private readonly watchers = new Set<() => void>();
  private result: Ended | undefined;

  constructor(mark: string, args: readonly string[], { stdin, env, program = PASSBOOK, group = false }: StartOptions) {
    const [file, ...rest] = [...program, ...args] as [string, ...string[]];
    this.child = spawn(file, rest, { cwd: ROOT, env: { ...ENVIRONMENT, ...env, [MARK]: mark }, detached: group });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => this.note(() => (this.stdout += text)));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => this.note(() => (this.stderr += text)));
    // A command that ends before it has read all is none of our business.
    this.child.stdin?.on('error', () => {}).end(stdin);
    this.ended = once(this.child, 'close').then(([code, signal]) => {
      const result = { code, signal, stdout: this.stdout, stderr: this.stderr };
      this.note(() => (this.result = result));
      return result;
    });
  }

  get pid(): number {
    return this.child.pid as number;
  }

  get isRunning(): boolean {
    return this.result === undefined;
  }

  kill(signal: NodeJS.Signals): void {
    killProcess(this.pid, signal);
  }

  /** As a terminal does it on Ctrl-C: to the command and all its processes. */
  killGroup(signal: NodeJS.Signals): void {
    killProcess(-this.pid, signal);
  }

  /** Waits until standard error says so. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    return this.until('standard error', pattern, () => pattern.exec(this.stderr));
  }

  private until<T>(what: string, pattern: RegExp, look: () => T | null): Promise<T> {
    return new Promise((resolve, reject) => {
      const watch = () => {
        const found = look();
        if (found !== null) settle(() => resolve(found));
        else if (this.result) settle(() => reject(new Error(this.report(`ended, and ${what} never matched ${pattern}`))));
      };
      const give = () => settle(() => reject(new Error(this.report(`${what} does not match ${pattern}`))));
      const timer = setTimeout(give, PATIENCE_MS);
      const settle = (done: () => void) => {
        clearTimeout(timer);
        this.watchers.delete(watch);
        done();
      };
      this.watchers.add(watch);
      watch();
    });
  }

  private note(change: () => void): void {
    change();
    for (const watch of [...this.watchers]) watch();
  }

  private report(problem: string): string {
    return `${this.child.spawnargs.slice(1).join(' ')}: ${problem}\n--- stdout\n${this.stdout}--- stderr\n${this.stderr}`;
  }
}

/** What would make the command behave differently under test than in a user's shell. */
const MISLEADING = /^(npm_|GRPC_|VITEST|NODE_OPTIONS$|NODE_ENV$|NODE_V8_COVERAGE$|FORCE_COLOR$|NO_COLOR$)/;
const ENVIRONMENT = Object.fromEntries(Object.entries(process.env).filter(([name]) => !MISLEADING.test(name)));

/** Starts commands for one test, and sees to it that nothing outlives it. */
export class Bench {
  /** For files of the test. */
  readonly folder = mkdtempSync(join(tmpdir(), 'passbook-e2e-'));
  private readonly mark = randomUUID();
  private readonly commands: Command[] = [];

  start(args: readonly string[], options: StartOptions = {}): Command {
    const command = new Command(this.mark, args, options);
    this.commands.push(command);
    return command;
  }

  /** From start to end. */
  passbook(args: readonly string[], options: StartOptions = {}): Promise<Ended> {
    return this.start(args, options).ended;
  }

  /** `passbook run` on free ports. */
  run(scenario: string, args: readonly string[] = [], options: StartOptions = {}): Promise<Ended> {
    return this.passbook(['run', scenario, '--base-port', '0', ...args], options);
  }

  startRun(scenario: string, args: readonly string[] = [], options: StartOptions = {}): Command {
    return this.start(['run', scenario, '--base-port', '0', ...args], options);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file of the test and returns its path. */
  file(name: string, text: string | Uint8Array): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  /** All processes of this test. */
  processes(): ProcessInfo[] {
    return markedProcesses(this.mark);
  }

  /** Branch processes of this test; those of one command in the order of their branches. */
  branches(command?: Command): ProcessInfo[] {
    return markedProcesses(this.mark).filter((info) => isBranch(info) && (!command || info.parent === command.pid));
  }

  /** Waits until none of this test's processes is left. */
  async nothingIsLeft(): Promise<void> {
    await eventually('no process is left', () => markedProcesses(this.mark).length === 0);
  }

  /** Ends what still runs, the hard way: branches have to notice by themselves. Fails if any process stays. */
  async close(): Promise<void> {
    for (const command of this.commands) if (command.isRunning) command.kill('SIGKILL');
    try {
      await this.nothingIsLeft();
    } catch {
      const left = markedProcesses(this.mark);
      for (const { pid } of left) killProcess(pid, 'SIGKILL');
      throw new Error(`left behind: ${left.map(({ pid, command }) => `${pid} ${command}`).join(', ')}`);
    } finally {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}

/** A test with a bench of its own. */
export const test = base.extend<{ bench: Bench }>({
  // biome-ignore lint/correctness/noEmptyPattern: what vitest reads here is which fixtures this one needs
  bench: async ({}, use) => {
    const bench = new Bench();
    await use(bench);
    await bench.close();
  },
});

/** For what tells nobody when it happens, such as the end of another's process. */
export async function eventually(what: string, holds: () => boolean): Promise<void> {
  const giveUpMs = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > giveUpMs) throw new Error(`not within ${PATIENCE_MS} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export const HOST = '127.0.0.1';

export async function occupy(port: number): Promise<Server> {
  const server = createServer().listen(port, HOST);
  await once(server, 'listening');
  return server;
}

/** A base port such that the ports of branches 1 to `branches` are free, below those that the system gives away itself. */
export async function freeBasePort(branches: number): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const basePort = 10_000 + Math.floor(Math.random() * 20_000);
    if (await areFree(basePort, branches)) return String(basePort);
  }
  throw new Error(`no ${branches} free ports in a row`);
}

async function areFree(basePort: number, branches: number): Promise<boolean> {
  const tried = await Promise.allSettled(Array.from({ length: branches }, (_, i) => occupy(basePort + i + 1)));
  const servers = tried.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return servers.length === branches;
}
