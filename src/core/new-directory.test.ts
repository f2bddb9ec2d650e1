import { describe, expect, test } from 'vitest';
import { type BranchId, branchId, formatOrigin, type OriginId, originId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import { type WriteBatch, WriteKind, writesOf } from '../domain/writes.js';
import { Branch } from './branch.js';
import { LogWriter } from './log-writer.js';
import type { Effect, Hello } from './messages.js';
import type { DirectoryState } from './recovery.js';

const [ONE, TWO, THREE] = [1, 2, 3].map(branchId) as [BranchId, BranchId, BranchId];
const [own, second, third] = [originId(ONE, 11), originId(TWO, 22), originId(THREE, 33)];
const NOTHING: VersionVector = new Map();
const NEW: DirectoryState = { place: 'founded', isNew: true, ownLast: 0, isTrusted: false };

/** Branch 1 of three, with a data directory; its disk keeps all at once. */
class Bench {
  readonly branch: Branch;
  readonly effects: Effect[] = [];
  readonly log: WriteBatch[] = [];

  constructor(directory: DirectoryState = NEW, batches: WriteBatch[] = [], founders = [ONE, TWO, THREE]) {
    const config = { bankId: 'bank', origin: own, members: founders, foundedMinor: [300n], patienceMs: 100, maxParked: 100 };
    this.branch = new Branch({ ...config, observe: false });
    this.branch.restore({ ...directory, snapshot: undefined, batches }, 0);
    this.turn();
  }

  hello(from: BranchId, more: Partial<Hello> = {}): void {
    const origin = from === TWO ? second : third;
    const hello = { kind: 'hello', bankId: 'bank', origin, vector: NOTHING, received: NOTHING, wantsAnswer: false } as const;
    this.branch.receive(from, { ...hello, ...more }, 0);
    this.turn();
  }

  writes(...batches: WriteBatch[]): void {
    for (const batch of batches) this.branch.receiveWrites(TWO, batch, 0);
    this.turn();
  }

  has(from: BranchId, last: number): void {
    this.branch.receive(from, { kind: 'progress', vector: new Map([[own, last]]) }, 0);
    this.turn();
  }

  turn(): void {
    for (const effect of this.branch.endTurn(0)) {
      this.effects.push(effect);
      // Its process has ended.
      if (this.halts.length > 0) return;
      if (effect.kind !== 'persist') continue;
      this.log.push(...effect.batches.map((batch, i) => ({ ...batch, digest: `${this.log.length + i}` })));
      this.branch.durable(effect.group, 0);
      this.turn();
    }
  }

  get halts(): string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'halt' ? [effect.why] : []));
  }

  get written() {
    return this.log.flatMap((batch) => [...writesOf(batch)]);
  }
}

describe('a new directory of a bank that may be older', () => {
  test('takes on writes when all others have a write of it', () => {
    const bench = new Bench();
    bench.hello(TWO);
    expect(bench.written).toEqual([]);
    bench.hello(THREE);
    expect(bench.written).toMatchObject([{ kind: WriteKind.fence, receiver: ONE, successor: own }]);
    bench.has(TWO, 1);
    expect(bench.branch.isSure).toBe(false);
    expect(bench.branch.silentBranches).toEqual([THREE]);
    bench.has(THREE, 1);
    expect(bench.branch.isSure).toBe(true);
    expect(bench.effects.at(-1)).toEqual({ kind: 'trust' });
  });

  test('says its name once, also if it begins again before all have heard it', () => {
    const first = new Bench();
    first.hello(TWO);
    first.hello(THREE);
    const again = new Bench({ ...NEW, isNew: false, ownLast: 1 }, first.log);
    again.hello(TWO, { vector: new Map([[own, 1]]) });
    again.hello(THREE);
    expect(again.log).toEqual([]);
    expect(again.branch.isSure).toBe(false);
    again.has(THREE, 1);
    expect(again.branch.isSure).toBe(true);
  });

  test('says so when there is room for it on the disk', () => {
    const bench = new Bench();
    bench.branch.diskFull(true, 0);
    for (const branch of [TWO, THREE]) bench.hello(branch);
    expect(bench.written).toEqual([]);
    bench.branch.diskFull(false, 0);
    bench.turn();
    expect(bench.written).toHaveLength(1);
  });

  test('stops where its branch has written with another one, and says nothing', () => {
    const bench = new Bench();
    bench.hello(TWO);
    bench.hello(THREE, { vector: new Map([[originId(ONE, 7), 1]]) });
    expect(bench.halts).toEqual([expect.stringMatching(/branch 1 has written with another data directory.*--replace/)]);
    expect(bench.written).toEqual([]);
  });

  test('needs nobody where there is nobody else, or where the bank is known to be new', () => {
    expect(new Bench(NEW, [], [ONE]).branch.isSure).toBe(true);
    const trusted = new Bench({ ...NEW, isTrusted: true });
    for (const branch of [TWO, THREE]) trusted.hello(branch);
    expect([trusted.branch.isSure, trusted.written]).toEqual([true, []]);
  });
});

/** One write of an origin, after the only one of another. */
function written(origin: OriginId, write: (log: LogWriter) => void, after?: OriginId): WriteBatch {
  const log = new LogWriter(origin);
  if (after !== undefined) log.dependsOn(after, 1);
  write(log);
  return { ...(log.take('') as WriteBatch), digest: formatOrigin(origin) };
}

describe('a branch whose joining is lost with the disk of the one that took it in', () => {
  const taken = written(second, (log) => log.fence(THREE, undefined));
  const heir = originId(TWO, 99);
  const sealed = written(heir, (log) => log.seal(TWO, heir), second);

  test.each([
    { which: 'what is lost', last: 2, told: ['dismissed'] },
    { which: 'only what stands', last: 1, told: [] },
  ])('is told so by those who have never heard of it, if it has $which', ({ last, told }) => {
    const bench = new Bench({ ...NEW, isTrusted: true });
    bench.writes(taken, sealed);
    const [four, origin] = [branchId(4), originId(branchId(4), 44)];
    bench.branch.linkOpened(four, 0);
    bench.turn();
    bench.effects.length = 0;
    bench.hello(four, { origin, vector: new Map([[second, last]]) });
    expect(bench.effects.flatMap((effect) => (effect.kind === 'send' ? [effect.message.kind] : []))).toEqual(told);
  });

  test('ends, and says that it can join again', () => {
    const joined = written(second, (log) => log.join(ONE, 'here:1'));
    const bench = new Bench({ ...NEW, place: 'joined' }, [joined], [TWO, THREE]);
    bench.branch.receive(THREE, { kind: 'dismissed', origin: own }, 0);
    bench.turn();
    expect(bench.halts).toEqual([expect.stringMatching(/goes on without this data directory.*an empty one and --join/)]);
  });
});

test('a directory in whose place another one is to go on is told so, as it may still run', () => {
  const bench = new Bench({ ...NEW, isTrusted: true });
  bench.writes(written(second, (log) => log.fence(THREE, undefined)));
  const successor = originId(TWO, 99);
  bench.branch.receive(THREE, { kind: 'fence', branch: TWO, successor }, 0);
  bench.turn();
  expect(bench.written.at(-1)).toMatchObject({ kind: WriteKind.fence, receiver: TWO, successor });
  expect(bench.effects).toContainEqual({ kind: 'send', peer: TWO, message: { kind: 'dismissed', origin: second } });
});
