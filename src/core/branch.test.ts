import { describe, expect, test } from 'vitest';
import { ALL_GUARANTEES } from '../domain/guarantees.js';
import { type AccountId, branchId, type CustomerId, foundedAccount, originId } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import type { Outcome } from '../domain/outcomes.js';
import type { WriteBatch } from '../domain/writes.js';
import { Branch, type BranchConfig } from './branch.js';
import { LogWriter } from './log-writer.js';
import type { Effect, PeerMessage } from './messages.js';
import type { Request } from './request.js';

const [ONE, TWO, THREE] = [branchId(1), branchId(2), branchId(3)];
const [FIRST, SECOND, THIRD] = [originId(ONE, 11), originId(TWO, 22), originId(THREE, 33)];
const ACCOUNT = foundedAccount(1);
const ANN = 'ann' as CustomerId;

/** One branch, by hand: branch 1 of three, and a founded account of 300, 100 at each branch. */
class Bench {
  readonly branch: Branch;
  readonly answers: string[] = [];
  now = 0;
  private readonly groups: number[] = [];

  constructor(config: Partial<BranchConfig> = {}) {
    this.branch = new Branch({
      bankId: 'bank',
      origin: FIRST,
      members: [ONE, TWO, THREE],
      foundedMinor: [300n],
      patienceMs: 100,
      maxParked: 100,
      observe: false,
      ...config,
    });
  }

  ask(operation: Operation, more: Partial<Request> = {}): void {
    const session = more.session ?? this.branch.session(ANN, 1);
    const reply = (outcome: Outcome) => this.answers.push(outcome.kind === 'refused' ? outcome.reason : outcome.kind);
    const request = {
      operation,
      session,
      counter: 0,
      passbook: undefined,
      guarantees: ALL_GUARANTEES,
      acks: 'local',
      deadlineMs: 1000,
      reply,
    } as const;
    this.branch.operate({ ...request, ...more }, this.now);
  }

  /** Ends the turn and returns what leaves; replies are carried out. */
  turn(): Effect[] {
    const effects = this.branch.endTurn(this.now);
    for (const effect of effects) {
      if (effect.kind === 'reply') effect.request.reply(effect.outcome);
      if (effect.kind === 'persist') this.groups.push(effect.group);
    }
    return effects.filter((effect) => effect.kind !== 'note');
  }

  /** The oldest group on its way to disk arrives there. */
  durable(): Effect[] {
    this.branch.durable(this.groups.shift() as number, this.now);
    return this.turn();
  }

  receive(from: number, message: PeerMessage): void {
    this.branch.receive(branchId(from), message, this.now);
  }
}

function deposit(amount: number): Operation {
  return { kind: 'deposit', account: ACCOUNT, amount: amount as AmountMinor };
}

function withdraw(amount: number): Operation {
  return { kind: 'withdraw', account: ACCOUNT, amount: amount as AmountMinor };
}

const QUERY: Operation = { kind: 'query', account: ACCOUNT };

/** A deposit that another branch accepted, after it had applied `after`. */
function foreign(origin: typeof FIRST, first: number, after: [typeof FIRST, number][] = []): WriteBatch {
  const log = new LogWriter(origin);
  log.resumeAfter(first - 1);
  for (const [other, sequence] of after) log.dependsOn(other, sequence);
  log.deposit(ACCOUNT, 10, { session: { customer: ANN, session: 7, settledBelow: 0 }, counter: first });
  return { ...(log.take('') as WriteBatch), encoded: new Uint8Array([first]) };
}

function kinds(effects: readonly Effect[]): string[] {
  return effects.map((effect) => (effect.kind === 'send' ? effect.message.kind : effect.kind));
}

