/** Many writes, and how long they take. */
import type { Bank } from '../../src/client/bank.js';
import type { Session } from '../../src/client/session.js';
import type { AccountId, BranchId } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';
import type { Hooks } from './recording.js';
import { SEED } from './settings.js';

/** Only ever used up by a bank that is broken. */
const PATIENCE_MS = 120_000;
const CUSTOMERS = 64;
/** As those of the clerk: sums of different writes are hardly ever equal. */
const AMOUNTS = [2 ** 32, 2 ** 33] as const;

/** Customers who pay in at their branch, one thing after the other, all day long. */
export class Load {
  /** Who was not served, and what was said. */
  readonly complaints: string[] = [];
  /** What the account holds more now. */
  paidInMinor = 0n;
  private readonly rng = new Rng(SEED);
  private readonly sessions = new Map<BranchId, readonly Session[]>();

  constructor(
    private readonly bank: Bank,
    private readonly account: AccountId,
    private readonly hooks: Partial<Hooks> = {},
    /** What all their names begin with. */
    private readonly name = '',
  ) {}

  /** So many writes at each of the branches; returns how long each took, in milliseconds. */
  write(branches: readonly BranchId[], writes: number): Promise<number[]> {
    let left = writes * branches.length;
    return this.writeUntil(branches, () => left-- <= 0);
  }

  /** So many customers at each of the branches write until it is over. */
  async writeUntil(branches: readonly BranchId[], isOver: () => boolean, customers = CUSTOMERS): Promise<number[]> {
    const tookMs: number[] = [];
    const day = async (branch: BranchId, session: Session) => {
      while (!isOver()) tookMs.push(await this.payIn(branch, session));
    };
    const days = branches.flatMap((branch) =>
      this.at(branch)
        .slice(0, customers)
        .map((session) => day(branch, session)),
    );
    await Promise.all(days);
    return tookMs;
  }

  private async payIn(branch: BranchId, session: Session): Promise<number> {
    const amount = this.rng.integer(...AMOUNTS);
    const begunMs = performance.now();
    const reply = await session.deposit(branch, this.account, amount, { timeoutMs: PATIENCE_MS });
    if (reply.ok) this.paidInMinor += BigInt(amount);
    else this.complaints.push(`branch ${branch} refused ${amount}: ${reply.message}`);
    return performance.now() - begunMs;
  }

  private at(branch: BranchId): readonly Session[] {
    let sessions = this.sessions.get(branch);
    if (!sessions) {
      const customer = (_: unknown, i: number) =>
        this.bank.session({ customer: `${this.name}${branch}-${i + 1}`, ...this.hooks });
      this.sessions.set(branch, (sessions = Array.from({ length: CUSTOMERS }, customer)));
    }
    return sessions;
  }
}

/** In words. */
export function summary(tookMs: readonly number[]): string {
  const sorted = [...tookMs].sort((a, b) => a - b);
  const within = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  return `${sorted.length} writes, half within ${within(0.5)} ms, 99 % within ${within(0.99)} ms, all within ${within(1)} ms`;
}
