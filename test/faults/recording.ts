import type { HistoryHeader } from '../../src/check/history/header.js';
import { HistoryWriter } from '../../src/check/history/writer.js';
import type { SessionOptions } from '../../src/client/session.js';
import type { BranchWork, FaultKind } from '../../src/domain/history.js';
import type { BranchId } from '../../src/domain/ids.js';
import type { Told } from '../../src/server/process-messages.js';

export type Hooks = Pick<SessionOptions, 'onInvocation' | 'onOperation'>;

/** The history of a round, as it happens. */
export class Recording {
  readonly startedAtMs = performance.now();
  /** As they would stand in a file. */
  readonly lines: string[] = [];
  /** Of the sessions whose operations are recorded. */
  readonly hooks: Hooks;
  private readonly writer: HistoryWriter;
  private readonly lastUs = new Map<BranchId, number>();
  private answers = 0;
  private readonly waiting: { readonly answers: number; readonly resolve: () => void }[] = [];

  constructor(header: HistoryHeader) {
    this.writer = new HistoryWriter(header, (line) => this.lines.push(line.trimEnd()));
    this.hooks = {
      onInvocation: (operation) => this.writer.entry({ kind: 'invoked', operation }),
      onOperation: (operation) => {
        this.writer.entry({ kind: 'completed', operation });
        this.answers += 1;
        while (this.waiting[0] && this.waiting[0].answers <= this.answers) this.waiting.shift()?.resolve();
      },
    };
  }

  /** Resolves when so many more operations have ended. */
  answered(more: number): Promise<void> {
    const answers = this.answers + more;
    return new Promise((resolve) => {
      this.waiting.push({ answers, resolve });
      this.waiting.sort((a, b) => a.answers - b.answers);
    });
  }

  /** What a branch process has told, by its own clock. */
  told(branch: BranchId, told: readonly Told[]): void {
    const zeroMs = performance.timeOrigin + this.startedAtMs;
    for (const { atMs, work } of told) this.work(branch, work, Math.max(0, Math.floor((atMs - zeroMs) * 1000)));
  }

  /** The clocks of processes differ by a little, but the times of a branch do not go back. */
  work(branch: BranchId, work: BranchWork, atUs = this.nowUs()): void {
    const notBackUs = Math.max(atUs, this.lastUs.get(branch) ?? 0);
    this.lastUs.set(branch, notBackUs);
    this.writer.entry({ kind: 'branch', event: { branch, atUs: notBackUs, ...work } });
  }

  fault(fault: FaultKind, branches: readonly BranchId[], detail?: string, to?: readonly BranchId[]): void {
    const event = { atUs: this.nowUs(), fault, branches, ...(to && { to }), ...(detail !== undefined && { detail }) };
    this.writer.entry({ kind: 'fault', event });
  }

  nowUs(): number {
    return Math.floor((performance.now() - this.startedAtMs) * 1000);
  }
}
