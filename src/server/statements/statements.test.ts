import { describe, expect, test } from 'vitest';
import { LogWriter } from '../../core/log-writer.js';
import { type AccountId, branchId, type CustomerId, foundedAccount, type OriginId, originId } from '../../domain/ids.js';
import { includesWrite, type VersionVector } from '../../domain/vector.js';
import { type RankedWrite, type WriteBatch, WriteKind } from '../../domain/writes.js';
import { Rng } from '../../std/rng.js';
import { formatPageToken, type PageToken, parsePageToken } from '../../wire/page-token.js';
import { sealWriteBatch } from '../../wire/write-batch.js';
import type { Sums } from './account-index.js';
import { Book, type BookBranch, LossyStore, sumsOf, type TrueEntry } from './fixtures.js';
import { inOrder, type Place } from './order.js';
import { Slices } from './slices.js';
import { type Page, Statements } from './statements.js';

const ALWAYS = () => true;
const ACCOUNT = foundedAccount(1);

function signed(account: AccountId, { kind, account: debited, amountMinor }: RankedWrite): number {
  const out = kind === WriteKind.withdraw || (kind === WriteKind.transfer && debited === account);
  return out ? -amountMinor : amountMinor;
}

function namesOf(entries: readonly (RankedWrite | TrueEntry)[]): string[] {
  return entries.map(({ id, kind, rank }) => `${id.origin}:${id.sequence} ${kind} ${rank}`);
}

/** A listing at branches of a book, page by page. */
class Listing {
  readonly entries: RankedWrite[] = [];
  next: PageToken | undefined;
  private first: Page | undefined;

  constructor(
    private readonly book: Book,
    private readonly account: AccountId,
    readonly vector: VersionVector,
  ) {}

  async begin(statements: Statements, size: number): Promise<void> {
    const { account, vector } = this;
    this.first = await statements.page({ account, vector, sums: this.book.sums(account, vector) }, size, ALWAYS);
    this.take(this.first);
  }

  /** The token travels as text. */
  async goOn(statements: Statements, size: number): Promise<void> {
    const token = parsePageToken(formatPageToken(this.next as PageToken));
    this.take(await statements.page(token, size, ALWAYS));
  }

  get broughtForward(): Sums {
    return this.first?.broughtForward as Sums;
  }

  /** What is not listed, as the first page fixed it; nobody can know where there was one page only. */
  get notListed(): VersionVector | undefined {
    return this.first?.next?.broughtForward;
  }

  private take({ entries, next }: Page): void {
    this.entries.push(...entries);
    this.next = next;
  }

  /** All entries are there, in their order, and make up what the account held with what was brought forward. */
  isRight(): void {
    const { book, account, vector, notListed } = this;
    const { credits, debits } = sumsOf(this.entries.map((entry) => ({ signed: signed(account, entry) })));
    const { broughtForward } = this;
    expect({ credits: credits + broughtForward.credits, debits: debits + broughtForward.debits }).toEqual(
      book.sums(account, vector),
    );
    const names = namesOf(this.entries);
    const all = namesOf(book.statement(account, vector));
    expect(names).toEqual(
      notListed ? namesOf(book.statement(account, vector, notListed)) : all.filter((name) => names.includes(name)),
    );
  }
}

/** Pauses after every read. */
class Restless extends Slices {
  constructor(
    isWanted: () => boolean,
    private readonly meddle: () => Promise<void>,
  ) {
    super(isWanted);
  }

  override async read(): Promise<void> {
    await this.meddle();
    this.check();
  }
}

/** Short, so that there are many. */
const RUN_SIZE = { rows: 3, writes: 9 };

function bookOf(seed: number): { book: Book; rng: Rng; statements: Map<BookBranch, Statements> } {
  const rng = new Rng(seed);
  const book = new Book(rng, rng.integer(1, 4));
  for (let i = rng.integer(1, 60); i > 0; i--) book.step();
  return { book, rng, statements: new Map(book.branches.map((branch) => [branch, new Statements(branch.store, RUN_SIZE)])) };
}

