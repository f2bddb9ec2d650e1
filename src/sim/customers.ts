import { type GuaranteeSet, guaranteeSet } from '../domain/guarantees.js';
import { type Ending, endingOf, type HistoryEntry, type Invocation } from '../domain/history.js';
import { type AccountId, type BranchId, branchId, foundedAccount } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import { type Outcome, viewVector, writeOf } from '../domain/outcomes.js';
import { REFUSALS } from '../domain/refusals.js';
import { SessionMemory } from '../domain/session.js';
import type { Rng } from '../std/rng.js';
import type { AccountName, CustomerLine, CustomerPlan, Plan, Step, StepName } from './plan.js';
import { endingAmongOthers, invocationOf, SESSION, Stamps, unansweredEnding } from './record.js';
import type { Answered, Ask } from './watcher.js';
import type { World } from './world.js';

/** What befell a request on its way, besides what a branch answered. */
export type CustomerEvent = 'request lost' | 'answer lost' | 'branch down' | 'sent again' | 'given up' | 'answered late';

export interface CustomerHooks {
  onEntry?(entry: HistoryEntry): void;
  onEvent?(event: CustomerEvent, ask: Ask, branch: number): void;
}

/** An account that nobody has opened. */
const NOBODYS = foundedAccount(999);
/** How much longer than the branch a customer waits, besides the way there and back. */
const SLACK_MS = 50;
/** Between a refusal and the next attempt. */
const REST_MS: readonly [number, number] = [0, 100];

/** All customers of a plan: they live through their steps, by the rules of a client, over lines that lose things. */
export class Customers {
  private readonly customers: readonly Customer[];
  private readonly waiting = new Map<string, (() => void)[]>();
  private linesAreLossy = true;

  constructor(
    readonly world: World,
    readonly plan: Plan,
    readonly rng: Rng,
    readonly hooks: CustomerHooks,
    readonly stamps = new Stamps(world.timeline),
  ) {
    this.customers = plan.customers.map((customer, i) => new Customer(this, i + 1, customer));
  }

  start(): void {
    for (const customer of this.customers) customer.start();
  }

  /** From now on nothing is lost between customers and branches. */
  mend(): void {
    this.linesAreLossy = false;
  }

  get losesDisks(): boolean {
    return this.plan.faults.some((fault) => fault.kind === 'lost-disk' || (fault.kind === 'leave' && fault.lost));
  }

  get isFinished(): boolean {
    return this.customers.every((customer) => customer.isFinished);
  }

  get line(): CustomerLine {
    return this.linesAreLossy ? this.plan.customerLine : { ...this.plan.customerLine, loss: 0 };
  }

  /** Goes on when that step has ended; at once if there is none. */
  when(step: StepName | undefined, then: () => void): void {
    const customer = step && this.customers[step.customer - 1];
    if (!customer || customer.hasEnded(step.step)) return then();
    const key = `${step.customer}.${step.step}`;
    this.waiting.set(key, [...(this.waiting.get(key) ?? []), then]);
  }

  ended(step: StepName): void {
    const key = `${step.customer}.${step.step}`;
    const then = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    for (const run of then) run();
  }

  account(name: AccountName): AccountId {
    if (typeof name === 'number') return foundedAccount(name);
    return this.customers[name.customer - 1]?.opened(name.step) ?? NOBODYS;
  }
}

/** One step while it goes on. */
interface Attempts {
  readonly ask: Ask;
  readonly invocation: Invocation;
  readonly number: number;
  readonly step: Step;
  /** Requests on their way, or at a branch, of which nothing was heard. */
  unanswered: number;
  left: number;
  /** Between a refusal and the next attempt: what is heard then comes too late. */
  resting: boolean;
  cancelTimeout: () => void;
  ended: boolean;
}

/** One customer with one session. */
class Customer {
  private readonly name: string;
  private readonly memory = new SessionMemory();
  private readonly outcomes = new Map<number, Outcome | undefined>();

  constructor(
    private readonly all: Customers,
    private readonly number: number,
    private readonly plan: CustomerPlan,
  ) {
    this.name = `c${number}`;
  }

  start(): void {
    this.begin(1);
  }

  get isFinished(): boolean {
    return this.outcomes.size === this.plan.steps.length;
  }

  hasEnded(step: number): boolean {
    return this.outcomes.has(step) || step > this.plan.steps.length;
  }

  opened(step: number): AccountId | undefined {
    const outcome = this.outcomes.get(step);
    return outcome?.kind === 'written' ? outcome.account : undefined;
  }

  private begin(number: number): void {
    const step = this.plan.steps[number - 1];
    if (!step) return;
    this.all.when(step.after, () =>
      this.all.world.timeline.after(step.thinkMs, () => {
        this.perform(number, step);
        if (this.plan.steps[number]?.concurrent) this.begin(number + 1);
      }),
    );
  }

  private perform(number: number, step: Step): void {
    const { world, hooks } = this.all;
    const earlier = step.reuses === undefined ? undefined : this.outcomes.get(step.reuses);
    // What was done can be lost with a disk, and with it that the id was used: then the confused request is a good one.
    const isConfusing = earlier?.kind === 'written' && !this.all.losesDisks;
    if (step.reuses !== undefined && !isConfusing) return this.end(number, undefined);
    const ask = this.ask(number, step);
    world.makes(ask);
    const invocation = invocationOf(branchId(step.branch), ask, number, this.all.stamps.nextUs());
    if (step.reuses === undefined) hooks.onEntry?.({ kind: 'invoked', operation: invocation });
    const left = step.requestId ? step.retries : 0;
    this.send({
      ask,
      invocation,
      number,
      step,
      unanswered: 0,
      left,
      resting: false,
      cancelTimeout: () => undefined,
      ended: false,
    });
  }

