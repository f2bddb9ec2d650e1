import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { branchId, type CustomerId, type OriginId, originId } from '../domain/ids.js';
import { includesWrite, joinInto, type MutableVector, type VersionVector } from '../domain/vector.js';
import { WriteKind } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import type { VectorShape } from '../wire/messages.js';
import { unpackOrigin, unpackVector } from '../wire/vectors.js';
import { Book, type BookBranch, type LossyStore } from './statements/fixtures.js';
import { inOrder, type Place } from './statements/order.js';
import { Slices } from './statements/slices.js';
import { type ListWritesCall, listWrites } from './write-list.js';

interface Message {
  readonly vector?: VectorShape;
  readonly notListed?: VectorShape;
  readonly writes: readonly {
    readonly writeId: { readonly origin: { branch: number; nonce: number }; readonly sequence: number };
    readonly kind: WriteKind;
    readonly position: number;
  }[];
}

/** A caller that has room for one message, until it reads it. */
class Caller extends EventEmitter {
  readonly messages: Message[] = [];
  cancelled = false;
  ended = false;
  private isFull = false;

  constructor(
    readonly request: { readonly customer?: string },
    private readonly whenFull: (caller: Caller) => void = (caller) => caller.read(),
  ) {
    super();
  }

  write(message: Message): boolean {
    expect(this.isFull, 'nothing is written where there is no room').toBe(false);
    this.messages.push(message);
    this.isFull = true;
    setImmediate(() => this.whenFull(this));
    return false;
  }

  read(): void {
    this.isFull = false;
    this.emit('drain');
  }

  cancel(): void {
    this.cancelled = true;
    this.emit('cancelled');
  }

  end(): void {
    this.ended = true;
  }

  /** What it has learnt: the list, without what it was told to leave out. */
  get list() {
    const notListed: MutableVector = new Map();
    for (const { notListed: more } of this.messages) joinInto(notListed, unpackVector(more));
    const all = this.messages.flatMap(({ writes }) =>
      writes.map(({ writeId, position, kind }) => {
        return { origin: unpackOrigin(writeId.origin), sequence: writeId.sequence, position, kind };
      }),
    );
    const writes = all.filter((id) => !includesWrite(notListed, id));
    return { vector: unpackVector(this.messages[0]?.vector), notListed, writes };
  }
}

interface Options {
  readonly customer?: string;
  readonly pause?: () => Promise<void>;
  readonly whenFull?: (caller: Caller) => void;
}

/** All is durable at once. */
const driver = { look: async <T>(see: () => T) => see() };

async function list({ applied, store }: BookBranch, options: Options = {}): Promise<Caller> {
  const { customer = '', pause = () => Promise.resolve() } = options;
  const caller = new Caller({ customer }, options.whenFull);
  const branch = {
    applied,
    positionOf: ({ sequence }: { sequence: number }) => 1000 * sequence,
  };
  const slices = new Slices(() => !caller.cancelled, pause);
  await listWrites(caller as unknown as ListWritesCall, branch, driver, store, slices);
  return caller;
}

/** So many writes at each of two branches, each of which has all. */
function longBook(seed: number, writes: number): { book: Book; branch: BookBranch } {
  const book = new Book(new Rng(seed), 2);
  const [one, two] = book.branches as [BookBranch, BookBranch];
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < writes; i += 16) {
      book.write(one, 4);
      book.write(two, 4);
    }
    book.tell(one, two);
    book.tell(two, one);
  }
  return { book, branch: one };
}

function expected(book: Book, vector: VersionVector, notListed: VersionVector) {
  const isIn = ({ id }: Place) => includesWrite(vector, id) && !includesWrite(notListed, id);
  return book.places
    .filter(isIn)
    .sort(inOrder)
    .map(({ id }) => id);
}

function idsOf({ writes }: Caller['list']) {
  return writes.map(({ origin, sequence }) => ({ origin, sequence }));
}

function cutAll(store: LossyStore, applied: VersionVector, sequence: number): void {
  for (const origin of applied.keys()) store.cut(origin, sequence);
}