/** What the branch has applied, or a part of that which includes `least`: it can end within batches. */
function vectorOf({ applied }: BookBranch, rng: Rng, least: VersionVector = new Map()): VersionVector {
  const vector = new Map<OriginId, number>();
  for (const [origin, last] of applied) vector.set(origin, rng.chance(0.5) ? last : rng.integer(least.get(origin) ?? 1, last));
  return vector;
}

describe('the rank of a write', () => {
  test('is that of its causal past, the same at every branch, and larger than that of all it follows', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const { book, statements } = bookOf(seed);
      for (const branch of book.branches) {
        const listing = new Listing(book, ACCOUNT, new Map(branch.applied));
        await listing.begin(statements.get(branch) as Statements, 10_000);
        expect(namesOf(listing.entries), `seed ${seed}`).toEqual(namesOf(book.statement(ACCOUNT, branch.applied)));
      }
      for (const [i, entry] of book.statement(ACCOUNT, everything(book)).entries()) {
        const before = book.statement(ACCOUNT, entry.knew);
        expect(before.every(({ rank }) => rank < entry.rank)).toBe(true);
        expect(before.length, 'nothing that it follows comes after it').toBeLessThanOrEqual(i);
      }
    }
  });
});

describe('a listing', () => {
  test('shows what its vector includes, whatever is written meanwhile and whichever branch gives a page', async () => {
    let brought = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const { book, rng, statements } = bookOf(seed);
      const first = rng.pick(book.branches);
      if (rng.chance(0.5)) lose(first, rng);
      const listing = new Listing(book, rng.pick(book.accounts), vectorOf(first, rng));
      await listing.begin(statements.get(first) as Statements, rng.integer(1, 4));
      while (listing.next) {
        const branch = rng.pick(book.branches);
        book.step();
        // A branch waits until it has what the listing shows.
        book.tell(first, branch);
        await listing.goOn(statements.get(branch) as Statements, rng.integer(1, 4));
      }
      listing.isRight();
      if ((listing.notListed?.size ?? 0) > 0) brought += 1;
    }
    expect(brought).toBeGreaterThan(15);
  });

  test('brings forward what the log no longer has, so that it always adds up', async () => {
    let brought = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const { book, rng } = bookOf(seed);
      const branch = rng.pick(book.branches);
      const statements = new Statements(branch.store, RUN_SIZE);
      let vector: VersionVector = new Map();
      for (let round = 0; round < 4; round++) {
        lose(branch, rng);
        vector = vectorOf(branch, rng, vector);
        const listing = new Listing(book, rng.pick(book.accounts), vector);
        await listing.begin(statements, rng.integer(1, 4));
        while (listing.next) await listing.goOn(statements, rng.integer(1, 4));
        listing.isRight();
        if (listing.broughtForward.credits > 0n) brought += 1;
        for (let i = 0; i < 5; i++) book.step();
      }
    }
    expect(brought).toBeGreaterThan(100);
  });

  test('goes on where less is left of the log only if nothing is left out by that', async () => {
    let [refused, went] = [0, 0];
    for (let seed = 1; seed <= 300; seed++) {
      const { book, rng, statements } = bookOf(seed);
      const branch = rng.pick(book.branches);
      const listing = new Listing(book, ACCOUNT, new Map(branch.applied));
      await listing.begin(statements.get(branch) as Statements, rng.integer(1, 4));
      if (!listing.next) continue;
      const token = listing.next;
      lose(branch, rng);
      // As after a restart: what is gone was never looked at.
      const restarted = new Statements(branch.store, RUN_SIZE);
      const isLost = ({ id }: Place) =>
        includesWrite(listing.vector, id) && id.sequence < (branch.store.begins(id.origin) ?? Infinity);
      const leavesOut = book.places.some((place) => isLost(place) && inOrder(place, token.last) > 0);
      try {
        while (listing.next) await listing.goOn(restarted, 3);
        listing.isRight();
        expect(leavesOut, `seed ${seed}`).toBe(false);
        went += 1;
      } catch (error) {
        expect(String(error)).toContain('begin the listing again');
        // Of an origin of which nothing is left nobody knows how its last write was ranked.
        const isKnown = [...listing.vector.keys()].every((origin) => branch.store.begins(origin) !== undefined);
        if (isKnown) expect(leavesOut, `seed ${seed}`).toBe(true);
        refused += 1;
      }
      // Whoever had looked at it refuses at least as often, and is right if it goes on.
      const page = (statements.get(branch) as Statements).page(token, 1000, ALWAYS);
      if (leavesOut) await expect(page).rejects.toThrow('begin the listing again');
      else await page.catch((error) => expect(String(error)).toContain('begin the listing again'));
    }
    expect(Math.min(refused, went)).toBeGreaterThan(20);
  });

  test('is right beside others, although the log grows, ends and is made shorter between any two reads', async () => {
    let [refused, ended, brought] = [0, 0, 0];
    for (let seed = 1; seed <= 150; seed++) {
      const { book, rng } = bookOf(seed);
      const branch = rng.pick(book.branches);
      const meddle = async () => {
        book.step();
        if (rng.chance(0.05)) lose(branch, rng);
      };
      const statements = new Statements(branch.store, RUN_SIZE, (isWanted) => new Restless(isWanted, meddle));
      const whole = async () => {
        const listing = new Listing(book, rng.pick(book.accounts), new Map(branch.applied));
        try {
          await listing.begin(statements, rng.integer(1, 4));
          while (listing.next) await listing.goOn(statements, rng.integer(1, 4));
        } catch (error) {
          expect(String(error), `seed ${seed}`).toContain('begin the listing again');
          refused += 1;
          return;
        }
        listing.isRight();
        ended += 1;
        if (listing.broughtForward.credits > 0n) brought += 1;
      };
      await Promise.all([whole(), whole(), whole()]);
    }
    expect(Math.min(refused, ended, brought)).toBeGreaterThan(20);
  });

  test('does without what cannot be read any more, and all before it', async () => {
    for (const isKnown of [true, false]) {
      for (const damaged of [1, 10_000, 20_000]) {
        const { store, origin, vector } = deposits(20_000);
        const statements = new Statements(store);
        const first = { account: ACCOUNT, vector, sums: { credits: 20_000n, debits: 0n } };
        if (isKnown) expect((await statements.page(first, 3, ALWAYS)).broughtForward?.credits).toBe(0n);
        store.damage(origin, damaged);
        const { entries, broughtForward } = await statements.page(first, 100_000, ALWAYS);
        expect(BigInt(entries.length) + (broughtForward?.credits ?? 0n)).toBe(20_000n);
        expect(entries.map(({ id }) => id.sequence)).toEqual(entries.map((_, i) => 20_001 - entries.length + i));
        // A run of the index, at the most, that could be read.
        expect(20_000 - damaged - entries.length).toBeLessThan(8_200);
      }
    }
  });

  test('begins at once where the log begins late', async () => {
    const origin = originId(branchId(1), 7);
    const log = new LogWriter(origin);
    log.resumeAfter(1e12);
    log.deposit(ACCOUNT, 5, request(1));
    const store = storeOf(log.take('0'.repeat(32)) as WriteBatch);
    const vector = new Map([[origin, 1e12 + 1]]);
    const page = await new Statements(store).page({ account: ACCOUNT, vector, sums: { credits: 7n, debits: 1n } }, 10, ALWAYS);
    expect(page).toMatchObject({ entries: [{ amountMinor: 5 }], broughtForward: { credits: 2n, debits: 1n } });
    expect(store.reads).toBeLessThan(10);
  });

  test('is exact where the sums are beyond 2^53', async () => {
    const origin = originId(branchId(1), 7);
    const log = new LogWriter(origin);
    for (let i = 1; i <= 5; i++) log.deposit(ACCOUNT, Number.MAX_SAFE_INTEGER, request(i));
    const store = storeOf(log.take('') as WriteBatch);
    const vector = new Map([[origin, 5]]);
    const sums = { credits: 5n * BigInt(Number.MAX_SAFE_INTEGER) + 1n, debits: 0n };
    const page = await new Statements(store).page({ account: ACCOUNT, vector, sums }, 10, ALWAYS);
    expect(page.broughtForward).toEqual({ credits: 1n, debits: 0n });
    expect(page.entries).toHaveLength(5);
  });

  test('reads of a long log what the page shows, once it has been looked at', async () => {
    const { store, vector } = deposits(20_000);
    const statements = new Statements(store);
    const sums = { credits: 20_000n, debits: 0n };
    const { next } = await statements.page({ account: ACCOUNT, vector, sums }, 10, ALWAYS);
    store.reads = 0;
    expect((await statements.page(next as PageToken, 10, ALWAYS)).entries.map(({ id }) => id.sequence)).toEqual([
      11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
    expect(store.reads).toBeLessThan(20);
  });

  test('lets others have their turn while a long log is looked at, and stops when nobody waits for it', async () => {
    const { store, vector } = deposits(20_000);
    let pauses = 0;
    let isWanted = true;
    const pause = async () => {
      pauses += 1;
      if (pauses === 5) isWanted = false;
    };
    const statements = new Statements(store, undefined, (wanted) => new Slices(wanted, pause));
    const sums = { credits: 20_000n, debits: 0n };
    const first = { account: ACCOUNT, vector, sums };
    await expect(statements.page(first, 10, () => isWanted)).rejects.toThrow('nobody waits');
    expect(pauses).toBe(5);
    // What was done is not done again.
    store.reads = 0;
    expect((await statements.page(first, 10, ALWAYS)).entries).toHaveLength(10);
    expect(store.reads).toBeLessThan(60);
    // Nor is anything done for one that was given up while it waited for its turn.
    store.reads = 0;
    await expect(statements.page(first, 10, () => false)).rejects.toThrow('nobody waits');
    expect(store.reads).toBe(0);
  });
});

