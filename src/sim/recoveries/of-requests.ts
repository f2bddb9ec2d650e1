import type { Note } from '../../core/notes.js';
import type { Request } from '../../core/request.js';
import type { FaultEvent } from '../../domain/history.js';
import { type BranchId, branchOf } from '../../domain/ids.js';
import { isWrite } from '../../domain/operations.js';
import { type Outcome, writeOf } from '../../domain/outcomes.js';
import { WriteKind } from '../../domain/writes.js';
import type { CustomerEvent } from '../customers.js';
import type { Answered, Asked, Watcher } from '../watcher.js';
import type { World } from '../world.js';
import type { Tally } from './pairs.js';

interface Waiting {
  readonly branch: BranchId;
  readonly askedAtMs: number;
  /** There was a cut, or a clog, when it was asked. */
  readonly cut: boolean;
  readonly clog: boolean;
  parked: boolean;
  /** How often other branches were asked for allowance while it was short of it; undefined if it never was. */
  rounds: number | undefined;
}

/** Deadlines say these. */
const AT_DEADLINE = ['SESSION_NOT_SATISFIED', 'ALLOWANCE_UNREACHABLE', 'ACK_LEVEL_NOT_REACHED'];

/** Follows requests: those that wait, are sent again, are lost with a process or on the way. */
export class RecoveriesOfRequests implements Watcher {
  private readonly waiting = new Map<Request, Waiting>();
  /** Requests by name that ended with their branch's process, and why. */
  private readonly interrupted = new Map<string, 'crash' | 'failing-disk'>();
  private lastInterrupted: string[] = [];
  private readonly answerLost = new Set<string>();
  private readonly requestLost = new Set<string>();
  private readonly written = new Set<string>();
  /** How far the own log of a branch went when it was last restored. */
  private readonly restoredTo = new Map<BranchId, number>();
  private readonly cuts = { cut: false, clog: false };
  private readonly wereStill = new Set<BranchId>();
  private readonly haveJumped = new Set<BranchId>();

  constructor(
    private readonly world: World,
    private readonly tally: Tally,
  ) {
    world.watch(this);
  }

  fault({ fault, detail }: FaultEvent): void {
    if (fault === 'cut') this.cuts[detail === 'clogged' ? 'clog' : 'cut'] = true;
    if (fault === 'heal' || fault === 'faults-end') this.cuts.cut = this.cuts.clog = false;
  }

  asked({ branch, request }: Asked): void {
    const name = nameOf(request);
    if (name !== undefined && isWrite(request.operation.kind) && [...this.waiting.keys()].some((other) => nameOf(other) === name))
      this.tally.count('impatience', 'attached');
    const askedAtMs = this.world.timeline.nowMs;
    this.waiting.set(request, { branch, askedAtMs, ...this.cuts, parked: false, rounds: undefined });
  }

  note(branch: BranchId, note: Note): void {
    if (note.kind === 'parked') this.about(note.request, (waiting) => (waiting.parked = true));
    else if (note.kind === 'short') this.about(note.request, (waiting) => (waiting.rounds ??= 0));
    else if (note.kind === 'asked') this.askedForAllowance(branch, note.account);
    else if (note.kind === 'logged' && note.batch.kinds.includes(WriteKind.cede)) this.tally.count('elsewhere', 'handed over');
  }

  private askedForAllowance(branch: BranchId, account: string): void {
    for (const [request, waiting] of this.waiting) {
      const { operation } = request;
      if (waiting.rounds === undefined || waiting.branch !== branch) continue;
      if (!('account' in operation) || operation.account !== account) continue;
      waiting.rounds += 1;
      if (waiting.rounds === 2) this.tally.count('shortage', 'asked again');
    }
  }

  answered(answered: Answered): void {
    const { request, outcome, branch } = answered;
    const waiting = this.waiting.get(request);
    this.waiting.delete(request);
    if (!waiting) return;
    const reason = outcome.kind === 'refused' ? outcome.reason : outcome.kind;
    this.ofCuts(waiting, reason);
    this.ofClocks(answered, waiting, reason);
    if (waiting.rounds !== undefined && reason === 'written') this.tally.count('shortage', 'granted');
    if (waiting.rounds !== undefined && reason === 'INSUFFICIENT_FUNDS') this.tally.count('shortage', 'refused');
    const view = writeOf(outcome);
    if (view && branchOf(view.origin) !== branch) this.tally.count('elsewhere', 'told');
    if (reason === 'OUTCOME_UNKNOWN') this.tally.count('elsewhere', 'not known');
    if (reason === 'REQUEST_ID_REUSED' || reason === 'REQUEST_SETTLED') this.tally.count('confusion', 'refused');
    const name = nameOf(request);
    if (name !== undefined) this.ofRetries(name, branch, outcome);
  }

