/** Results to judge, for tests: written by hand, and of a simulated bank that keeps all its promises. */
import type { Rng } from '../../std/rng.js';
import type { Answer, CustomerInput, EventInput, ResultsInput } from './input.js';

/** `deposit 10 @1`, `withdraw 5 @2 fail`, `query @1 = 10`; without an answer a write was done. Amounts in minor units. */
export function results(initialMinor: bigint, ...customers: readonly (readonly string[])[]): ResultsInput {
  return inputOf(
    initialMinor,
    customers.map((lines, index) => ({ id: index + 1, events: lines.map(eventOf) })),
  );
}

export function withFinals(input: ResultsInput, ...finals: readonly bigint[]): ResultsInput {
  const final = (index: number) => ({ kind: 'balance', minor: finals[index] as bigint, line: index + 1 }) as const;
  return { ...input, customers: input.customers.map((customer, index) => ({ ...customer, final: final(index) })) };
}

/** As of results that hold nothing but final balances. */
export function untold(input: ResultsInput): ResultsInput {
  const answer = ({ kind }: EventInput): Answer => ({ kind: kind === 'query' ? 'unknown' : 'not-told' });
  return { ...mapEvents(input, (event) => ({ ...event, answer: answer(event) })), onlyFinals: 'as asked for' };
}

export function mapEvents(input: ResultsInput, change: (event: EventInput, customer: number) => EventInput): ResultsInput {
  const customers = input.customers.map((customer) => ({
    ...customer,
    events: customer.events.map((event) => change(event, customer.id)),
  }));
  return inputOf(input.initialMinor, customers);
}

function inputOf(initialMinor: bigint, customers: readonly CustomerInput[]): ResultsInput {
  const inFileOrder = customers.flatMap(({ events }) =>
    events.map(({ kind, answer }) => ({
      query: kind === 'query',
      ...(answer.kind === 'balance' && { balanceMinor: answer.minor }),
    })),
  );
  return { initialMinor, customers, strays: [], inFileOrder };
}

const LINE = /^(deposit|withdraw|query)(?: (\d+))? @(\d+)(?: = (-?\d+))?(?: (fail|unknown|missing|unplaced))?$/;
const ANSWERS = { fail: 'refused', unknown: 'unknown', missing: 'missing', unplaced: 'unplaced' } as const;

function eventOf(text: string, index: number): EventInput {
  const match = LINE.exec(text);
  if (!match) throw new Error(`not an event: ${text}`);
  const [, kind, amount, branch, balance, word] = match;
  const event = { event: index + 1, kind: kind as EventInput['kind'], branch: Number(branch), line: index + 1 };
  const told = word === undefined ? ({ kind: 'done' } as const) : { kind: ANSWERS[word as keyof typeof ANSWERS] };
  const answer: Answer = balance === undefined ? told : { kind: 'balance', minor: BigInt(balance) };
  return { ...event, ...(amount !== undefined && { amountMinor: BigInt(amount) }), answer };
}

/** What customers are going to do. */
export interface Plan {
  readonly initialMinor: bigint;
  readonly branches: number;
  readonly customers: readonly (readonly PlannedEvent[])[];
}

export interface PlannedEvent {
  readonly kind: EventInput['kind'];
  readonly branch: number;
  readonly amountMinor: bigint;
}

export interface PlanOptions {
  readonly customers: number;
  readonly events: number;
}

/** Amounts of one size a plan: equal ones, small, large, and such as floating point cannot add. */
export function randomPlan(rng: Rng, { customers, events }: PlanOptions): Plan {
  const most = rng.pick([1, 3, 100, 2 ** 32, Number.MAX_SAFE_INTEGER]);
  const amount = () => BigInt(rng.integer(1, most));
  const branches = rng.integer(1, 4);
  const queries = rng.pick([0.3, 0.5, 0.7]);
  const withdrawals = rng.pick([0, 0.3, 0.6]);
  const event = (): PlannedEvent => {
    const change = rng.chance(withdrawals) ? 'withdraw' : 'deposit';
    return { kind: rng.chance(queries) ? 'query' : change, branch: rng.integer(1, branches), amountMinor: amount() };
  };
  return {
    initialMinor: rng.chance(0.5) ? 0n : BigInt(rng.integer(0, most * 4 > Number.MAX_SAFE_INTEGER ? most : most * 4)),
    branches,
    customers: Array.from({ length: customers }, () => Array.from({ length: rng.integer(0, events) }, event)),
  };
}

/** How often what goes wrong that may go wrong. */
export interface Trouble {
  readonly fail: number;
  readonly unknown: number;
}

export const NO_TROUBLE: Trouble = { fail: 0, unknown: 0 };

/** One write of the simulated bank, known by its position among all of them. */
interface Applied {
  readonly effectMinor: bigint;
  /** What its branch had applied before. */
  readonly needs: ReadonlySet<number>;
}

/**
 * A bank that keeps its promises: branches that pass on their writes when they like,
 * and sessions that read their writes, monotonically. No overdraft, either as each
 * branch spends only what is its own, or as it learns of everything first. Mostly
 * writes are passed on causally, and sessions write with the other two guarantees;
 * where nobody withdraws, sometimes not, since no balance may show that. Answers
 * `fail` and `unknown` come at random, and of the unknown some are done, some are
 * not, and some are done much later.
 */
