import { ALL_GUARANTEES, type GuaranteeSet, NO_GUARANTEES } from '../domain/guarantees.js';
import { type AccountId, foundedAccount } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import { ACK_LEVELS, type Operation } from '../domain/operations.js';
import { viewVector, writeOf } from '../domain/outcomes.js';
import { SessionMemory } from '../domain/session.js';
import type { Rng } from '../std/rng.js';
import type { RangeMs } from './network.js';
import type { Answered, Ask, World } from './world.js';

/** What a seed stands for: every probability is drawn from it, so that seeds differ in kind and not only in detail. */
export interface Plan {
  readonly branches: number;
  readonly foundedMinor: readonly bigint[];
  readonly delayMs: RangeMs;
  readonly linkMs: RangeMs;
  readonly unhurriedMs: RangeMs;
  readonly durableMs: RangeMs;
  readonly patienceMs: number;
  readonly sessions: number;
  readonly operations: number;
  /** How long an operation may take: one of these. */
  readonly timeoutsMs: readonly number[];
  readonly thinkMs: number;
  readonly faults: number;
  readonly faultsUntilMs: number;
  readonly retries: number;
  readonly withoutPassbook: number;
  /** How often a customer asks for all the guarantees. */
  readonly careful: number;
  /** No faults, no hurry, and patience for a round trip: then nothing is refused but for lack of money. */
  readonly isCalm: boolean;
}

export function drawPlan(rng: Rng): Plan {
  const slowest = rng.pick([0, 3, 20, 100, 400]);
  const longestGroup = rng.pick([0, 1, 5, 40]);
  const roundTrip = 2 * (slowest + 2 * longestGroup) + 20;
  const patience = rng.pick([0.3, 1, 1, 1, 4]);
  const faults = rng.pick([0, 0, 2, 10]);
  const timeoutsMs = rng.pick([[30, 300, 3000], [20_000], [100, 20_000], [0, 2000]]);
  return {
    branches: rng.integer(1, 5),
    foundedMinor: Array.from({ length: rng.integer(1, 3) }, () => BigInt(rng.integer(0, rng.pick([0, 7, 2 ** 33])))),
    delayMs: [rng.integer(0, slowest), slowest],
    linkMs: [0, rng.pick([0, 10, 200])],
    unhurriedMs: [0, rng.pick([0, 0, 50, 2000])],
    durableMs: [0, longestGroup],
    // Too little patience costs messages and must cost nothing else.
    patienceMs: Math.ceil(roundTrip * patience),
    sessions: rng.integer(1, 7),
    operations: rng.integer(3, 14),
    timeoutsMs,
    thinkMs: rng.pick([0, 5, 100]),
    faults,
    faultsUntilMs: rng.pick([200, 2000, 10_000]),
    retries: rng.pick([0, 0.2, 0.6]),
    withoutPassbook: rng.pick([0, 0, 0.3]),
    careful: rng.pick([0, 0.5, 1, 1]),
    isCalm: faults === 0 && patience >= 1 && Math.min(...timeoutsMs) >= 20_000,
  };
}

const NOBODYS = foundedAccount(99);

/** Customers who wander among the branches and do anything, by the rules of a client. */
export class Workload {
  /** Accounts that anybody has heard of. */
  private readonly accounts: AccountId[];
  private unfinished: number;

  constructor(
    private readonly world: World,
    private readonly plan: Plan,
    private readonly rng: Rng,
    /** About what an account holds, so that withdrawals are contested and not just refused. */
    private readonly balance: (account: AccountId) => bigint,
  ) {
    this.accounts = plan.foundedMinor.map((_, i) => foundedAccount(i + 1));
    this.unfinished = plan.sessions;
  }

  start(): void {
    for (let n = 1; n <= this.plan.sessions; n++) new Customer(this, n, this.world, this.plan, this.rng.fork()).begin();
    for (let i = 0; i < this.plan.faults; i++) this.scheduleFault();
  }

  get isFinished(): boolean {
    return this.unfinished === 0;
  }

  finished(): void {
    this.unfinished -= 1;
  }

  opened(account: AccountId): void {
    this.accounts.push(account);
  }

  operation(rng: Rng): Operation {
    const account = rng.chance(0.02) ? NOBODYS : rng.pick(this.accounts);
    const what = rng.integer(0, 99);
    if (what < 6) return { kind: 'open', label: rng.pick(['', 'savings', 'für Ann']) };
    if (what < 30) return { kind: 'query', account };
    if (what < 55) return { kind: 'deposit', account, amount: rng.integer(1, rng.pick([10, 2 ** 33])) as AmountMinor };
    const part = rng.pick([0.01, 0.2, 0.4, 0.9, 1, 1.1]);
    const amount = Math.max(1, Math.floor(Number(this.balance(account)) * part)) as AmountMinor;
    return what < 80 ? { kind: 'withdraw', account, amount } : { kind: 'transfer', account, amount, to: rng.pick(this.accounts) };
  }

