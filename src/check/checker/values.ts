/**
 * Balances against vectors: what an answer shows is the sum of the writes that it
 * says it reflects, and so is what a branch holds in the end. What is refused for lack
 * of money lacked it, and what was paid out was there, at the vector of the answer.
 */
import type { AccountId } from '../../domain/ids.js';
import { isRead, isWrite } from '../../domain/operations.js';
import { WriteKind } from '../../domain/writes.js';
import { Effort } from '../results/effort.js';
import { SubsetSums } from '../results/subset-sums.js';
import type { Certainty } from './balances.js';
import type { Context } from './context.js';
import { NONE } from './tape.js';
import type { ShownBalance } from './verdict.js';

/** Steps for all questions about writes of unknown outcome together. */
const EFFORT = 5e7;
/** To look for the halves of transfers behind balances that are wrong; in writes that are looked at. */
const EFFORT_FOR_HALVES = 2e7;

export function checkValues(context: Context): void {
  new ValueChecks(context).run();
}

class ValueChecks {
  private readonly effort = new Effort(EFFORT);
  private readonly halves = new Effort(EFFORT_FOR_HALVES);
  private readonly sums = new Map<number, SubsetSums | undefined>();

  constructor(private readonly context: Context) {}

  run(): void {
    const { tape, log } = this.context;
    for (let row = 0; row < tape.size; row++) {
      if (tape.vector.at(row) === NONE) continue;
      const balance = tape.balance(row);
      if (tape.kind(row) === 'query' && balance !== undefined) this.read(row, balance);
      else if (tape.outcome(row) === 'ok' && isWrite(tape.kind(row)) && isRead(tape.kind(row))) this.paidOut(row);
      else if (tape.outcome(row) === 'fail') this.refused(row);
    }
    for (const [branch, { vector, balances }] of log.finals) {
      for (const [account, balanceMinor] of balances) {
        const shown: ShownBalance = { observer: { kind: 'final', branch }, account, balanceMinor };
        this.compare(tape.accounts.of(account), vector, balanceMinor, () => shown, NONE);
      }
    }
  }

  private read(row: number, balanceMinor: bigint): void {
    const { tape } = this.context;
    const account = tape.account.at(row);
    this.compare(account, tape.vector.at(row), balanceMinor, () => this.shown(row, balanceMinor), row);
  }

  private shown(row: number, balanceMinor: bigint): ShownBalance {
    const operation = this.context.tape.operation(row);
    return { observer: { kind: 'operation', operation }, account: operation.account, balanceMinor };
  }

  private compare(account: number, vector: number, balanceMinor: bigint, shown: () => ShownBalance, row: number): void {
    const { balances, docket } = this.context;
    docket.checked('Overdraft');
    if (balanceMinor < 0n) docket.found('Overdraft', { kind: 'below-zero', shown: shown() });
    docket.checked('VectorValueMismatch');
    docket.checked('FracturedTransfer');
    const expectedMinor = balances.at(account, vector);
    const rest = balanceMinor - expectedMinor;
    const certainty = balances.certainty(account, vector);
    const fits = this.mayAddUp(account, rest, certainty);
    if (fits === true) return;
    if (fits === undefined) {
      const doubt =
        row === NONE
          ? ({ kind: 'incomplete' } as const)
          : ({ kind: 'unaccounted', operation: this.context.tape.operation(row) } as const);
      return docket.unsure('VectorValueMismatch', doubt);
    }
    const transfer = this.halfOfATransfer(account, vector, rest);
    if (transfer === undefined) return docket.found('VectorValueMismatch', { kind: 'value', shown: shown(), expectedMinor });
    const id = this.context.writes.idOf(transfer);
    docket.found('FracturedTransfer', { kind: 'fractured', shown: shown(), expectedMinor, transfer: id });
  }

