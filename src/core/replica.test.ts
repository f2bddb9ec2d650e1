import { describe, expect, test } from 'vitest';
import { branchId, branchOf, type CustomerId, foundedAccount, openedAccount, originId } from '../domain/ids.js';
import { includes, type VersionVector } from '../domain/vector.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import { allowanceOf } from './ledger.js';
import { LogWriter } from './log-writer.js';
import { Membership } from './membership.js';
import { Sessions } from './once.js';
import { Replica } from './replica.js';

const MEMBERS = [1, 2, 3].map(branchId);
const ORIGINS = MEMBERS.map((branch) => originId(branch, 7));
const FOUNDED = [9_000_000n, 0n];
const ACCOUNT = foundedAccount(1);
/** Nobody looks at what is learnt besides. */
const HOST = () => ({
  sessions: new Sessions(),
  membership: new Membership(MEMBERS, originId(branchId(1), 7)),
  freeUpTo: () => Infinity,
  granted: () => {},
  learnt: () => {},
  joined: () => {},
  sealed: () => {},
  strayed: () => {},
});
const REQUEST = { session: { customer: 'ann' as CustomerId, session: 1, settledBelow: 0 }, counter: 1 };

/** A branch reduced to what makes a log: accepts anything that its allowances permit. */
class Author {
  readonly replica = new Replica(MEMBERS, FOUNDED, HOST());
  readonly log: LogWriter;
  /** The branch's vector before each own write. */
  readonly before: VersionVector[] = [];

  constructor(readonly origin: (typeof ORIGINS)[number]) {
    this.log = new LogWriter(origin);
  }

  takeIn(batch: WriteBatch): void {
    this.replica.receive(batch);
    for (const origin of this.replica.applyPending()) this.log.dependsOn(origin, this.replica.applied.get(origin) as number);
  }

  write(rng: Rng): void {
    const { ledger } = this.replica;
    const self = branchOf(this.origin);
    const account = rng.pick([...ledger.all()]);
    const most = Number(allowanceOf(account, self));
    const amount = rng.integer(1, Math.max(1, Math.floor(most / 2)));
    this.before.push(new Map(this.replica.applied));
    const what = most >= amount ? rng.integer(0, 4) : rng.integer(0, 1);
    if (what === 0) {
      ledger.open(openedAccount({ origin: this.origin, sequence: this.log.last + 1 }), `label ${this.log.last}`);
      this.log.open(`label ${this.log.last}`, REQUEST);
    } else if (what === 1) {
      ledger.credit(account, self, amount);
      this.log.deposit(account.id, amount, REQUEST);
    } else if (what === 2) {
      ledger.debit(account, self, amount);
      this.log.withdraw(account.id, amount, REQUEST);
    } else if (what === 3) {
      const to = rng.pick([...ledger.all()]);
      ledger.debit(account, self, amount);
      ledger.credit(to, self, amount);
      this.log.transfer(account.id, to.id, amount, REQUEST);
    } else {
      const to = rng.pick(MEMBERS.filter((member) => member !== self));
      ledger.grant(account, self, to, amount);
      this.log.grant(account.id, to, amount);
    }
    this.replica.accepted(this.origin, this.log.last, new Map());
  }
}

/** What three branches that exchange their logs now and then have written. */
function history(rng: Rng): { authors: Author[]; batches: WriteBatch[] } {
  const authors = ORIGINS.map((origin) => new Author(origin));
  const batches: WriteBatch[] = [];
  const sentTo = new Map(authors.map((author) => [author, ORIGINS.map(() => 0)]));
  for (let step = 0; step < 60; step++) {
    const author = rng.pick(authors);
    for (let i = rng.integer(0, 3); i > 0; i--) author.write(rng);
    const batch = author.log.take('');
    if (batch) batches.push(batch);
    if (!rng.chance(0.5)) continue;
    const from = rng.integer(0, 2);
    const sent = sentTo.get(author) as number[];
    const log = batches.filter((each) => each.origin === ORIGINS[from]);
    if (ORIGINS[from] === author.origin) continue;
    for (const each of log.slice(sent[from])) author.takeIn(each);
    sent[from] = log.length;
  }
  return { authors, batches };
}

