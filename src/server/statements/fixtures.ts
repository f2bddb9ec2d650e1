import { LogWriter } from '../../core/log-writer.js';
import {
  type AccountId,
  branchId,
  type CustomerId,
  foundedAccount,
  type OriginId,
  openedAccount,
  originId,
} from '../../domain/ids.js';
import type { MutableVector, VersionVector } from '../../domain/vector.js';
import { lastSequence, type WriteBatch, WriteKind } from '../../domain/writes.js';
import type { Rng } from '../../std/rng.js';
import { MemoryStore } from '../../store/memory.js';
import { sealWriteBatch } from '../../wire/write-batch.js';
import type { Sums } from './account-index.js';
import { inOrder, type Place } from './order.js';

/** A log of which something can be lost. */
export class LossyStore extends MemoryStore {
  private readonly firsts = new Map<OriginId, number>();
  private readonly damaged = new Set<string>();
  reads = 0;

  /** What ends before this write is no longer kept. */
  cut(origin: OriginId, sequence: number): void {
    this.firsts.set(origin, sequence);
  }

  /** The batch with this write cannot be read any more. */
  damage(origin: OriginId, sequence: number): void {
    this.damaged.add(super.read(origin, sequence, sequence).map(String).join());
  }

  override read(origin: OriginId, first: number, last: number): Uint8Array[] {
    this.reads += 1;
    const from = Math.max(first, this.firsts.get(origin) ?? 1);
    const found = from > last ? [] : super.read(origin, from, last);
    return this.damaged.size === 0 ? found : found.filter((bytes) => !this.damaged.has(String(bytes)));
  }

  override begins(origin: OriginId): number | undefined {
    const cut = this.firsts.get(origin) ?? 1;
    const first = super.begins(origin);
    if (first === undefined || super.read(origin, cut, Infinity).length === 0) return undefined;
    return Math.max(cut, first);
  }
}

/** An entry of an account as the one who knows all would write it down. */
export interface TrueEntry extends Place {
  readonly account: AccountId;
  readonly kind: WriteKind;
  /** Negative where money left. */
  readonly signed: number;
  /** All that its branch had applied before. */
  readonly knew: VersionVector;
}

export class BookBranch {
  readonly applied: MutableVector = new Map();
  readonly store = new LossyStore();
  readonly batches: WriteBatch[] = [];
  readonly log: LogWriter;
  digest = '';

  constructor(readonly origin: OriginId) {
    this.log = new LogWriter(origin);
  }

  keep(batch: WriteBatch): void {
    this.batches.push(batch);
    this.store.append([batch], () => undefined);
    this.applied.set(batch.origin, lastSequence(batch));
  }
}

/** Branches that write and tell each other all they have; and, aside, what the right statements are. */
export class Book {
  readonly entries: TrueEntry[] = [];
  /** Of all writes, also of those that are on no statement. */
  readonly places: Place[] = [];
  readonly accounts: AccountId[] = [foundedAccount(1), foundedAccount(2)];
  readonly branches: readonly BookBranch[];
  private counter = 0;

  constructor(
    private readonly rng: Rng,
    branches: number,
  ) {
    this.branches = Array.from({ length: branches }, (_, i) => new BookBranch(originId(branchId(i + 1), 7)));
  }

  /** One branch tells another all it has, or writes. */
  step(): void {
    const branch = this.rng.pick(this.branches);
    if (this.rng.chance(0.4)) this.tell(this.rng.pick(this.branches), branch);
    else this.write(branch, this.rng.integer(1, 5));
  }

  tell(from: BookBranch, to: BookBranch): void {
    const news = from.batches.filter((batch) => lastSequence(batch) > (to.applied.get(batch.origin) ?? 0));
    for (const batch of news) to.keep(batch);
    for (const { origin } of news) to.log.dependsOn(origin, to.applied.get(origin) as number);
  }

  write(branch: BookBranch, writes: number): void {
    const knew = new Map(branch.applied);
    for (let i = 0; i < writes; i++) {
      this.writeOne(branch, new Map(knew));
      knew.set(branch.origin, branch.log.last);
    }
    const batch = branch.log.take(branch.digest) as WriteBatch;
    Object.assign(batch, sealWriteBatch(batch));
    branch.digest = batch.digest as string;
    branch.keep(batch);
  }

  /** What an account's statement is at that vector, without what is brought forward. */
  statement(account: AccountId, vector: VersionVector, broughtForward: VersionVector = new Map()): TrueEntry[] {
    const isIn = ({ id }: TrueEntry, of: VersionVector) => id.sequence <= (of.get(id.origin) ?? 0);
    const listed = this.entries.filter(
      (entry) => entry.account === account && isIn(entry, vector) && !isIn(entry, broughtForward),
    );
    return listed.sort(inOrder);
  }

  sums(account: AccountId, vector: VersionVector): Sums {
    return sumsOf(this.statement(account, vector));
  }

  private writeOne({ origin, log }: BookBranch, knew: VersionVector): void {
    const { rng } = this;
    const request = { session: { customer: 'ann' as CustomerId, session: 5, settledBelow: 0 }, counter: ++this.counter };
    const account = rng.pick(this.accounts);
    const amount = rng.integer(1, 1000);
    const rank = 1 + [...knew.values()].reduce((sum, sequence) => sum + sequence, 0);
    this.places.push({ rank, id: { origin, sequence: log.last + 1 } });
    const note = (of: AccountId, kind: WriteKind, signed: number) => {
      this.entries.push({ account: of, kind, signed, knew, rank, id: { origin, sequence: log.last } });
    };
    const kind = rng.pick(Object.values(WriteKind).filter((each) => each <= WriteKind.void));
    if (kind === WriteKind.open) {
      const opened = openedAccount({ origin, sequence: log.open('', request) });
      this.accounts.push(opened);
      note(opened, kind, 0);
    } else if (kind === WriteKind.deposit) {
      log.deposit(account, amount, request);
      note(account, kind, amount);
    } else if (kind === WriteKind.withdraw) {
      log.withdraw(account, amount, request);
      note(account, kind, -amount);
    } else if (kind === WriteKind.grant) {
      log.grant(account, branchId(2), amount);
    } else if (kind === WriteKind.cede) {
      log.cede(request, branchId(2));
    } else if (kind === WriteKind.void) {
      log.void(request, 'INSUFFICIENT_FUNDS');
    } else {
      const to = rng.pick(this.accounts.filter((each) => each !== account));
      log.transfer(account, to, amount, request);
      note(account, kind, -amount);
      note(to, kind, amount);
    }
  }
}

export function sumsOf(entries: readonly { readonly signed: number }[]): Sums {
  let [credits, debits] = [0n, 0n];
  for (const { signed } of entries) {
    if (signed > 0) credits += BigInt(signed);
    else debits -= BigInt(signed);
  }
  return { credits, debits };
}
