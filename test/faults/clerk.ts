import type { Reply, Session } from '../../src/client/session.js';
import { type AccountId, type BranchId, foundedAccount } from '../../src/domain/ids.js';
import type { Rng } from '../../src/std/rng.js';

/** Only ever used up by a bank that is broken. */
const PATIENCE_MS = 60_000;
/** Amounts have 32 random bits: two sums of different writes are then hardly ever equal. */
const AMOUNTS = [2 ** 32, 2 ** 33] as const;
const ASKS_EVERY = 8;

/** Pays in and out and to and fro, one thing after the other, repeats what was not answered, and knows what must come of it. */
export class Clerk {
  /** What was not as it must be. */
  readonly complaints: string[] = [];
  private readonly balances: Map<AccountId, bigint>;

  /** There is nobody else at work on the accounts that the bank was founded with, which are two at least. */
  constructor(
    private readonly session: Session,
    foundedMinor: readonly bigint[],
    private readonly rng: Rng,
  ) {
    this.balances = new Map(foundedMinor.map((minor, i) => [foundedAccount(i + 1), minor]));
  }

  async work(branch: BranchId, operations: number): Promise<void> {
    for (let i = 1; i <= operations; i++) {
      await this.move(branch);
      if (i % ASKS_EVERY === 0) await this.ask(branch);
    }
  }

  /** Pays in only, which a branch can do without the others. */
  async payIn(branch: BranchId, times: number): Promise<void> {
    for (let i = 0; i < times; i++) await this.deposit(branch, foundedAccount(1), 'local');
  }

  /** Comes back when all branches have what was written so far. */
  async beEverywhere(branch: BranchId): Promise<void> {
    await this.deposit(branch, foundedAccount(1), 'all');
  }

  /** All accounts hold what they must. */
  async ask(branch: BranchId): Promise<void> {
    for (const [account, expected] of this.balances) {
      const reply = await this.session.query(branch, account, { timeoutMs: PATIENCE_MS });
      const balance = reply.ok ? reply.balance : reply.message;
      if (balance !== expected)
        this.complaints.push(`at branch ${branch} account ${account} should hold ${expected}: ${balance}`);
    }
  }

  private async move(branch: BranchId): Promise<void> {
    const { rng, session } = this;
    const [account, other] = rng.shuffled([...this.balances.keys()]) as [AccountId, AccountId];
    const amount = rng.integer(...AMOUNTS);
    const isRich = (this.balances.get(account) as bigint) >= BigInt(amount);
    const kind = isRich ? rng.pick(['deposit', 'withdraw', 'transfer'] as const) : 'deposit';
    if (kind === 'deposit') return this.deposit(branch, account, 'local', amount);
    const options = { timeoutMs: PATIENCE_MS };
    const reply = await (kind === 'transfer'
      ? session.transfer(branch, account, other, amount, options)
      : session.withdraw(branch, account, amount, options));
    const isDone = await this.count(branch, account, -amount, reply);
    if (isDone && kind === 'transfer') this.add(other, amount);
  }

  private async deposit(branch: BranchId, account: AccountId, acks: 'local' | 'all', amount = this.rng.integer(...AMOUNTS)) {
    const reply = await this.session.deposit(branch, account, amount, { timeoutMs: PATIENCE_MS, acks });
    await this.count(branch, account, amount, reply);
  }

  /** Whether it was done: nothing may be refused, and of what nobody knows the account tells. */
  private async count(branch: BranchId, account: AccountId, effect: number, reply: Reply): Promise<boolean> {
    if (!reply.ok && reply.applied === 'no') this.complaints.push(`branch ${branch} refused ${effect}: ${reply.message}`);
    const isDone = reply.ok || (reply.applied === 'maybe' && (await this.has(branch, account, effect)));
    if (isDone) this.add(account, effect);
    return isDone;
  }

  private async has(branch: BranchId, account: AccountId, effect: number): Promise<boolean> {
    const reply = await this.session.query(branch, account, { timeoutMs: PATIENCE_MS });
    return reply.ok && reply.balance === (this.balances.get(account) as bigint) + BigInt(effect);
  }

  private add(account: AccountId, amount: number): void {
    this.balances.set(account, (this.balances.get(account) as bigint) + BigInt(amount));
  }
}
