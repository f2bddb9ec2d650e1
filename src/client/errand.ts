import type { BranchId } from '../domain/ids.js';
import type { Refusal } from '../domain/outcomes.js';
import type { Reason } from '../domain/refusals.js';
import type { Attempt, Terms } from './attempt.js';
import type { Expiring } from './expiry.js';
import { onAbort } from './on-abort.js';
import type { AttemptDone } from './pending-operation.js';

/** After these the same request may succeed a little later, or at another branch. */
const TEMPORARY: ReadonlySet<Reason> = new Set([
  'ACK_LEVEL_NOT_REACHED',
  'ALLOWANCE_UNREACHABLE',
  'BRANCH_UNREACHABLE',
  'CLOSING',
  'DISK_FULL',
  'OUTCOME_UNKNOWN',
  'OVERLOADED',
  'RECOVERING',
  'SESSION_NOT_SATISFIED',
]);

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** While there are others to ask, a branch gets this part of the time that is left. */
const SHARE = 1 / 3;
const LEAST_SHARE_MS = 100;
/** With less of the whole time left than this, nothing is asked again: a branch answers that long before the deadline. */
const LEAST_REST = 1 / 16;
const LEAST_REST_MS = 50;

/** What most errands have of what only goes wrong: they are made many thousand times a second. */
const NONE: readonly never[] = [];

interface Doubtful {
  readonly branch: BranchId;
  readonly attempt: Attempt;
}

