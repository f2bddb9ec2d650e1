import { GUARANTEES, type GuaranteeName, has } from '../../domain/guarantees.js';
import type { RecordedOperation } from '../../domain/history.js';
import { type AccountId, type BranchId, branchOf, foundedAccount, type WriteId } from '../../domain/ids.js';
import { isRead, isWrite } from '../../domain/operations.js';
import { equalVectors, includesWrite } from '../../domain/vector.js';
import { isOfCustomer, WriteKind } from '../../domain/writes.js';
import type { HistoryHeader } from '../history/header.js';
import { type Marks, revealsState, SessionTrace } from '../session-trace.js';
import type { Chronicle, KnownWrite, Waiting } from './chronicle.js';
import { effectOfOperation, effectOn, touches } from './effects.js';
import type { Demand, Estimate, Grant, Lack, Lacking, Made, Part, Story, Sum, Wait } from './story.js';

/** Why the operation was answered as it was, as far as the history tells. */
export function tell(header: HistoryHeader, chronicle: Chronicle, operation: RecordedOperation): Story {
  return new Teller(header, chronicle, operation).story();
}

class Teller {
  private readonly demands: readonly Demand[];
  private readonly rights: readonly KnownWrite[];
  private readonly servedBy: BranchId;
  private readonly decidedAtUs: number | undefined;
  /** By when a write had to be there to count. */
  private readonly momentUs: number;

  constructor(
    private readonly header: HistoryHeader,
    private readonly chronicle: Chronicle,
    private readonly operation: RecordedOperation,
  ) {
    this.demands = demandsOf(chronicle, operation);
    const own = this.ownWrite();
    this.rights = isWrite(operation.kind) ? chronicle.decidedBy(operation) : [];
    this.servedBy = servedBy(operation, this.rights);
    this.decidedAtUs = chronicle.decidedAtUs(operation, own);
    this.momentUs = this.decidedAtUs ?? own?.loggedAtUs ?? operation.completedAtUs ?? Number.MAX_VALUE;
  }

  story(): Story {
    const { operation, chronicle, decidedAtUs } = this;
    const waits = this.waits();
    const looks = isRead(operation.kind) || revealsState(operation);
    const sum = looks && operation.vector ? this.sum(operation.account) : undefined;
    const estimate = operation.kind === 'query' && operation.outcome === 'ok' && !operation.vector ? this.estimate() : undefined;
    const made = this.made();
    const lacks = operation.vector ? this.lacks() : [];
    const concerned = new Set([
      operation.branch,
      this.servedBy,
      ...waits.flatMap(branchesOfWait),
      ...lacks.map(({ write }) => branchOf(write.id.origin)),
    ]);
    const { invokedAtUs, completedAtUs = Number.MAX_VALUE } = operation;
    // What was under way is late because of what was broken since it was made.
    const sinceUs = lacks.reduce((least, { write }) => Math.min(least, write.loggedAtUs ?? invokedAtUs), invokedAtUs);
    return {
      operation,
      servedBy: this.servedBy,
      ...(decidedAtUs !== undefined && { decidedAtUs }),
      demands: this.demands,
      waits,
      ...(sum && { sum }),
      ...(estimate && { estimate }),
      lacks,
      ...(made && { made }),
      rights: this.rights,
      broken: chronicle.brokenBetween(sinceUs, completedAtUs, concerned),
      tells: chronicle.tells,
    };
  }

  private waits(): Wait[] {
    // A request that is asked again when it was long answered may wait, but nobody waits for that.
    const { completedAtUs = Number.MAX_VALUE } = this.operation;
    const runs = runsOf(this.chronicle.waitsOf(this.operation).filter(({ atUs }) => atUs <= completedAtUs));
    return runs.map((run, i) => {
      const [first] = run;
      const span = this.spanOf(first, run.at(-1)?.atUs ?? first.atUs, runs[i + 1]?.[0].atUs);
      if (first.kind === 'parked') return { kind: 'parked', ...span, lacking: this.lacking(first) };
      const last = run.at(-1);
      const lastMinor = last?.kind === 'short' ? last.allowanceMinor : first.allowanceMinor;
      const grants = this.grants(span);
      return { kind: 'short', ...span, allowanceMinor: first.allowanceMinor, lastMinor, grants };
    });
  }