describe('durable first', () => {
  test('a write is answered, and told to others, only when it is durable', () => {
    const bench = new Bench();
    bench.ask(deposit(5));
    expect(kinds(bench.turn())).toEqual(['persist']);
    expect(bench.answers).toEqual([]);
    expect(kinds(bench.durable())).toEqual(['reply', 'dial', 'dial']);
    expect(bench.answers).toEqual(['written']);
  });

  test('a read waits for the write that it shows', () => {
    const bench = new Bench();
    bench.ask(deposit(5));
    bench.turn();
    bench.ask(QUERY);
    bench.turn();
    expect(bench.answers).toEqual([]);
    bench.durable();
    expect(bench.answers).toEqual(['written', 'balance']);
  });

  test('operations of one turn share one group, and what comes meanwhile goes with the next', () => {
    const bench = new Bench();
    bench.ask(deposit(1));
    bench.ask(deposit(2));
    bench.turn();
    bench.ask(deposit(3));
    bench.turn();
    bench.durable();
    expect(bench.answers).toEqual(['written', 'written']);
    bench.durable();
    expect(bench.answers).toEqual(['written', 'written', 'written']);
  });

  test('a branch says that it has a write only when that is durable here, too', () => {
    const bench = new Bench();
    bench.branch.linkOpened(TWO, 0);
    bench.turn();
    bench.branch.receiveWrites(TWO, foreign(SECOND, 1), 0);
    expect(kinds(bench.turn())).toEqual(['persist']);
    expect(kinds(bench.durable())).toEqual(['progress']);
  });

  test('a grant leaves when it is durable, and so does the answer that speaks of it', () => {
    const bench = new Bench();
    bench.branch.linkOpened(TWO, 0);
    bench.turn();
    const place = { amount: 150, tieBreaker: 'x' };
    bench.receive(2, {
      kind: 'allowance-request',
      round: 1,
      account: ACCOUNT,
      wanted: 50n,
      place,
      vector: new Map(),
    });
    expect(kinds(bench.turn())).toEqual(['persist']);
    expect(kinds(bench.durable())).toEqual(['allowance-reply', 'forward', 'dial']);
  });
});

describe('propagation', () => {
  test('a write that came before what it follows is in no vector, not even as 0', () => {
    const bench = new Bench();
    bench.branch.receiveWrites(TWO, foreign(SECOND, 1, [[THIRD, 1]]), 0);
    bench.turn();
    expect([...bench.branch.applied]).toEqual([]);
    bench.branch.receiveWrites(THREE, foreign(THIRD, 1), 0);
    bench.turn();
    expect(new Map(bench.branch.applied)).toEqual(new Map([[SECOND, 1], [THIRD, 1]])); // biome-ignore format: one line reads better
  });

  test('its branch is told when it is applied, whoever sent what it waited for', () => {
    const bench = new Bench();
    for (const peer of [TWO, THREE]) bench.branch.linkOpened(peer, 0);
    bench.branch.receiveWrites(TWO, foreign(SECOND, 1, [[THIRD, 1]]), 0);
    bench.turn();
    bench.durable();
    bench.branch.receiveWrites(THREE, foreign(THIRD, 1), 0);
    bench.turn();
    const told = bench
      .durable()
      .flatMap((effect) => (effect.kind === 'send' && effect.message.kind === 'progress' ? [effect.peer] : []));
    expect(told.sort()).toEqual([TWO, THREE]);
  });

  test('a batch that comes twice counts once', () => {
    const bench = new Bench();
    for (let i = 0; i < 2; i++) bench.branch.receiveWrites(TWO, foreign(SECOND, 1), 0);
    expect(kinds(bench.turn())).toEqual(['persist']);
    expect(bench.branch.accounts()[0]?.balance).toBe(310n);
  });

  test('a batch with a gap before it is left out, and what is missing asked for once it is late', () => {
    const bench = new Bench();
    bench.branch.receiveWrites(TWO, foreign(SECOND, 3), 0);
    expect(kinds(bench.turn())).toEqual([]);
    const fetches: Effect[] = [];
    for (let at = bench.branch.nextTickMs(); at !== undefined && at <= 200; at = bench.branch.nextTickMs()) {
      bench.now = at;
      bench.branch.tick(at);
      fetches.push(...bench.turn());
    }
    expect(fetches).toMatchObject([{ kind: 'send', peer: 2, message: { kind: 'fetch', origin: SECOND, first: 1, last: 2 } }]);
  });

  test('nothing is due any more when the gap is filled', () => {
    const bench = new Bench();
    bench.branch.receiveWrites(TWO, foreign(SECOND, 2), 0);
    bench.turn();
    bench.branch.receiveWrites(TWO, foreign(SECOND, 1), 0);
    bench.turn();
    bench.now = bench.branch.nextTickMs() as number;
    bench.branch.tick(bench.now);
    expect(kinds(bench.turn())).toEqual([]);
    expect(bench.branch.nextTickMs()).toBeUndefined();
  });

  test('a fetch is answered with what is applied here, and not at all if that is nothing', () => {
    const bench = new Bench();
    bench.branch.receiveWrites(TWO, foreign(SECOND, 1), 0);
    bench.turn();
    bench.durable();
    bench.receive(3, { kind: 'fetch', origin: SECOND, first: 1, last: 9 });
    bench.receive(3, { kind: 'fetch', origin: SECOND, first: 2, last: 9 });
    bench.receive(3, { kind: 'fetch', origin: THIRD, first: 1, last: 9 });
    expect(bench.turn()).toEqual([{ kind: 'forward', peer: THREE, origin: SECOND, first: 1, last: 1 }]);
  });
});