export class HonestBank {
  private readonly writes: Applied[] = [];
  /** Of each branch, what it has applied. */
  private readonly seen: Set<number>[];
  /** Of each session, what its next read has to show. */
  private readonly sessions: Set<number>[];
  private readonly allowance: bigint[];
  private readonly escrow: boolean;
  private readonly causal: boolean;
  /** Writes that were given up, but are still on their way. */
  private readonly late: PlannedEvent[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly rng: Rng,
    private readonly trouble: Trouble,
    mode: 'any' | 'refuses only for lack of money' = 'any',
  ) {
    const branches = Array.from({ length: plan.branches }, (_, branch) => branch);
    this.seen = branches.map(() => new Set());
    this.sessions = plan.customers.map(() => new Set());
    this.allowance = branches.map((branch) => (branch === 0 ? plan.initialMinor : 0n));
    this.escrow = mode === 'any' && rng.chance(0.5);
    // Without order, a withdrawal can arrive before the deposit that it spends.
    this.causal = plan.customers.flat().some(({ kind }) => kind === 'withdraw') || rng.chance(0.5);
  }

  run(): ResultsInput {
    const answers = this.plan.customers.map((): Answer[] => []);
    const open = this.plan.customers.flatMap((events, customer) => events.map(() => customer));
    const busy = this.rng.pick([0, 1, 4]);
    for (const customer of this.rng.shuffled(open)) {
      for (let i = this.rng.integer(0, busy); i > 0; i--) this.gossip();
      if (this.late.length > 0 && this.rng.chance(0.3)) this.write(this.late.shift() as PlannedEvent);
      const list = answers[customer] as Answer[];
      list.push(this.serve(customer, this.plan.customers[customer]?.[list.length] as PlannedEvent));
    }
    for (const event of this.late) if (this.rng.chance(0.5)) this.write(event);
    return this.input(answers);
  }

  /** Once every branch has every write. */
  finalMinor(): bigint {
    return this.balance(this.writes.keys());
  }

  private serve(customer: number, event: PlannedEvent): Answer {
    if (this.rng.chance(this.trouble.fail)) return { kind: 'refused' };
    const session = this.sessions[customer] as Set<number>;
    const seen = this.seen[event.branch - 1] as Set<number>;
    if (this.causal || event.kind === 'query') this.catchUp(seen, session);
    if (this.rng.chance(this.trouble.unknown)) return this.giveUp(event);
    if (event.kind !== 'query') {
      if (!this.write(event)) return { kind: 'refused' };
      session.add(this.writes.length - 1);
      return { kind: 'done' };
    }
    for (const write of seen) session.add(write);
    return { kind: 'balance', minor: this.balance(seen) };
  }

  private giveUp(event: PlannedEvent): Answer {
    const fate = this.rng.integer(0, 2);
    if (fate === 0) this.write(event);
    if (fate === 1) this.late.push(event);
    return { kind: 'unknown' };
  }

  /** False if it was refused for lack of money. */
  private write({ kind, branch, amountMinor }: PlannedEvent): boolean {
    if (kind === 'query') return true;
    const at = branch - 1;
    const seen = this.seen[at] as Set<number>;
    if (kind === 'withdraw' && !this.maySpend(at, amountMinor)) return false;
    const effectMinor = kind === 'withdraw' ? -amountMinor : amountMinor;
    this.writes.push({ effectMinor, needs: new Set(seen) });
    seen.add(this.writes.length - 1);
    this.allowance[at] = (this.allowance[at] as bigint) + effectMinor;
    return true;
  }

  private maySpend(branch: number, amountMinor: bigint): boolean {
    if (this.escrow) return (this.allowance[branch] as bigint) >= amountMinor;
    const seen = this.seen[branch] as Set<number>;
    this.catchUp(seen, this.writes.keys());
    return this.balance(seen) >= amountMinor;
  }

  /** Some branch gets some write. */
  private gossip(): void {
    if (this.writes.length === 0) return;
    this.apply(this.rng.pick(this.seen), this.rng.integer(0, this.writes.length - 1));
  }

  private catchUp(seen: Set<number>, wanted: Iterable<number>): void {
    for (const write of wanted) this.apply(seen, write);
  }

  private apply(seen: Set<number>, write: number): void {
    if (seen.has(write)) return;
    // What a write needs needs nothing that is not among it.
    if (this.causal) for (const needed of this.writes[write]?.needs ?? []) seen.add(needed);
    seen.add(write);
  }

  private balance(writes: Iterable<number>): bigint {
    let balance = this.plan.initialMinor;
    for (const write of writes) balance += this.writes[write]?.effectMinor ?? 0n;
    return balance;
  }

  private input(answers: readonly (readonly Answer[])[]): ResultsInput {
    const customers = this.plan.customers.map((events, customer): CustomerInput => {
      const inputs = events.map(({ kind, branch, amountMinor }, index): EventInput => {
        const answer = answers[customer]?.[index] as Answer;
        return { event: index + 1, kind, branch, ...(kind !== 'query' && { amountMinor }), answer, line: index + 1 };
      });
      return { id: customer + 1, events: inputs };
    });
    return inputOf(this.plan.initialMinor, customers);
  }
}