describe('a replica', () => {
  test('that gets all batches, in any order and any number of times, ends like every other', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 40; seed++) {
      const rng = new Rng(seed);
      const { authors, batches } = history(rng);
      const replica = new Replica(MEMBERS, FOUNDED, HOST());
      const befores = new Map(authors.map((author) => [author.origin, author.before]));
      // As a network with retries: whatever comes too early is left out, and comes again.
      const isComplete = () => batches.every((batch) => (replica.applied.get(batch.origin) ?? 0) >= lastSequence(batch));
      for (let rounds = 0; !isComplete(); rounds++) {
        expect(rounds, `seed ${seed}`).toBeLessThan(1000);
        for (const batch of rng.shuffled(batches)) {
          if (rng.chance(0.3)) continue;
          replica.receive(batch);
          replica.applyPending();
          for (const [origin, sequence] of replica.applied) {
            const before = befores.get(origin)?.[sequence - 1] as VersionVector;
            expect(includes(replica.applied, before), `seed ${seed}`).toBe(true);
            expect(sequence).toBeGreaterThan(0);
          }
        }
      }
      for (const author of authors) for (const batch of batches) if (batch.origin !== author.origin) author.takeIn(batch);
      for (const author of authors) {
        expect(new Map(author.replica.applied)).toEqual(new Map(replica.applied));
        expect(author.replica.ledger.serialize()).toBe(replica.ledger.serialize());
      }
    }
  });

  test('tells in which order it applied: each write after all that its author had applied', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 40; seed++) {
      const rng = new Rng(seed);
      const { authors, batches } = history(rng);
      const replica = new Replica(MEMBERS, FOUNDED, HOST());
      while (!batches.every((batch) => (replica.applied.get(batch.origin) ?? 0) >= lastSequence(batch))) {
        for (const batch of rng.shuffled(batches)) replica.receive(batch);
        replica.applyPending();
      }
      const positions = authors.flatMap(({ origin, before }) =>
        before.map((vector, index) => {
          const position = replica.order.positionOf({ origin, sequence: index + 1 });
          for (const [other, sequence] of vector) {
            expect(replica.order.positionOf({ origin: other, sequence }), `seed ${seed}`).toBeLessThan(position);
          }
          return position;
        }),
      );
      expect(positions.sort((a, b) => a - b)).toEqual(positions.map((_, index) => index + 1));
    }
  });

  test('names what its received writes wait for', () => {
    const replica = new Replica(MEMBERS, FOUNDED, HOST());
    const [one, two, three] = ORIGINS as [(typeof ORIGINS)[number], (typeof ORIGINS)[number], (typeof ORIGINS)[number]];
    const log = new LogWriter(one);
    log.dependsOn(two, 4);
    log.deposit(ACCOUNT, 1, REQUEST);
    log.dependsOn(three, 9);
    log.deposit(ACCOUNT, 1, REQUEST);
    expect(replica.receive(log.take('') as WriteBatch)).toBe('new');
    expect(replica.applyPending().size).toBe(0);
    expect(replica.blockers()).toEqual(new Map([[two, 4]]));
    expect([...replica.applied]).toEqual([]);
    expect(replica.received.get(one)).toBe(2);
  });

  test('tells a duplicate and a gap from what is new', () => {
    const log = new LogWriter(ORIGINS[0] as (typeof ORIGINS)[number]);
    const batches = ['', 'a', 'b'].map((previous, i) => {
      log.deposit(ACCOUNT, 1, REQUEST);
      log.deposit(ACCOUNT, 1, REQUEST);
      return { ...(log.take(previous) as WriteBatch), digest: 'abc'[i] as string };
    });
    const replica = new Replica(MEMBERS, FOUNDED, HOST());
    expect([0, 2, 1, 0, 1, 2].map((i) => replica.receive(batches[i] as WriteBatch))).toEqual([
      'new',
      'gap',
      'new',
      'duplicate',
      'duplicate',
      'new',
    ]);
  });

  test('refuses a batch that does not continue what it knows of the origin', () => {
    const log = new LogWriter(ORIGINS[0] as (typeof ORIGINS)[number]);
    const next = (previous: string, digest: string): WriteBatch => {
      log.deposit(ACCOUNT, 1, REQUEST);
      return { ...(log.take(previous) as WriteBatch), digest };
    };
    const [first, second] = [next('', 'a'), next('a', 'b')];
    const replica = new Replica(MEMBERS, FOUNDED, HOST());
    replica.receive(first);
    expect(replica.receive({ ...second, previousDigest: 'x' })).toBe('fork');
    expect(replica.receive({ ...first, digest: 'x' })).toBe('fork');
    expect(replica.receive(second)).toBe('new');
  });
});