describe('links', () => {
  /** A branch with two durable writes and a link to branch 2. */
  function linked(): Bench {
    const bench = new Bench();
    bench.ask(deposit(1));
    bench.ask(deposit(2));
    bench.turn();
    bench.durable();
    bench.branch.linkOpened(TWO, 0);
    return bench;
  }

  test('a new link carries what the peer is not known to have, before anyone says hello', () => {
    expect(linked().turn()).toMatchObject([
      { kind: 'forward', peer: TWO, first: 1, last: 2 },
      { kind: 'send', peer: TWO, message: { kind: 'hello' } },
    ]);
  });

  test('a link that opens twice sends again, from what was confirmed', () => {
    const bench = linked();
    bench.turn();
    bench.receive(2, { kind: 'progress', vector: new Map([[FIRST, 1]]) });
    bench.branch.linkOpened(TWO, 0);
    expect(bench.turn()).toMatchObject([{ kind: 'forward', first: 2, last: 2 }, { kind: 'send' }]);
  });

  test('a link that breaks is dialled again as long as something is due', () => {
    const bench = linked();
    bench.turn();
    bench.branch.linkClosed(TWO, 0);
    expect(kinds(bench.turn())).toEqual(['dial']);
    bench.branch.linkOpened(TWO, 0);
    bench.receive(2, {
      kind: 'hello',
      bankId: 'bank',
      origin: SECOND,
      vector: new Map([[FIRST, 2]]),
      received: new Map(),
      wantsAnswer: false,
    });
    bench.turn();
    bench.branch.linkClosed(TWO, 0);
    expect(kinds(bench.turn())).toEqual([]);
  });

  test('a peer that comes back with another origin has lost everything, and gets it again', () => {
    const bench = linked();
    bench.receive(2, {
      kind: 'hello',
      bankId: 'bank',
      origin: SECOND,
      vector: new Map([[FIRST, 2]]),
      received: new Map(),
      wantsAnswer: false,
    });
    bench.turn();
    bench.branch.linkClosed(TWO, 0);
    bench.branch.linkOpened(TWO, 0);
    expect(kinds(bench.turn())).toEqual(['hello']);
    bench.receive(2, {
      kind: 'hello',
      bankId: 'bank',
      origin: originId(TWO, 99),
      vector: new Map(),
      received: new Map(),
      wantsAnswer: false,
    });
    expect(bench.turn()).toMatchObject([{ kind: 'forward', peer: TWO, first: 1, last: 2 }]);
  });
});

describe('once', () => {
  test('a retry waits for the attempt under way and gets its answer', () => {
    const bench = new Bench();
    bench.ask(deposit(5), { counter: 1 });
    bench.ask(deposit(5), { counter: 1 });
    bench.turn();
    bench.durable();
    bench.ask(deposit(5), { counter: 1 });
    bench.turn();
    expect(bench.answers).toEqual(['written', 'written', 'written']);
    expect(bench.branch.accounts()[0]?.balance).toBe(305n);
  });

  test('the same id with other content is refused', () => {
    const bench = new Bench();
    bench.ask(deposit(5), { counter: 1 });
    bench.ask(deposit(6), { counter: 1 });
    bench.ask(withdraw(5), { counter: 1 });
    bench.turn();
    bench.durable();
    expect(bench.answers.sort()).toEqual(['REQUEST_ID_REUSED', 'REQUEST_ID_REUSED', 'written']);
  });

  test('a request below the watermark is refused by name', () => {
    const bench = new Bench();
    bench.branch.session(ANN, 1).settle(5);
    bench.ask(deposit(5), { counter: 4 });
    bench.turn();
    expect(bench.answers).toEqual(['REQUEST_SETTLED']);
  });

  test('a refusal that did nothing may be tried again', () => {
    const bench = new Bench();
    const passbook = { written: new Map([[SECOND, 1]]), read: new Map() };
    bench.ask(deposit(5), { counter: 1, passbook, deadlineMs: 10 });
    bench.branch.tick(10);
    bench.branch.receiveWrites(TWO, foreign(SECOND, 1), 20);
    bench.turn();
    bench.ask(deposit(5), { counter: 1, passbook });
    bench.turn();
    bench.durable();
    bench.durable();
    expect(bench.answers).toEqual(['SESSION_NOT_SATISFIED', 'written']);
  });

  test('a write that missed its level stands, and a retry waits for the level once more', () => {
    const bench = new Bench();
    bench.ask(deposit(5), { counter: 1, acks: 'all', deadlineMs: 10 });
    bench.turn();
    bench.durable();
    bench.branch.tick(10);
    bench.ask(deposit(5), { counter: 1, acks: 'all', deadlineMs: 20 });
    bench.turn();
    bench.branch.tick(20);
    bench.turn();
    expect(bench.answers).toEqual(['ACK_LEVEL_NOT_REACHED', 'ACK_LEVEL_NOT_REACHED']);
    expect(bench.branch.accounts()[0]?.balance).toBe(305n);
  });
});

