import type { BranchId, OriginId } from '../domain/ids.js';
import { isWrite } from '../domain/operations.js';
import { type View, viewVector } from '../domain/outcomes.js';
import { joinInto, type MutableVector } from '../domain/vector.js';
import type { WriteBatch } from '../domain/writes.js';
import { decodeWriteBatch } from '../wire/write-batch.js';
import { checkAcknowledged } from './auditor/acknowledgements.js';
import { describe, isRefusedAs, keyOf } from './auditor/asked.js';
import type { Books } from './auditor/books.js';
import { checkGuarantees } from './auditor/guarantees.js';
import { Holdings } from './auditor/holdings.js';
import { Losses } from './auditor/losses.js';
import { checkSent } from './auditor/messages.js';
import { Once } from './auditor/once.js';
import { checkOutcome } from './auditor/outcomes.js';
import { Sessions } from './auditor/sessions.js';
import { Settled } from './auditor/settled.js';
import { checkBranch, checkCut, checkEqual } from './auditor/states.js';
import { type AtAsking, Waiting } from './auditor/waiting.js';
import { Writes } from './auditor/writes.js';
import type { Survival } from './disk.js';
import type { Heard } from './network.js';
import { idOf, Twin, type TwinWrite } from './twin.js';
import type { Answered, Ask, Asked, Watcher } from './watcher.js';
import type { World } from './world.js';

/**
 * States every invariant of the model over plain sets of writes, in the words of
 * its definition, and holds a world against it while it runs. It believes only
 * what was logged, sent and answered, and throws a Finding. Here is when each rule
 * is looked at; the rules are in the files of the folder.
 */
export class Auditor implements Watcher {
  readonly twin: Twin;
  /** How often each kind of answer was met: a test that never sees one proves nothing about it. */
  readonly counts = new Map<string, number>();
  /** Why requests were refused. */
  readonly reasons = new Set<string>();
  private readonly losses = new Losses();
  private readonly holdings = new Holdings(this.losses);
  private readonly settled = new Settled();
  private readonly writes: Writes;
  private readonly sessions: Sessions;
  private readonly once: Once;
  private readonly waiting: Waiting;
  private readonly books: Books;

  constructor(
    private readonly world: World,
    foundedMinor: readonly bigint[],
    /** How long after its deadline an answer may come: a few groups may be on their way to disk before it. */
    lateMs: number,
  ) {
    this.twin = new Twin(world.founders, foundedMinor);
    this.writes = new Writes(this.twin);
    this.sessions = new Sessions(this.twin);
    this.once = new Once(this.writes);
    this.waiting = new Waiting(lateMs);
    this.books = { world, twin: this.twin, writes: this.writes, holdings: this.holdings, losses: this.losses };
    world.watch(this);
    for (const branch of world.founders) this.holdings.begin(branch, world.branch(branch).config.origin);
  }

  // Logs: gapless, append-only, the same everywhere

  logged(branch: BranchId, batches: readonly WriteBatch[]): void {
    for (const { encoded } of batches) {
      const bytes = encoded as Uint8Array;
      const batch = decodeWriteBatch(bytes);
      // It came late to a branch that has not heard yet that nothing of it stands.
      if (this.losses.isBeyond(batch)) continue;
      this.holdings.logged(branch, batch);
      for (const write of this.writes.logged(branch, batch, bytes)) {
        this.losses.logged(write.name);
        if (write.seal) this.giveUp(write);
      }
    }
  }

  durable(branch: BranchId, batches: readonly WriteBatch[]): void {
    this.holdings.durable(branch, batches);
  }

  // Processes: what was not durable is gone and was never shown; its names may be used again

  crashed(branch: BranchId, { kept }: Survival): void {
    const firstLost = this.holdings.crashed(branch, kept);
    // Also what it had accepted and not even begun to log.
    this.forget(this.holdings.originOf(branch), firstLost);
    for (const asked of this.waiting.crashed(branch)) this.once.ended(asked);
    this.settled.crashed(branch);
  }

  resumed(branch: BranchId): void {
    this.waiting.disturb(branch, this.world.shownMs(branch));
  }

  jumped(branch: BranchId): void {
    this.resumed(branch);
  }

  // Disks and members: what others have stands, and what was lost is told

  spoiled(branch: BranchId, left: readonly WriteBatch[]): void {
    this.losses.holdsNothing(branch);
    this.holdings.spoiled(branch, left);
  }

  replaced(branch: BranchId, origin: OriginId, log: readonly WriteBatch[]): void {
    this.losses.holdsNothing(branch);
    this.holdings.replaced(branch, origin, log);
  }