  private scheduleFault(): void {
    const { rng, world } = this;
    world.timeline.at(rng.integer(0, this.plan.faultsUntilMs), () => {
      const [a, b, ...rest] = rng.shuffled(world.members);
      if (a === undefined || b === undefined) return;
      const until = Math.min(this.plan.faultsUntilMs, world.timeline.nowMs + rng.integer(1, 3000));
      const what = rng.integer(0, 3);
      if (what < 2) return world.network.breakLink(a, b);
      const cut = rng.integer(0, rest.length);
      if (what === 2) world.network.block(a, b);
      else world.partition([a, ...rest.slice(0, cut)], [b, ...rest.slice(cut)]);
      if (rng.chance(0.5)) world.network.breakLink(a, b);
      // Heals what other faults have cut, too: that only makes the next one more of a surprise.
      world.timeline.at(until, () => world.heal());
    });
  }
}

/** One customer with one session: asks, waits for the answer, asks the next. */
class Customer {
  private readonly memory = new SessionMemory();
  private readonly name: string;
  private counter = 0;
  private previous: { at: Ask; branch: Answered['branch'] } | undefined;

  constructor(
    private readonly workload: Workload,
    number: number,
    private readonly world: World,
    private readonly plan: Plan,
    private readonly rng: Rng,
  ) {
    this.name = `customer-${number}`;
  }

  begin(): void {
    this.pause(() => this.next());
  }

  private next(): void {
    if (this.counter >= this.plan.operations) return this.workload.finished();
    this.counter += 1;
    const { rng } = this;
    const branch = rng.pick(this.world.members);
    const ask = this.ask(this.workload.operation(rng));
    const { previous } = this;
    if (previous && rng.chance(this.plan.retries)) {
      this.world.timeline.after(rng.pick([0, rng.integer(0, 50)]), () => this.resend(previous.branch, previous.at));
    }
    this.previous = { at: ask, branch };
    let isFirst = true;
    this.send(branch, ask, () => {
      if (isFirst) this.pause(() => this.next());
      isFirst = false;
    });
  }

  /** Sends the request, and now and then again while there is no answer, or after a refusal. */
  private send(branch: Answered['branch'], ask: Ask, then: () => void): void {
    const asked = this.world.operate(branch, ask, (answered) => {
      this.learn(answered);
      then();
    });
    if (!this.rng.chance(this.plan.retries)) return;
    this.world.timeline.after(this.rng.integer(0, 200), () => {
      if (!asked.outcome) this.resend(branch, ask);
    });
  }

  /** The network, or an impatient client, delivers a request once more; a confused one with other content. */
  private resend(branch: Answered['branch'], ask: Ask): void {
    const { rng } = this;
    const operation = rng.chance(0.1) ? this.workload.operation(rng) : ask.operation;
    this.world.operate(branch, { ...ask, operation, timeoutMs: rng.pick(this.plan.timeoutsMs) }, (answered) =>
      this.learn(answered),
    );
  }

  private learn({ outcome }: Answered): void {
    const write = writeOf(outcome);
    if (write) this.memory.wrote(write);
    else if (outcome.view) this.memory.saw(viewVector(outcome.view));
    if (outcome.kind === 'written' && outcome.account) this.workload.opened(outcome.account);
  }

  private ask(operation: Operation): Ask {
    const { rng, plan, counter } = this;
    const guarantees = rng.chance(plan.careful)
      ? ALL_GUARANTEES
      : (rng.pick([NO_GUARANTEES, rng.integer(0, 15)]) as GuaranteeSet);
    const passbook = { written: new Map(this.memory.written), read: new Map(this.memory.read) };
    return {
      operation,
      customer: this.name,
      counter: rng.chance(0.95) ? counter : 0,
      // All before this one were answered, though they may yet come again.
      settledBelow: rng.chance(0.3) ? counter : 0,
      guarantees,
      acks: rng.chance(0.6) ? 'local' : rng.pick(ACK_LEVELS),
      timeoutMs: rng.pick(plan.timeoutsMs),
      ...(rng.chance(plan.withoutPassbook) ? {} : { passbook }),
    };
  }

  private pause(then: () => void): void {
    this.world.timeline.after(this.rng.integer(0, this.plan.thinkMs), then);
  }
}