describe('limits', () => {
  const ahead = { written: new Map([[SECOND, 1_000_000]]), read: new Map() };

  test('a forged passbook delays its own request and nothing else', () => {
    const bench = new Bench();
    bench.ask(deposit(1), { passbook: ahead, deadlineMs: 500 });
    bench.ask(deposit(2));
    // The branch that the passbook names is dialled; the next write depends on nothing of it.
    expect(bench.turn()).toMatchObject([{ kind: 'dial' }, { kind: 'persist', batches: [{ amounts: [2], origins: [] }] }]);
    bench.durable();
    expect(bench.answers).toEqual(['written']);
    for (let at = bench.branch.nextTickMs(); at !== undefined; at = bench.branch.nextTickMs()) {
      bench.now = at;
      bench.branch.tick(at);
      bench.turn();
    }
    expect(bench.answers).toEqual(['written', 'SESSION_NOT_SATISFIED']);
    expect(bench.now).toBeLessThanOrEqual(600);
  });

  test('a disk that does not keep up makes quick refusals, not a long queue', () => {
    const bench = new Bench({ maxWaiting: 2 });
    for (let i = 0; i < 4; i++) bench.ask(deposit(1));
    bench.turn();
    expect(bench.answers).toEqual(['OVERLOADED', 'OVERLOADED']);
    bench.durable();
    bench.ask(deposit(1));
    bench.turn();
    bench.durable();
    expect(bench.answers.slice(2)).toEqual(['written', 'written', 'written']);
  });

  test('no more requests wait than the branch allows, whatever for', () => {
    const bench = new Bench({ maxParked: 2 });
    bench.ask(deposit(1), { passbook: ahead });
    bench.ask(withdraw(150));
    bench.ask(withdraw(160));
    bench.ask(deposit(1), { passbook: ahead });
    bench.ask(withdraw(50));
    bench.turn();
    bench.durable();
    expect(bench.answers).toEqual(['OVERLOADED', 'OVERLOADED', 'written']);
    expect(bench.branch.parked).toBe(2);
  });
});

describe('a branch that closes', () => {
  test('answers everyone who waits, retries as well', () => {
    const bench = new Bench();
    const passbook = { written: new Map([[SECOND, 1]]), read: new Map() };
    bench.ask(deposit(1), { counter: 1, passbook });
    bench.ask(deposit(1), { counter: 1, passbook });
    bench.ask(withdraw(150), { counter: 2 });
    bench.ask(withdraw(150), { counter: 2 });
    bench.branch.close(0);
    bench.turn();
    expect(bench.answers).toEqual(['CLOSING', 'CLOSING', 'CLOSING', 'CLOSING']);
    expect(bench.branch.isQuiet).toBe(true);
  });

  test('refuses what is new, but does not deny what was done', () => {
    const bench = new Bench();
    bench.ask(deposit(1), { counter: 1 });
    bench.turn();
    bench.branch.close(0);
    bench.ask(deposit(1), { counter: 1 });
    bench.ask(deposit(2), { counter: 2 });
    bench.turn();
    bench.durable();
    expect(bench.answers.sort()).toEqual(['CLOSING', 'written', 'written']);
  });
});

test('an account that nobody has opened is not found, for the giver and the receiver of a transfer', () => {
  const bench = new Bench();
  const nobodys = '99' as AccountId;
  bench.ask({ kind: 'query', account: nobodys });
  bench.ask({ kind: 'transfer', account: ACCOUNT, to: nobodys, amount: 1 as AmountMinor });
  bench.ask({ kind: 'transfer', account: nobodys, to: ACCOUNT, amount: 1 as AmountMinor });
  bench.turn();
  expect(bench.answers).toEqual(['ACCOUNT_NOT_FOUND', 'ACCOUNT_NOT_FOUND', 'ACCOUNT_NOT_FOUND']);
});