  /** A wait ends with the decision, the next wait, or its process. */
  private spanOf({ branch, atUs: fromUs }: Waiting, lastUs: number, nextUs: number | undefined): Span {
    const { operation, chronicle } = this;
    const { completedAtUs = Number.MAX_VALUE } = operation;
    const decided = chronicle.decisionsOf(operation).find((atUs) => atUs >= lastUs);
    const logged = this.ownWrite()?.loggedAtUs;
    const stands = logged !== undefined && logged >= lastUs ? logged : Number.MAX_VALUE;
    const untilUs = Math.min(nextUs ?? Number.MAX_VALUE, decided ?? completedAtUs, stands);
    const downs = chronicle.brokenBetween(fromUs, untilUs, new Set([branch])).filter(({ kind }) => kind === 'down');
    const crash = downs.find((down) => down.fromUs > fromUs && down.fromUs <= untilUs);
    if (crash) return { branch, fromUs, untilUs: crash.fromUs, endedBy: 'crash' };
    return { branch, fromUs, ...(untilUs < Number.MAX_VALUE && { untilUs }) };
  }

  private lacking({ branch, lacking }: Waiting & { kind: 'parked' }): Lacking[] {
    return [...lacking].map(([origin, sequence]) => {
      const id = { origin, sequence };
      const write = this.chronicle.write(id);
      const demanding = this.demands.filter(({ asked, writes }) => asked && writes.some((one) => reaches(one.id, id)));
      const because = demanding[0]?.writes.find((one) => reaches(one.id, id))?.because;
      return {
        id,
        ...(write && { write }),
        ...(because && { because }),
        demandedBy: demanding.map(({ guarantee }) => guarantee),
        journey: this.chronicle.journey(id, branch),
      };
    });
  }

  /** Grants for the branch that came while it waited. */
  private grants({ branch, fromUs, untilUs = Number.MAX_VALUE }: Span): Grant[] {
    const found: Grant[] = [];
    for (const write of this.chronicle.allWrites()) {
      if (write.kind !== WriteKind.grant || write.receiver !== branch) continue;
      const arrivedAtUs = this.chronicle.hadAtUs(write.id, branch);
      if (arrivedAtUs !== undefined && arrivedAtUs >= fromUs && arrivedAtUs <= untilUs)
        found.push({ from: branchOf(write.id.origin), write, arrivedAtUs });
    }
    return found.sort((a, b) => a.arrivedAtUs - b.arrivedAtUs);
  }

  private sum(account: AccountId): Sum {
    const { vector, balanceMinor } = this.operation;
    const parts: Part[] = [];
    for (const write of this.chronicle.allWrites()) {
      if (!vector || !includesWrite(vector, write.id) || !touches(write, account)) continue;
      const effectMinor = effectOn(write, account);
      const hereSinceUs = this.chronicle.hadAtUs(write.id, this.servedBy);
      parts.push({
        write,
        ...(effectMinor !== undefined && { effectMinor }),
        ...(hereSinceUs !== undefined && { hereSinceUs }),
      });
    }
    const arrival = ({ hereSinceUs = Number.MAX_VALUE }: Part) => hereSinceUs;
    parts.sort((a, b) => arrival(a) - arrival(b));
    const foundedMinor = this.founded(account);
    const totalMinor = parts.reduce((total, { effectMinor = 0n }) => total + effectMinor, foundedMinor ?? 0n);
    const untold = [...(vector ?? [])].reduce((total, [origin, last]) => total + this.chronicle.untold(origin, last), 0);
    return {
      account,
      ...(foundedMinor !== undefined && { foundedMinor }),
      parts,
      totalMinor,
      ...(balanceMinor !== undefined && { answeredMinor: balanceMinor }),
      untold,
    };
  }