  private ask(number: number, step: Step): Ask {
    const unended = this.plan.steps.findIndex((_, i) => !this.outcomes.has(i + 1)) + 1;
    return {
      operation: this.operation(step),
      customer: this.name,
      session: SESSION,
      counter: step.requestId ? (step.reuses ?? number) : 0,
      settledBelow: step.settles ? Math.min(unended, number) : 0,
      ...(step.passbook && { passbook: { written: new Map(this.memory.written), read: new Map(this.memory.read) } }),
      guarantees: guaranteeSet(step.guarantees) as GuaranteeSet,
      acks: step.acks,
      timeoutMs: step.timeoutMs,
    };
  }

  private operation({ operation }: Step): Operation {
    if (operation.kind === 'open') return operation;
    const account = this.all.account(operation.account);
    if (operation.kind === 'query') {
      const { wantedMinor } = operation;
      return { kind: 'query', account, ...(wantedMinor !== undefined && { wanted: wantedMinor as AmountMinor }) };
    }
    const amount = operation.amountMinor as AmountMinor;
    if (operation.kind !== 'transfer') return { kind: operation.kind, account, amount };
    return { kind: 'transfer', account, amount, to: this.all.account(operation.to) };
  }

  /** One attempt: the request goes over the line, and its answer comes back over it. */
  private send(attempts: Attempts, branch = branchId(attempts.step.branch)): void {
    const { world, rng, hooks, line } = this.all;
    const { step } = attempts;
    const home = branchId(step.branch);
    const ask = branch === home ? attempts.ask : { ...attempts.ask, home };
    const { timeline } = world;
    const tell = (event: 'request lost' | 'answer lost' | 'branch down') => hooks.onEvent?.(event, ask, branch);
    attempts.unanswered += 1;
    if (rng.chance(line.loss)) tell('request lost');
    else
      timeline.after(rng.integer(...line.delayMs), () => {
        if (!world.isUp(branch)) return tell('branch down');
        world.arrive(branch, ask, (answered) => {
          if (rng.chance(this.all.line.loss)) return tell('answer lost');
          timeline.after(rng.integer(...line.delayMs), () => this.hear(attempts, answered));
        });
      });
    const patienceMs = step.timeoutMs + 2 * line.delayMs[1] + SLACK_MS;
    attempts.cancelTimeout = timeline.after(patienceMs, () => this.timedOut(attempts));
  }

  private hear(attempts: Attempts, answered: Answered): void {
    const { outcome } = answered;
    // The customer has gone.
    if (attempts.ended) return this.all.hooks.onEvent?.('answered late', attempts.ask, attempts.step.branch);
    attempts.unanswered -= 1;
    this.all.world.learns(answered);
    this.remember(outcome, attempts.step);
    if (attempts.resting) return;
    if (attempts.left > 0 && isForNow(outcome)) {
      attempts.cancelTimeout();
      attempts.resting = true;
      this.all.world.timeline.after(this.all.rng.integer(...REST_MS), () => this.again(attempts));
      return;
    }
    this.finish(attempts, outcome, {
      ...(attempts.unanswered === 0 ? endingOf(outcome) : endingAmongOthers(outcome)),
      // Not always the one that was asked first.
      branch: answered.branch,
    });
  }

  private timedOut(attempts: Attempts): void {
    if (attempts.left > 0) return this.again(attempts);
    this.all.hooks.onEvent?.('given up', attempts.ask, attempts.step.branch);
    this.finish(attempts, undefined, unansweredEnding(attempts.ask.operation));
  }

  private again(attempts: Attempts): void {
    attempts.resting = false;
    attempts.left -= 1;
    this.all.hooks.onEvent?.('sent again', attempts.ask, attempts.step.branch);
    const { world, rng } = this.all;
    this.send(attempts, attempts.step.elsewhere ? rng.pick(world.members) : undefined);
  }

  private finish(attempts: Attempts, outcome: Outcome | undefined, ending: Ending & { readonly branch?: BranchId }): void {
    const { invocation, number, step } = attempts;
    attempts.ended = true;
    attempts.cancelTimeout();
    const { stamps, hooks } = this.all;
    if (step.reuses === undefined) {
      const completedAtUs = stamps.nextUs();
      hooks.onEntry?.({ kind: 'completed', operation: { ...invocation, ...ending, completedAtUs } });
    }
    this.end(number, outcome);
  }

  private end(number: number, outcome: Outcome | undefined): void {
    this.outcomes.set(number, outcome);
    this.all.ended({ customer: this.number, step: number });
    const next = this.plan.steps[number];
    if (next && !next.concurrent) this.begin(number + 1);
  }

  private remember(outcome: Outcome, { reuses }: Step): void {
    // A confused customer does not take in what it is told when it asks for something else than it thinks.
    if (outcome.kind === 'refused' && outcome.lost && reuses === undefined) this.memory.lost(outcome.lost);
    const write = writeOf(outcome);
    if (write) this.memory.wrote(write);
    else if (outcome.view) this.memory.saw(viewVector(outcome.view));
  }
}

/** Whether asking once more may help. */
function isForNow(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.applied === 'no' && REFUSALS[outcome.reason].status === 'UNAVAILABLE';
}