  joined(branch: BranchId, origin: OriginId, log: readonly WriteBatch[]): void {
    this.holdings.begin(branch, origin, log);
  }

  left(branch: BranchId): void {
    this.losses.holdsNothing(branch);
    const origin = this.holdings.originOf(branch);
    // Nobody has ever heard of one that was taken in by a branch whose word was lost.
    if (!this.losses.isCut(origin)) this.cut(origin, 0);
  }

  /** Data directories are given up, by a seal that is in the log. */
  private giveUp(write: TwinWrite): void {
    for (const [origin, last] of this.twin.cuts(write)) {
      this.cut(origin, last, write);
      checkCut(this.books, origin, last, write);
    }
    if (write.seal && write.seal.successor === undefined) this.writes.rights.inherit(write.seal.branch, write.at);
    this.losses.checkOnlyLocalOnesLost(this.once.answers, (id) => this.world.membership.isGone(id));
  }

  /** Nothing of the data directory stands after its write `last`. */
  private cut(origin: OriginId, last: number, seal?: TwinWrite): void {
    this.losses.cut(origin, last, seal && idOf(seal.name));
    this.holdings.cut(origin, last);
    this.once.lost(this.forget(origin, last + 1));
  }

  private forget(origin: OriginId, from: number): TwinWrite[] {
    const lost = this.writes.forget(origin, from);
    this.losses.lost(lost);
    this.waiting.lost(origin, from);
    this.holdings.checkNowhere(origin, from);
    return lost;
  }

  // Messages: nothing leaves that could still be lost

  sent(from: BranchId, to: BranchId, heard: Heard): void {
    this.count(`sent: ${'batches' in heard ? 'writes' : heard.message.kind}`);
    checkSent(this.books, from, to, heard);
  }

  // Requests

  makes(ask: Ask): void {
    this.sessions.makes(ask);
  }

  asked(asked: Asked): void {
    const { branch, request } = asked;
    const key = keyOf(asked);
    if (key !== undefined && isWrite(request.operation.kind)) this.writes.rights.sent(key, request.home ?? branch);
    this.waiting.asked(asked, this.atAsking(asked, key));
  }

  private atAsking(asked: Asked, key: string | undefined): AtAsking {
    const branch = this.world.branch(asked.branch);
    const { passbook } = asked.request;
    const anywhere: MutableVector = new Map();
    for (const { applied } of this.world.branches) joinInto(anywhere, applied);
    return {
      ...this.sessions.knownBy(passbook),
      anywhere,
      isRetry: key !== undefined && (this.waiting.has(key) || this.once.isDecided(key)),
      wasRecovering: !branch.isSure,
      size: branch.members.length,
      namesLost: this.losses.areNamed(passbook, branch),
      isSettled: this.settled.asked(asked),
    };
  }

  answered(answered: Answered): void {
    const { outcome, branch } = answered;
    const then = this.waiting.answered(answered);
    this.once.answered(answered);
    this.countAnswer(answered, then);
    this.waiting.checkInTime(answered);
    if (outcome.view) this.checkView(branch, outcome.view, describe(answered));
    this.losses.checkTold(answered, then.namesLost);
    this.settled.check(answered, then.isSettled);
    if (!then.isRetry && !isRefusedAs(outcome, 'REQUEST_SETTLED')) {
      checkGuarantees(this.twin, answered, then);
      checkOutcome(this.books, answered, then);
    } else if (outcome.kind === 'written') checkAcknowledged(this.books, answered, outcome.view, then);
    this.once.keep(answered);
  }

  private checkView(branch: BranchId, view: View, where: string): void {
    const vector = viewVector(view);
    this.holdings.checkDurable(branch, vector, () => where);
    this.twin.checkClosed(this.twin.names(vector), where);
  }

  learns(answered: Answered): void {
    this.sessions.learns(answered);
  }

  // States

  checkBranch(id: BranchId): void {
    checkBranch(this.books, id);
  }

  /** In a healed bank at rest: everything is everywhere, and everyone was answered. */
  checkConverged(): void {
    this.waiting.checkNobody();
    checkEqual(this.books);
    this.once.checkAll();
  }

  private countAnswer({ request, outcome }: Answered, { isRetry }: AtAsking): void {
    const answer = outcome.kind === 'refused' ? outcome.reason : outcome.kind;
    if (outcome.kind === 'refused') this.reasons.add(outcome.reason);
    this.count(`${request.operation.kind}: ${answer}`);
    this.count(`${isRetry ? 'retry' : 'first'}: ${answer}`);
  }

  private count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}
