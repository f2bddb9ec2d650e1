import { type AccountId, type BranchId, MAX_BRANCH, type OriginId } from '../domain/ids.js';
import { includes, joinInto, type MutableVector, type VersionVector } from '../domain/vector.js';
import { assert } from '../std/assert.js';
import type { Deadline, Deadlines } from './deadlines.js';
import { type Account, allowanceOf, balanceOf } from './ledger.js';
import type { AllowanceRequest, Effect, Place } from './messages.js';
import type { Request } from './request.js';
import type { GrantSummary } from './snapshot.js';

/** Unanswered rounds make the next one longer, up to 2^5 times the patience. */
const MOST_DOUBLINGS = 5;
/** No process asks more often; with 2^32 incarnations all rounds are below 2^53. */
const ROUNDS_OF_ONE = 2 ** 21;

/** A withdrawal or transfer that waits for allowance, or a query that brings some along. */
interface Waiter {
  readonly request: Request;
  readonly place: Place;
  readonly deadline: Deadline;
  /** Branches that were asked for it and could not give enough. */
  readonly tried: Set<BranchId>;
}

/** One round of asking other branches, on behalf of the first waiter of an account. */
interface Round {
  readonly number: number;
  readonly waiter: Waiter;
  /** Whether every other branch was asked: only then can the answers prove that money lacks. */
  readonly everyone: boolean;
  readonly silent: Set<BranchId>;
  /** Join of what the answers reflect. */
  readonly seen: MutableVector;
  readonly timeout: Deadline;
}

interface Queue {
  /** In the order by which branches yield: the first one always finds a way out. */
  readonly waiters: Waiter[];
  round: Round | undefined;
  /** Branches that did not answer the last complete or timed-out round. */
  unreachable: BranchId[];
  /** Rounds that timed out one after another: the next one gets more time. */
  timeouts: number;
}

export interface AllowanceHost {
  readonly self: BranchId;
  readonly origin: OriginId;
  readonly others: readonly BranchId[];
  readonly applied: VersionVector;
  readonly deadlines: Deadlines;
  /** How long an answer may take: two hops and some slack. */
  readonly patienceMs: number;
  readonly incarnation: number;
  now(): number;
  emit(effect: Effect): void;
  find(id: AccountId): Account | undefined;
  /** Whether own writes can be logged. */
  mayWrite(): boolean;
  /** Logs a grant from this branch to another and returns its sequence. */
  grant(account: Account, to: BranchId, amount: number): number;
  /** The account now allows the withdrawal. */
  proceed(request: Request): void;
  insufficient(request: Request, account: Account, amount: number): void;
  unreachable(request: Request, account: Account, silent: readonly BranchId[]): void;
}

/**
 * Moves allowance to where customers want money.
 *
 * Waiting withdrawals of an account are ordered over the whole bank by amount,
 * then tie-breaker. A giver keeps only what its own earlier-ordered waiters need
 * and gives the rest as far as it is wanted. Then the first withdrawal in the
 * order, wherever it is, gets all there is, and someone always has a way out:
 * giving half of the surplus strands money, giving all of it deadlocks two
 * branches that wait for each other, and without an order they swap the money
 * for ever.
 */
export class Allowances {
  private readonly queues = new Map<AccountId, Queue>();
  private readonly lastGrant = new Map<AccountId, Map<BranchId, number>>();
  private rounds: number;
  private waiting = 0;

  constructor(private readonly host: AllowanceHost) {
    // An answer to a round of the process before this one is none to ours: what it has not seen may have happened since.
    this.rounds = host.incarnation * ROUNDS_OF_ONE;
  }

  get size(): number {
    return this.waiting;
  }

  /** Parks a withdrawal for which this branch is short of allowance, and asks the others. */
  wait(request: Request, account: Account, place: Place): void {
    const queue = this.queueOf(account.id);
    const waiter: Waiter = {
      request,
      place,
      tried: new Set(),
      deadline: this.host.deadlines.add(request.deadlineMs, () => this.giveUp(queue, waiter, account)),
    };
    const at = queue.waiters.findIndex((other) => comesBefore(place, other.place));
    queue.waiters.splice(at < 0 ? queue.waiters.length : at, 0, waiter);
    this.waiting += 1;
    this.decide(account.id);
  }

  /** Called when this branch's view of the account may have changed: serves whoever can be served, asks for the next. */
  decide(id: AccountId): void {
    const queue = this.queues.get(id);
    const account = this.host.find(id);
    if (!queue || !account) return;
    this.serve(queue, account);
    const first = queue.waiters[0];
    if (!first) {
      this.endRound(queue);
      this.queues.delete(id);
      return;
    }
    if (queue.round && queue.round.waiter !== first) this.endRound(queue);
    if (!queue.round) this.ask(queue, account, first);
    else this.conclude(queue, account, queue.round);
  }