/** Where to go, and how long it may take. */
export interface Route {
  readonly first: BranchId;
  /** Where else to go, in this order, if that does not work out. */
  readonly others: readonly BranchId[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** What an errand needs of its bank. */
export interface ErrandPorts {
  nowMs(): number;
  /** Calls `expire` at the deadline, or when the bank is closed. */
  remind(item: Expiring): void;
}

type Ask<Answer> = (branch: BranchId, terms: Terms, done: AttemptDone<Answer>) => Attempt;

/**
 * One request of one session, from its first attempt to its end: at one branch
 * after the other, always under the same id.
 *
 * A refusal says only that its attempt did nothing. So once a copy of a write
 * was left without an answer, the request may take effect until a branch names
 * the write or refuses for good; short of that nobody knows, and that is the answer.
 */
export class Errand<Answer extends { readonly kind: string }> {
  private readonly deadlineMs: number;
  /** Branches not asked in this round, the next one in front. */
  private untried: readonly BranchId[];
  /** Asking these again is pointless. */
  private useless: readonly BranchId[] = NONE;
  private branch: BranchId;
  private home: BranchId | undefined;
  private current: Attempt | undefined;
  private pauseMs = FIRST_PAUSE_MS;
  private isDone = false;
  private hasNoMoreTime = false;
  private stopListening: (() => void) | undefined;
  /** What a branch said last; as long as none has said anything, why. */
  private last: { readonly refusal: Refusal; readonly branch: BranchId } | undefined;
  private doubt: Refusal | undefined;
  /** Attempts that left a doubt, the latest in front. */
  private doubtful: readonly Doubtful[] = NONE;
  /** The write stands, whatever is said later. */
  private standing: Refusal | undefined;

  /** `done` is told which branch it was that answered, or was asked last. */
  constructor(
    private readonly route: Route,
    private readonly ports: ErrandPorts,
    private readonly ask: Ask<Answer>,
    private readonly done: (outcome: Answer | Refusal, branch: BranchId) => void,
  ) {
    this.deadlineMs = ports.nowMs() + route.timeoutMs;
    this.branch = route.first;
    this.untried = route.others;
  }

  begin(): void {
    const { signal } = this.route;
    if (signal) this.stopListening = onAbort(signal, () => this.aborted());
    this.attempt();
  }

  private attempt(): void {
    const remainingMs = this.last ? Math.ceil(this.deadlineMs - this.ports.nowMs()) : this.route.timeoutMs;
    const failsFast = this.route.others.length > 0;
    const shareMs = failsFast ? Math.max(LEAST_SHARE_MS, Math.ceil(remainingMs * SHARE)) : remainingMs;
    const terms: Terms = {
      home: this.home ?? this.branch,
      timeoutMs: Math.min(remainingMs, shareMs),
      failsFast,
      before: this.doubtful.find(({ branch }) => branch === this.branch)?.attempt,
    };
    const attempt = this.ask(this.branch, terms, this.ended);
    if (!attempt.isDone) this.current = attempt;
  }

  private readonly ended: AttemptDone<Answer> = (outcome, attempt) => {
    this.current = undefined;
    if (attempt.wasSent) this.home ??= this.branch;
    if (outcome.kind !== 'refused') return this.finish(outcome, this.branch);
    const refusal = outcome as Refusal;
    if (attempt.wasSent || !this.last) this.last = { refusal, branch: this.branch };
    if (refusal.applied === 'yes') this.standing = refusal;
    const { doubt } = attempt;
    if (doubt) this.doubtful = [{ branch: this.branch, attempt }, ...this.doubtful];
    this.doubt ??= refusal.applied === 'maybe' ? refusal : doubt;
    if (attempt.again !== 'anywhere') this.useless = [...this.useless, this.branch];
    if (this.isOver(refusal, attempt)) this.conclude();
    else this.goOn(refusal);
  };

  private isOver({ final, reason }: Refusal, { again }: Attempt): boolean {
    if (final || !TEMPORARY.has(reason)) return true;
    return again === 'nowhere' && this.doubt !== undefined;
  }

  private goOn(refusal: Refusal): void {
    const next = this.next(refusal);
    if (next === undefined) return this.pause(refusal);
    if (!this.isWorthwhile(0)) return this.conclude();
    this.branch = next;
    this.attempt();
  }

  /** Whoever the refusal points to, or the next in turn. */
  private next({ details }: Refusal): BranchId | undefined {
    const untried = this.untried.filter((branch) => !this.useless.includes(branch));
    const named = (details.holders ?? details.held_at ?? details.holder ?? '').split(' ').map(Number);
    const at = untried.findIndex((branch) => named.includes(branch));
    const [next] = untried.splice(Math.max(0, at), 1);
    this.untried = untried;
    return next;
  }

  /** All were asked: another round, a little later. */
  private pause(refusal: Refusal): void {
    this.untried = [this.route.first, ...this.route.others].filter((branch) => !this.useless.includes(branch));
    // Half of it by chance, so that those who were refused together do not come back together.
    const pauseMs = this.pauseMs * (0.5 + Math.random() / 2);
    this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
    if (this.untried.length === 0 || !this.isWorthwhile(pauseMs)) return this.conclude();
    const errand = this;
    this.ports.remind({
      deadlineMs: this.ports.nowMs() + pauseMs,
      get isDone() {
        return errand.isDone;
      },
      expire: () => this.goOn(refusal),
    });
  }

  private isWorthwhile(afterMs: number): boolean {
    if (this.hasNoMoreTime) return false;
    const leastMs = Math.max(LEAST_REST_MS, this.route.timeoutMs * LEAST_REST);
    return this.ports.nowMs() + afterMs + leastMs <= this.deadlineMs;
  }

  /** Whoever aborts has no more time, as at the deadline. */
  private aborted(): void {
    this.hasNoMoreTime = true;
    if (this.current) this.current.fail('it was aborted');
    else this.conclude();
  }

  private conclude(): void {
    const { refusal, branch } = this.last as NonNullable<typeof this.last>;
    const { standing, doubt } = this;
    if (refusal.final) return this.finish(refusal, branch);
    if (standing) return this.finish(standing, branch);
    if (!doubt || refusal.applied === 'maybe') return this.finish(refusal, branch);
    this.finish({ ...doubt, message: `${doubt.message}; asked again: ${refusal.message}` }, branch);
  }

  private finish(outcome: Answer | Refusal, branch: BranchId): void {
    this.isDone = true;
    this.stopListening?.();
    this.done(outcome, branch);
  }
}