function everything(book: Book): VersionVector {
  return new Map(book.branches.map(({ origin, log }) => [origin, log.last]));
}

/** The log of a branch loses what is oldest of some origins, at the edge of a batch. */
function lose(branch: BookBranch, rng: Rng): void {
  for (const [origin, last] of branch.applied) {
    const begins = branch.store.begins(origin);
    if (begins === undefined || rng.chance(0.5)) continue;
    const firsts = branch.batches.filter((batch) => batch.origin === origin && batch.first >= begins).map(({ first }) => first);
    branch.store.cut(origin, rng.chance(0.2) ? last + 1 : rng.pick(firsts));
  }
}

function request(counter: number) {
  return { session: { customer: 'ann' as CustomerId, session: 5, settledBelow: 0 }, counter };
}

function storeOf(...batches: WriteBatch[]): LossyStore {
  const store = new LossyStore();
  for (const batch of batches) {
    Object.assign(batch, sealWriteBatch(batch));
    store.append([batch], () => undefined);
  }
  return store;
}

/** A log of so many deposits of one minor unit, a few in each batch. */
function deposits(count: number): { store: LossyStore; origin: OriginId; vector: VersionVector } {
  const origin = originId(branchId(1), 7);
  const log = new LogWriter(origin);
  const batches: WriteBatch[] = [];
  for (let i = 1; i <= count; i++) {
    log.deposit(ACCOUNT, 1, request(i));
    if (i % 4 === 0) batches.push(log.take(i === 4 ? '' : '0'.repeat(32)) as WriteBatch);
  }
  return { store: storeOf(...batches), origin, vector: new Map([[origin, count]]) };
}