  private ofCuts(waiting: Waiting, reason: string): void {
    const { tally, cuts } = this;
    const isReleased = waiting.parked && reason !== 'SESSION_NOT_SATISFIED';
    if (isReleased && waiting.cut) tally.count('cut', 'released');
    if (isReleased && waiting.clog) tally.count('clog', 'released');
    if (!cuts.cut && !waiting.cut) return;
    if (reason === 'SESSION_NOT_SATISFIED') tally.count('cut', 'not satisfied');
    if (reason === 'ACK_LEVEL_NOT_REACHED') tally.count('cut', 'level missed');
    if (reason === 'ALLOWANCE_UNREACHABLE') tally.count('cut', 'money unreachable');
  }

  private ofClocks({ branch, request, answeredAtMs, askedAtMs }: Answered, waiting: Waiting, reason: string): void {
    const timeoutMs = request.deadlineMs - askedAtMs;
    if (this.wereStill.has(branch) && answeredAtMs > request.deadlineMs + 1) this.tally.count('pause', 'deadline late');
    const tookMs = this.world.timeline.nowMs - waiting.askedAtMs;
    const isEarly = this.haveJumped.has(branch) && AT_DEADLINE.includes(reason) && tookMs < timeoutMs / 2;
    if (isEarly) this.tally.count('clock-jump', 'deadline early');
  }

  private ofRetries(name: string, branch: BranchId, outcome: Outcome): void {
    const write = writeOf(outcome);
    if (!write) return;
    const cause = this.interrupted.get(name);
    this.interrupted.delete(name);
    if (cause && write.sequence > (this.restoredTo.get(branch) ?? 0)) this.tally.count(cause, 'done anew');
    else if (cause) this.tally.count('crash', 'answered from the log');
    if (this.answerLost.delete(name)) this.tally.count('customer-line', 'answered again');
    else if (this.written.has(name)) this.tally.count('confusion', 'same answer');
    this.written.add(name);
  }

  crashed(branch: BranchId): void {
    this.lastInterrupted = [];
    for (const [request, waiting] of this.waiting) {
      if (waiting.branch !== branch) continue;
      this.waiting.delete(request);
      const name = nameOf(request);
      if (name === undefined || !isWrite(request.operation.kind)) continue;
      this.interrupted.set(name, 'crash');
      this.lastInterrupted.push(name);
    }
  }

  diskFailed(): void {
    for (const name of this.lastInterrupted) this.interrupted.set(name, 'failing-disk');
  }

  restarted(branch: BranchId): void {
    const { applied, config } = this.world.branch(branch);
    this.restoredTo.set(branch, applied.get(config.origin) ?? 0);
  }

  resumed(branch: BranchId): void {
    this.wereStill.add(branch);
  }

  jumped(branch: BranchId): void {
    this.haveJumped.add(branch);
  }

  customer(event: CustomerEvent, customer: string, counter: number): void {
    const name = `${customer}/${counter}`;
    if (event === 'request lost') this.requestLost.add(name);
    if (event === 'answer lost') this.answerLost.add(name);
    if (event === 'answered late') this.tally.count('impatience', 'too late');
    if (event === 'sent again' && (this.requestLost.has(name) || this.answerLost.has(name)))
      this.tally.count('customer-line', 'sent again');
    if (event !== 'given up') return;
    const cause = this.interrupted.get(name);
    if (cause) this.tally.count(cause, 'given up');
    else if (this.requestLost.has(name) || this.answerLost.has(name)) this.tally.count('customer-line', 'given up');
  }

  private about(request: Request, change: (waiting: Waiting) => void): void {
    const waiting = this.waiting.get(request);
    if (waiting) change(waiting);
  }
}

function nameOf({ session, counter }: Request): string | undefined {
  return counter > 0 ? `${session.customer}/${counter}` : undefined;
}
