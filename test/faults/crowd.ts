import type { Bank } from '../../src/client/bank.js';
import type { Reply } from '../../src/client/session.js';
import type { AccountId, BranchId } from '../../src/domain/ids.js';
import type { Hooks } from './recording.js';

/** Three bytes each, and about as long as the name of a customer may be: their writes make a log grow fast. */
export const LONG_NAME = '€'.repeat(116);
const SIZE = 400;
const TIMEOUT_MS = 3_000;

/** Many customers who pay in something at the same time, each once in its life. */
export class Crowd {
  private customers = 0;

  constructor(
    private readonly bank: Bank,
    private readonly hooks: Hooks,
    private readonly account: AccountId,
  ) {}

  /** How many have come. */
  get size(): number {
    return this.customers;
  }

  comes(branch: BranchId): Promise<Reply[]> {
    const sessions = Array.from({ length: SIZE }, () =>
      this.bank.session({ customer: `${LONG_NAME}-${this.customers++}`, ...this.hooks }),
    );
    return Promise.all(sessions.map((session) => session.deposit(branch, this.account, 1, { timeoutMs: TIMEOUT_MS })));
  }
}
