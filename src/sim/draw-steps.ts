import { GUARANTEES, type GuaranteeName } from '../domain/guarantees.js';
import { ACK_LEVELS } from '../domain/operations.js';
import type { Rng } from '../std/rng.js';
import type { Odds } from './draw-plan.js';
import type { AccountName, CustomerPlan, Step, StepOperation } from './plan.js';

const ALL = GUARANTEES.map(({ name }) => name);
/** Nobody opens it. */
const NOBODYS = 99;
/** Large and random: a balance then tells which deposits it holds. */
const LARGE = 2 ** 33;

/** Customers who wander among the branches and do anything. */
export function drawSteps(rng: Rng, odds: Odds, foundedMinor: readonly number[]): CustomerPlan[] {
  const drawing = new Drawing(rng, odds, foundedMinor);
  const customers: Step[][] = Array.from({ length: odds.customers }, () => []);
  // Round by round, so that what one opens the others may use.
  for (let n = 0; n < odds.steps; n++) for (const [i, steps] of customers.entries()) steps.push(drawing.step(i + 1, steps));
  return customers.map((steps) => ({ steps }));
}

class Drawing {
  private readonly accounts: AccountName[];
  /** About what an account holds, so that withdrawals are contested and not just refused. */
  private readonly balances = new Map<AccountName, number>();

  constructor(
    private readonly rng: Rng,
    private readonly odds: Odds,
    foundedMinor: readonly number[],
  ) {
    this.accounts = foundedMinor.map((_, i) => i + 1);
    for (const [i, balance] of foundedMinor.entries()) this.balances.set(i + 1, balance);
  }

  step(customer: number, earlier: readonly Step[]): Step {
    const { rng, odds } = this;
    const operation = this.operation();
    const number = earlier.length + 1;
    const reused = this.reused(earlier);
    const previous = reused === undefined ? undefined : earlier[reused - 1];
    if (operation.kind === 'open' && reused === undefined) this.opened({ customer, step: number });
    // Retries come to the branch that they were first sent to.
    const branch = previous?.branch ?? rng.integer(1, odds.branches);
    const retries = rng.integer(0, odds.retries);
    const isElsewhere = retries > 0 && operation.kind !== 'query' && rng.chance(odds.elsewhere);
    const isConcurrent = number > 1 && rng.chance(odds.concurrent);
    return {
      operation: previous && rng.chance(0.7) ? previous.operation : operation,
      branch,
      guarantees: this.guarantees(),
      acks: rng.chance(0.35) ? 'local' : rng.pick(ACK_LEVELS),
      timeoutMs: rng.pick(odds.timeoutsMs),
      thinkMs: rng.integer(0, odds.thinkMs),
      retries,
      ...(isElsewhere && { elsewhere: true as const }),
      passbook: !rng.chance(odds.withoutPassbook),
      requestId: reused !== undefined || rng.chance(0.95),
      ...(rng.chance(0.3) && { settles: true as const }),
      ...(isConcurrent && { concurrent: true as const }),
      ...(reused !== undefined && { reuses: reused }),
    };
  }

  /** An earlier step whose request id a confused customer uses again. */
  private reused(earlier: readonly Step[]): number | undefined {
    if (!this.rng.chance(this.odds.confused)) return undefined;
    const possible = earlier.flatMap((step, i) => {
      const isOwn = step.requestId && step.reuses === undefined && step.operation.kind !== 'query';
      return isOwn ? [i + 1] : [];
    });
    return possible.length > 0 ? this.rng.pick(possible) : undefined;
  }

  private guarantees(): GuaranteeName[] {
    if (this.rng.chance(this.odds.careful)) return [...ALL];
    return this.rng.pick([[], ALL.filter(() => this.rng.chance(0.5))]);
  }

  private operation(): StepOperation {
    const { rng } = this;
    const account = rng.chance(0.02) ? NOBODYS : rng.pick(this.accounts);
    const what = rng.integer(0, 99);
    if (what < 3) return { kind: 'open', label: rng.pick(['', 'savings', 'für Ann']) };
    const balance = this.balances.get(account) ?? 0;
    if (what < 29) return { kind: 'query', account };
    const part = rng.pick([0.01, 0.2, 0.4, 0.9, 1, 1.1]);
    if (what < 32) return { kind: 'query', account, wantedMinor: Math.max(1, Math.floor(balance * part)) };
    if (what < 58) {
      const amountMinor = rng.integer(1, rng.pick([10, LARGE, LARGE, LARGE]));
      this.balances.set(account, balance + amountMinor);
      return { kind: 'deposit', account, amountMinor };
    }
    const amountMinor = Math.max(1, Math.floor(balance * part));
    if (amountMinor <= balance) this.balances.set(account, balance - amountMinor);
    return what < 80 ? { kind: 'withdraw', account, amountMinor } : this.transfer(account, amountMinor);
  }

  private transfer(account: AccountName, amountMinor: number): StepOperation {
    const to = this.rng.pick(this.accounts);
    this.balances.set(to, (this.balances.get(to) ?? 0) + amountMinor);
    return { kind: 'transfer', account, amountMinor, to };
  }

  private opened(account: AccountName): void {
    this.accounts.push(account);
    this.balances.set(account, 0);
  }
}