  /** Whether writes of unknown outcome can make up the rest. */
  private mayAddUp(account: number, rest: bigint, certainty: Certainty): boolean | undefined {
    if (certainty === 'unaccounted') return undefined;
    if (rest === 0n || certainty === 'certain') return rest === 0n;
    if (!this.sums.has(account)) {
      const effects = this.context.balances.optionalOn(account).map(({ effectMinor }) => effectMinor);
      this.sums.set(account, SubsetSums.of(effects, this.effort));
    }
    return this.sums.get(account)?.has(rest, this.effort);
  }

  /** The transfer in the vector that touches the account, if it alone, left out here, explains the rest. */
  private halfOfATransfer(account: number, vector: number, rest: bigint): number | undefined {
    const { tape, writes, balances } = this.context;
    const { vectors } = tape;
    for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
      const series = balances.touching.get(account, vectors.name(k));
      const count = series?.below(writes.upTo(vectors.name(k), vectors.sequence(k))) ?? 0;
      if (!series || !this.halves.spend(count)) continue;
      for (let member = 0; member < count; member++) {
        const index = series.members[member] as number;
        if (writes.kind(index) !== WriteKind.transfer || writes.to(index) === writes.account(index)) continue;
        const minor = BigInt(writes.amount(index));
        if (rest === (writes.to(index) === account ? -minor : minor)) return index;
      }
    }
    return undefined;
  }

  /** A branch pays out of what it had applied. Writes of unknown outcome may have been there, too. */
  private paidOut(row: number): void {
    const { tape, balances, docket } = this.context;
    const [account, vector] = [tape.account.at(row), tape.vector.at(row)];
    const certainty = balances.certainty(account, vector);
    if (certainty === 'unaccounted') return docket.unsure('Overdraft', { kind: 'unaccounted', operation: tape.operation(row) });
    docket.checked('Overdraft');
    const balanceMinor = balances.at(account, vector);
    const most = certainty === 'certain' ? balanceMinor : balanceMinor + balances.optionalBounds(account).most;
    if (most < BigInt(tape.amount.at(row))) {
      docket.found('Overdraft', { kind: 'overdraft', operation: tape.operation(row), balanceMinor });
    }
  }

  private refused(row: number): void {
    const { tape, balances, docket } = this.context;
    const [account, vector] = [tape.account.at(row), tape.vector.at(row)];
    const reason = tape.reason(row);
    if (reason === 'ACCOUNT_NOT_FOUND') return this.notFound(row);
    if (reason !== 'INSUFFICIENT_FUNDS') return;
    const certainty = balances.certainty(account, vector);
    if (certainty === 'unaccounted')
      return docket.unsure('UnjustifiedRefusal', { kind: 'unaccounted', operation: tape.operation(row) });
    docket.checked('UnjustifiedRefusal');
    const balanceMinor = balances.at(account, vector);
    const least = certainty === 'certain' ? balanceMinor : balanceMinor + balances.optionalBounds(account).least;
    if (least < BigInt(tape.amount.at(row))) return;
    docket.found('UnjustifiedRefusal', { kind: 'had-money', operation: tape.operation(row), balanceMinor });
  }

  private notFound(row: number): void {
    const { tape, docket } = this.context;
    const kind = tape.kind(row);
    const to = tape.to.at(row);
    if (kind === 'open' || (kind === 'transfer' && to === NONE)) return;
    docket.checked('UnjustifiedRefusal');
    const accounts = to === NONE ? [tape.account.at(row)] : [tape.account.at(row), to];
    if (!accounts.every((account) => this.isThere(account, tape.vector.at(row)))) return;
    docket.found('UnjustifiedRefusal', { kind: 'had-account', operation: tape.operation(row) });
  }

  private isThere(account: number, vector: number): boolean {
    const { tape, writes, balances, founded } = this.context;
    if (founded.has(tape.accounts.at(account) as AccountId)) return true;
    const { vectors } = tape;
    for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
      const first = balances.touching.get(account, vectors.name(k))?.members[0];
      const limit = writes.upTo(vectors.name(k), vectors.sequence(k));
      if (first !== undefined && first < limit && writes.kind(first) === WriteKind.open) return true;
    }
    return false;
  }
}