  /** All accounts somebody waits for: after remote writes were applied. */
  decideAll(): void {
    for (const id of [...this.queues.keys()]) this.decide(id);
  }

  /** Another branch asks this one. */
  asked(from: BranchId, request: AllowanceRequest): void {
    const account = this.host.find(request.account);
    if (account && this.host.mayWrite()) this.give(from, request, account);
    this.bringUpToDate(from, request.vector);
    const vector = new Map(this.host.applied);
    this.host.emit({ kind: 'send', peer: from, message: { kind: 'allowance-reply', round: request.round, vector } });
  }

  /**
   * A grant is applied after all that this branch had applied before it. What the
   * asker lacks of that may come late from a third branch, so it goes along; own
   * writes are on their way anyhow.
   */
  private bringUpToDate(peer: BranchId, theirs: VersionVector): void {
    for (const [origin, last] of this.host.applied) {
      const first = (theirs.get(origin) ?? 0) + 1;
      if (origin !== this.host.origin && first <= last) this.host.emit({ kind: 'forward', peer, origin, first, last });
    }
  }

  /** Another branch answers; its grant, if any, comes as a write of its own. */
  answered(from: BranchId, round: number, vector: VersionVector): void {
    for (const [id, queue] of this.queues) {
      if (queue.round?.number !== round) continue;
      queue.round.silent.delete(from);
      joinInto(queue.round.seen, vector);
      this.decide(id);
      return;
    }
  }

  /** A branch has left the bank: all that it wrote is here, so it has answered. */
  left(branch: BranchId): void {
    for (const [id, queue] of this.queues) {
      if (queue.round?.silent.delete(branch)) this.decide(id);
    }
  }

  /** Writes that answers reflect and this branch still lacks. */
  wanted(): MutableVector {
    const wanted: MutableVector = new Map();
    for (const queue of this.queues.values()) if (queue.round) joinInto(wanted, queue.round.seen);
    return wanted;
  }

  takeAll(): Request[] {
    const requests: Request[] = [];
    for (const queue of this.queues.values()) {
      this.endRound(queue);
      for (const waiter of queue.waiters) {
        waiter.deadline.cancel();
        requests.push(waiter.request);
      }
    }
    this.queues.clear();
    this.waiting = 0;
    return requests;
  }

  private serve(queue: Queue, account: Account): void {
    for (let first = queue.waiters[0]; first; first = queue.waiters[0]) {
      if (allowanceOf(account, this.host.self) < BigInt(first.place.amount)) return;
      this.leave(queue, first);
      this.host.proceed(first.request);
    }
  }

  /**
   * Asks just the branches that, as far as known here, have enough together.
   * When those that were not tried yet do not reach, and so also when it may have
   * to be proved that money lacks, asks everyone for all that is short.
   */
  private ask(queue: Queue, account: Account, waiter: Waiter): void {
    const short = BigInt(waiter.place.amount) - allowanceOf(account, this.host.self);
    // Whoever is not short was served when that came about; a round for it would ask nobody, and so begin anew for ever.
    assert(short > 0n, 'only who is short of allowance asks for it');
    const shares = this.cheapest(account, short, waiter.tried);
    const targets = shares ?? new Map(this.host.others.map((branch) => [branch, short]));
    this.rounds += 1;
    const round: Round = {
      number: this.rounds,
      waiter,
      everyone: shares === undefined,
      silent: new Set(targets.keys()),
      seen: new Map(),
      timeout: this.host.deadlines.add(
        this.host.now() + this.host.patienceMs * 2 ** Math.min(queue.timeouts, MOST_DOUBLINGS),
        () => this.timedOut(queue, account, round),
      ),
    };
    queue.round = round;
    for (const branch of targets.keys()) waiter.tried.add(branch);
    const vector = new Map(this.host.applied);
    for (const [peer, wanted] of targets) {
      const message = {
        kind: 'allowance-request',
        round: round.number,
        account: account.id,
        wanted,
        place: waiter.place,
        vector,
      } as const;
      this.host.emit({ kind: 'send', peer, message });
    }
    this.host.emit({ kind: 'note', note: { kind: 'asked', peers: [...targets.keys()], account: account.id, wanted: short } });
    if (targets.size === 0) this.conclude(queue, account, round);
  }