  private estimate(): Estimate {
    const { account, invokedAtUs, balanceMinor, completedAtUs = Number.MAX_VALUE } = this.operation;
    const foundedMinor = this.founded(account);
    let [before, perhaps, beforeMinor] = [0, 0, foundedMinor ?? 0n];
    for (const other of this.chronicle.operations) {
      if (!isWrite(other.kind) || other.outcome === 'fail' || other.invokedAtUs > completedAtUs) continue;
      const effect = effectOfOperation(other, account);
      if (effect === undefined) continue;
      if (other.outcome === 'ok' && (other.completedAtUs ?? Number.MAX_VALUE) <= invokedAtUs) {
        before += 1;
        beforeMinor += effect;
      } else perhaps += 1;
    }
    return {
      account,
      ...(foundedMinor !== undefined && { foundedMinor }),
      before,
      beforeMinor,
      perhaps,
      ...(balanceMinor !== undefined && { answeredMinor: balanceMinor }),
    };
  }

  private founded(account: AccountId): bigint | undefined {
    const index = this.header.foundedMinor.findIndex((_, i) => foundedAccount(i + 1) === account);
    return index < 0 ? undefined : this.header.foundedMinor[index];
  }

  private lacks(): Lack[] {
    const { operation, chronicle, momentUs } = this;
    const { vector = new Map(), account, kind } = operation;
    const looks = isRead(kind) || revealsState(operation);
    const found: { readonly write: KnownWrite; readonly speaking: readonly Demand[] }[] = [];
    for (const write of chronicle.allWrites()) {
      if (includesWrite(vector, write.id) || isOwn(write, operation)) continue;
      const speaking = this.demands.filter(
        ({ guarantee, writes }) => isRelevant(guarantee, write, operation) && writes.some((one) => reaches(one.id, write.id)),
      );
      const existed = (write.loggedAtUs ?? this.acknowledgedAtUs(write)) <= momentUs;
      // What a branch accepts itself and had not at that moment, it accepted later.
      const isLater = !existed || branchOf(write.id.origin) === this.servedBy;
      if (speaking.length === 0 && (!looks || isLater || !touches(write, account))) continue;
      found.push({ write, speaking });
    }
    found.sort((a, b) => b.speaking.length - a.speaking.length);
    return found.map(({ write, speaking }, i) => this.lack(write, speaking, i < MOST_FOLLOWED));
  }

  private lack(write: KnownWrite, speaking: readonly Demand[], isFollowed: boolean): Lack {
    const { chronicle, momentUs, servedBy: branch } = this;
    const holders = this.header.branches.filter((other) => (chronicle.hadAtUs(write.id, other) ?? Number.MAX_VALUE) <= momentUs);
    const underWay = isFollowed ? chronicle.underWayAt(write.id, branch, momentUs) : undefined;
    const heldBack = isFollowed ? chronicle.heldBackAt(write.id, branch, momentUs) : undefined;
    const laterAtUs = chronicle.hadAtUs(write.id, branch);
    const because = speaking[0]?.writes.find((one) => reaches(one.id, write.id))?.because;
    return {
      write,
      ...(because && { because }),
      spokenOfBy: speaking.map(({ guarantee, asked }) => ({ guarantee, asked })),
      holders,
      ...(underWay && { underWay }),
      ...(heldBack && { heldBack }),
      ...(laterAtUs !== undefined && { laterAtUs }),
    };
  }

  private acknowledgedAtUs(write: KnownWrite): number {
    return this.chronicle.makerOf(write)?.completedAtUs ?? Number.MAX_VALUE;
  }

  private ownWrite(): KnownWrite | undefined {
    const { operation, chronicle } = this;
    if (!isWrite(operation.kind)) return undefined;
    return operation.write ? chronicle.write(operation.write) : chronicle.loggedFor(operation);
  }

