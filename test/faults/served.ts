import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';

const PROGRAM = join(import.meta.dirname, '../../dist/passbook.js');
/** How long to wait for what has to come; only ever used up by a test that fails. */
const PATIENCE_MS = 60_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServedOptions {
  /** A program and its arguments that starts the command, and becomes it. */
  readonly under?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Told each line as it is said. */
  readonly onLine?: (line: string) => void;
}

/** A test that is given up at its time limit never comes to its own end: nothing that it started may outlive the file. */
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** One process of `passbook serve`, from its start to its end. */
export class Served {
  /** What it has said on standard error. */
  readonly lines: string[] = [];
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private readonly watchers = new Set<() => void>();
  private result: Ended | undefined;

  constructor(args: readonly string[], { under = [], env = {}, onLine = () => {} }: ServedOptions = {}) {
    const [file, ...rest] = [...under, process.execPath, PROGRAM, 'serve', ...args] as [string, ...string[]];
    this.child = spawn(file, rest, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
    running.add(this.child);
    const lines = createInterface({ input: this.child.stderr as NodeJS.ReadableStream });
    lines.on('line', (line) => {
      onLine(line);
      this.note(() => this.lines.push(line));
    });
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      // Closed, not only ended: all that it said has been read.
      this.child.once('close', (code, signal) => {
        const result = { code, signal };
        running.delete(this.child);
        this.note(() => (this.result = result));
        resolve(result);
      });
    });
  }

  get isRunning(): boolean {
    return this.result === undefined;
  }

  /** Resolves with the line that matches, said before or from now on; rejects if the process ends without it. */
  says(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const settle = (done: () => void) => {
        clearTimeout(timer);
        this.watchers.delete(look);
        done();
      };
      const give = (why: string) => settle(() => reject(new Error(`a branch ${why}: ${this.report()}`)));
      const look = () => {
        const line = this.lines.find((said) => pattern.test(said));
        if (line !== undefined) settle(() => resolve(line));
        else if (this.result) give(`ended and never said ${pattern}`);
      };
      const timer = setTimeout(() => give(`does not say ${pattern}`), PATIENCE_MS);
      this.watchers.add(look);
      look();
    });
  }

  signal(signal: NodeJS.Signals): void {
    if (this.isRunning) this.child.kill(signal);
  }

  /** As `kill -9`: it has no moment left. Resolves when it is gone. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
  }

  /** Lets it finish what it accepted. */
  async stop(): Promise<Ended> {
    this.signal('SIGTERM');
    const timer = setTimeout(() => this.signal('SIGKILL'), PATIENCE_MS);
    const ended = await this.ended;
    clearTimeout(timer);
    return ended;
  }

  private note(change: () => void): void {
    change();
    for (const look of [...this.watchers]) look();
  }

  private report(): string {
    return `${this.child.spawnargs.join(' ')}\n${this.lines.join('\n')}`;
  }
}