  /** Whom to ask for how much, largest allowance first; undefined if all known ones together do not reach. */
  private cheapest(account: Account, short: bigint, tried: ReadonlySet<BranchId>): Map<BranchId, bigint> | undefined {
    // Among equals the numbers after one's own: not everyone asks the same branch.
    const distance = (branch: BranchId) => (branch > this.host.self ? branch : branch + MAX_BRANCH);
    const known = this.host.others
      .filter((branch) => !tried.has(branch))
      .map((branch) => ({ branch, allowance: allowanceOf(account, branch) }))
      .sort((a, b) => Number(b.allowance - a.allowance) || distance(a.branch) - distance(b.branch));
    const shares = new Map<BranchId, bigint>();
    let left = short;
    for (const { branch, allowance } of known) {
      if (left === 0n || allowance === 0n) break;
      const share = allowance < left ? allowance : left;
      shares.set(branch, share);
      left -= share;
    }
    return left === 0n ? shares : undefined;
  }

  /** Once everyone asked has answered and all that they know is applied here, the round has an end. */
  private conclude(queue: Queue, account: Account, round: Round): void {
    if (round.silent.size > 0 || !includes(this.host.applied, round.seen)) return;
    queue.unreachable = [];
    queue.timeouts = 0;
    const waiter = round.waiter;
    if (round.everyone && balanceOf(account) < BigInt(waiter.place.amount)) {
      this.leave(queue, waiter);
      this.endRound(queue);
      this.host.insufficient(waiter.request, account, waiter.place.amount);
      this.decide(account.id);
      return;
    }
    if (!round.everyone) {
      this.endRound(queue);
      this.ask(queue, account, waiter);
      return;
    }
    // The money is there but promised to an earlier one, or moved meanwhile. Ask
    // again a little later rather than at once: the earlier one needs the line
    // more than we do. A change of the account here decides sooner.
    if (round.timeout.cancelled) return;
    round.timeout.cancel();
    this.host.deadlines.add(this.host.now() + this.host.patienceMs / 16, () => {
      if (queue.round === round) this.ask(queue, account, waiter);
    });
  }

  private timedOut(queue: Queue, account: Account, round: Round): void {
    if (queue.round !== round) return;
    queue.unreachable = [...round.silent];
    queue.timeouts += 1;
    this.ask(queue, account, round.waiter);
  }

  private give(from: BranchId, request: AllowanceRequest, account: Account): void {
    // An earlier grant is still on its way: it comes by propagation, and asking
    // twice must not empty this branch.
    const earlier = this.lastGrant.get(account.id)?.get(from) ?? 0;
    if (earlier > (request.vector.get(this.host.origin) ?? 0)) return;
    const spare = allowanceOf(account, this.host.self) - this.neededBefore(account.id, request.place);
    const given = spare < request.wanted ? spare : request.wanted;
    if (given <= 0n) return;
    // What is wanted is short of one amount, so it is itself an amount.
    assert(given <= BigInt(Number.MAX_SAFE_INTEGER), 'a grant is at most one amount');
    this.granted(account.id, from, this.host.grant(account, from, Number(given)));
    this.host.emit({ kind: 'note', note: { kind: 'granted', to: from, account: account.id, amount: Number(given) } });
  }

  /** Remembers an own grant; after a restart, of those in the log. */
  granted(account: AccountId, to: BranchId, sequence: number): void {
    let grants = this.lastGrant.get(account);
    if (!grants) this.lastGrant.set(account, (grants = new Map()));
    grants.set(to, sequence);
  }

  /** The last grant to each branch, of each account. */
  *grants(): Generator<GrantSummary> {
    for (const [account, grants] of this.lastGrant) for (const [to, sequence] of grants) yield { account, to, sequence };
  }

  private neededBefore(id: AccountId, place: Place): bigint {
    let needed = 0n;
    for (const waiter of this.queues.get(id)?.waiters ?? []) {
      if (!comesBefore(waiter.place, place)) break;
      needed += BigInt(waiter.place.amount);
    }
    return needed;
  }

  private giveUp(queue: Queue, waiter: Waiter, account: Account): void {
    const silent = queue.round ? [...queue.round.silent] : queue.unreachable;
    this.leave(queue, waiter);
    this.host.unreachable(waiter.request, account, silent);
    this.decide(account.id);
  }

  private leave(queue: Queue, waiter: Waiter): void {
    queue.waiters.splice(queue.waiters.indexOf(waiter), 1);
    waiter.deadline.cancel();
    this.waiting -= 1;
  }

  private endRound(queue: Queue): void {
    if (queue.round) queue.round.timeout.cancel();
    queue.round = undefined;
  }

  private queueOf(id: AccountId): Queue {
    let queue = this.queues.get(id);
    if (!queue) this.queues.set(id, (queue = { waiters: [], round: undefined, unreachable: [], timeouts: 0 }));
    return queue;
  }
}

function comesBefore(a: Place, b: Place): boolean {
  return a.amount !== b.amount ? a.amount < b.amount : a.tieBreaker < b.tieBreaker;
}
