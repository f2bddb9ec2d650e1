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
    this.expectDone(kind, reply);
    this.add(account, -amount);
    if (kind === 'transfer') this.add(other, amount);
  }

  private async deposit(branch: BranchId, account: AccountId, acks: 'local' | 'all', amount = this.rng.integer(...AMOUNTS)) {
    this.expectDone('deposit', await this.session.deposit(branch, account, amount, { timeoutMs: PATIENCE_MS, acks }));
    this.add(account, amount);
  }

  private expectDone(what: string, reply: Reply): void {
    if (!reply.ok) this.complaints.push(`a ${what} was refused: ${reply.message}`);
  }

  private add(account: AccountId, amount: number): void {
    this.balances.set(account, (this.balances.get(account) as bigint) + BigInt(amount));
  }
}