  private made(): Made | undefined {
    const { operation, chronicle } = this;
    const write = this.ownWrite();
    if (!write) return undefined;
    const others = this.header.branches.filter((branch) => branch !== branchOf(write.id.origin));
    const times = others.map((branch) => ({ branch, atUs: chronicle.hadAtUs(write.id, branch) }));
    return {
      write,
      acknowledged: operation.write !== undefined,
      reached: times
        .flatMap(({ branch, atUs }) => (atUs === undefined ? [] : [{ branch, atUs }]))
        .sort((a, b) => a.atUs - b.atUs),
      notReached: times.flatMap(({ branch, atUs }) => (atUs === undefined ? [branch] : [])),
    };
  }
}

type Span = Pick<Wait, 'branch' | 'fromUs' | 'untilUs' | 'endedBy'>;

/** A request may be decided by another branch than the one that was asked, and any branch may tell of it. */
function servedBy({ branch, write, final }: RecordedOperation, rights: readonly KnownWrite[]): BranchId {
  const refusal = final ? rights.find(({ kind }) => kind === WriteKind.void)?.id : undefined;
  const decision = write ?? refusal;
  return decision ? branchOf(decision.origin) : branch;
}

/** Waits that are one: a branch looks again now and then, and an attempt that is repeated waits for the same. */
function runsOf(waiting: readonly Waiting[]): [Waiting, ...Waiting[]][] {
  const runs: [Waiting, ...Waiting[]][] = [];
  for (const wait of waiting) {
    const run = runs.at(-1);
    if (run && isSame(run[0], wait)) run.push(wait);
    else runs.push([wait]);
  }
  return runs;
}

function isSame(a: Waiting, b: Waiting): boolean {
  if (a.branch !== b.branch) return false;
  if (a.kind === 'short' || b.kind === 'short') return a.kind === b.kind;
  return a.atUs === b.atUs && equalVectors(a.lacking, b.lacking);
}

/** Where a write was on its way is looked for as long as there are not too many: what matters most comes first. */
const MOST_FOLLOWED = 1000;

/** What the guarantees have to say about the operation; those with nothing to include are left out. */
function demandsOf(chronicle: Chronicle, operation: RecordedOperation): Demand[] {
  const trace = new SessionTrace(true);
  for (const other of chronicle.sessionOf(operation)) {
    trace.follow(other);
    if (other === operation) break;
  }
  const marks: Record<GuaranteeName, Marks | undefined> = {
    'read-your-writes': isRead(operation.kind) ? trace.written : undefined,
    'monotonic-reads': isRead(operation.kind) ? trace.seen : undefined,
    'monotonic-writes': isWrite(operation.kind) ? trace.written : undefined,
    'writes-follow-reads': isWrite(operation.kind) ? trace.seen : undefined,
  };
  return GUARANTEES.flatMap(({ name }) => {
    const writes = [...(marks[name] ?? [])].map(([origin, { sequence, operation: because }]) => ({
      id: { origin, sequence },
      because,
    }));
    return writes.length === 0 ? [] : [{ guarantee: name, asked: has(operation.guarantees, name), writes }];
  });
}

/** A vector's entry stands for all writes of the origin up to it. */
function reaches(entry: WriteId, id: WriteId): boolean {
  return entry.origin === id.origin && entry.sequence >= id.sequence;
}

/** Monotonic writes relates all writes of a session; the others, what can change the answer. */
function isRelevant(guarantee: GuaranteeName, write: KnownWrite, { account, customer, session }: RecordedOperation): boolean {
  const isMine = isOfCustomer(write.kind) && write.by?.customer === customer && write.by.session === session;
  if (guarantee === 'monotonic-writes') return isMine;
  if (guarantee === 'read-your-writes') return isMine && touches(write, account);
  if (guarantee === 'monotonic-reads') return touches(write, account);
  return isOfCustomer(write.kind);
}

function isOwn({ by, id }: KnownWrite, { customer, session, event, write }: RecordedOperation): boolean {
  if (write) return reaches(write, id) && reaches(id, write);
  return by?.customer === customer && by.session === session && by.event === event;
}

function branchesOfWait(wait: Wait): BranchId[] {
  if (wait.kind === 'short') return wait.grants.map(({ from }) => from);
  return wait.lacking.map(({ id }) => branchOf(id.origin));
}