describe('the list of writes', () => {
  test('has what was applied, each write after all that it follows, from where the log begins', async () => {
    let cut = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const rng = new Rng(seed);
      const book = new Book(rng, rng.integer(1, 4));
      for (let i = rng.integer(1, 60); i > 0; i--) book.step();
      const branch = rng.pick(book.branches);
      const begins: MutableVector = new Map();
      for (const [origin, last] of branch.applied) {
        if (rng.chance(0.6)) continue;
        const firsts = branch.batches.filter((batch) => batch.origin === origin).map(({ first }) => first);
        const first = rng.chance(0.2) ? last + 1 : rng.pick(firsts);
        branch.store.cut(origin, first);
        if (first > 1) begins.set(origin, first - 1);
      }
      const { list: found, ended } = await list(branch);
      // Own writes that are no longer in the log are told of, too.
      expect(found.vector, `seed ${seed}`).toEqual(branch.applied);
      expect(found.notListed).toEqual(begins);
      expect(idsOf(found)).toEqual(expected(book, branch.applied, begins));
      expect(found.writes.every(({ sequence, position }) => position === 1000 * sequence)).toBe(true);
      expect(ended).toBe(true);
      if (begins.size > 0) cut += 1;
    }
    expect(cut).toBeGreaterThan(50);
  });

  test('of one customer has no others, and none between branches; of one that has none it says what it is of', async () => {
    const { branch } = longBook(1, 40);
    const all = (await list(branch)).list.writes;
    const { writes } = (await list(branch, { customer: 'ann' })).list;
    expect(writes).toEqual(all.filter(({ kind }) => kind < WriteKind.grant));
    expect(writes.length).toBeLessThan(all.length);
    const { list: nothing, messages } = await list(branch, { customer: 'nobody' as CustomerId });
    expect(nothing).toEqual({ vector: branch.applied, notListed: new Map(), writes: [] });
    expect(messages).toHaveLength(1);
  });

  test('leaves out what is applied meanwhile', async () => {
    const { book, branch } = longBook(2, 8000);
    const then = new Map(branch.applied);
    let isGrown = false;
    const pause = async () => {
      if (!isGrown) book.write(branch, 5);
      isGrown = true;
    };
    const { list: found } = await list(branch, { pause });
    expect(isGrown).toBe(true);
    expect(found.vector).toEqual(then);
    expect(idsOf(found)).toEqual(expected(book, then, new Map()));
  });

  test('says so where the log is made shorter meanwhile, or cannot be read, and has all the rest', async () => {
    const { book, branch } = longBook(3, 8000);
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      if (pauses === 3) cutAll(branch.store, branch.applied, 6001);
    };
    const { list: shorter, messages } = await list(branch, { pause });
    expect(messages[0]?.notListed).toEqual({ branches: [], nonces: [], sequences: [] });
    expect([...shorter.notListed.values()]).toEqual([6000, 6000]);
    expect(idsOf(shorter)).toEqual(expected(book, branch.applied, shorter.notListed));
    const damaged = originId(branchId(2), 7);
    branch.store.damage(damaged, 7001);
    const { list: broken } = await list(branch);
    expect(broken.notListed.get(damaged)).toBe(7004);
    expect(idsOf(broken)).toEqual(expected(book, branch.applied, broken.notListed));
  });

  test('is read from the log as fast as its caller reads it, and no further once the caller is gone', async () => {
    const { branch } = longBook(4, 8000);
    const whole = branch.store.reads;
    await list(branch);
    const all = branch.store.reads - whole;
    let read = 0;
    const before = branch.store.reads;
    const gone = await list(branch, { whenFull: (caller) => (++read < 3 ? caller.read() : caller.cancel()) });
    expect(gone.messages).toHaveLength(3);
    expect(branch.store.reads - before).toBeLessThan(all / 5);
  });

  test('lets others have their turn while nothing is found, and stops when nobody waits for it', async () => {
    const { branch } = longBook(5, 8000);
    const caller = new Caller({ customer: 'nobody' });
    let pauses = 0;
    const slices = new Slices(
      () => pauses < 5,
      async () => {
        pauses += 1;
      },
    );
    const shown = { applied: branch.applied, positionOf: () => 0 };
    const listing = listWrites(caller as unknown as ListWritesCall, shown, driver, branch.store, slices);
    await expect(listing).rejects.toThrow('nobody waits');
    expect(caller.messages).toEqual([]);
  });

  test('has a write once that the log has twice', async () => {
    const { book, branch } = longBook(6, 40);
    const again = branch.batches.find(({ origin }) => origin !== branch.origin);
    branch.store.append([again as NonNullable<typeof again>], () => undefined);
    expect(idsOf((await list(branch)).list)).toEqual(expected(book, branch.applied, new Map<OriginId, number>()));
  });
});
