/**
 * What branches and whoever breaks things told: the logs in columns, the order in
 * which each branch applied, and the few events of which there are not many.
 */
import type { BranchEvent, FaultEvent } from '../../domain/history.js';
import { type AccountId, type BranchId, branchOf, type OriginId } from '../../domain/ids.js';
import type { VersionVector } from '../../domain/vector.js';
import type { LoggedWrite } from '../../domain/writes.js';
import { Column } from './column.js';
import { NONE, type Tape } from './tape.js';

export interface Final {
  readonly vector: number;
  readonly balances: ReadonlyMap<AccountId, bigint>;
}

export interface Grant {
  readonly branch: BranchId;
  readonly to: BranchId;
  readonly account: AccountId;
  readonly amountMinor: number;
}

/** What one branch did to its vector, in order. */
interface Work {
  /** Numbers of origins; with `sequences` the writes up to which the branch had applied. */
  readonly origins: Column;
  readonly sequences: Column;
  /** 1 where something else happened in between: all that was applied before is applied for certain. */
  readonly settled: Column;
  /** 1 for own writes. */
  readonly own: Column;
}

export class BranchTape {
  /** Logged writes, in the order in which they were told of. */
  readonly origin = new Column(Int32Array);
  readonly sequence = new Column(Float64Array);
  readonly kind = new Column(Uint8Array);
  readonly account = new Column(Int32Array);
  readonly to = new Column(Int32Array);
  readonly receiver = new Column(Int32Array);
  /** Of fences and seals: number of the origin by which the branch goes on; NONE if it leaves. */
  readonly successor = new Column(Int32Array);
  readonly amount = new Column(Float64Array);
  /** Number of the session whose request it is, or is about; NONE for a write between branches that is about none. */
  readonly session = new Column(Int32Array);
  readonly counter = new Column(Float64Array);
  /** What the branch had applied when it accepted the write; NONE where the log has a hole before it, or tells it again. */
  readonly follows = new Column(Int32Array);
  readonly work = new Map<BranchId, Work>();
  /** The last one of each branch. */
  readonly finals = new Map<BranchId, Final>();
  readonly grants: Grant[] = [];
  readonly faults: FaultEvent[] = [];
  private readonly heads = new Map<OriginId, Map<OriginId, number>>();
  private readonly interrupted = new Set<BranchId>();

  constructor(private readonly tape: Tape) {}

  get logged(): number {
    return this.origin.length;
  }

  branch(event: BranchEvent): void {
    const { branch } = event;
    switch (event.kind) {
      case 'logged':
        this.log(event.write);
        return this.worked(branch, event.write.id.origin, event.write.id.sequence, true);
      case 'applied':
        return this.worked(branch, event.upTo.origin, event.upTo.sequence, false);
      case 'final':
        this.finals.set(branch, { vector: this.tape.vectors.add(event.vector), balances: event.balances });
        break;
      case 'granted':
        this.grants.push(event);
        break;
      default:
    }
    this.interrupted.add(branch);
  }

  private worked(branch: BranchId, origin: OriginId, sequence: number, own: boolean): void {
    let work = this.work.get(branch);
    if (!work) {
      work = {
        origins: new Column(Int32Array),
        sequences: new Column(Float64Array),
        settled: new Column(Uint8Array),
        own: new Column(Uint8Array),
      };
      this.work.set(branch, work);
    }
    work.origins.push(this.tape.vectors.origins.of(origin));
    work.sequences.push(sequence);
    work.own.push(own ? 1 : 0);
    work.settled.push(this.interrupted.delete(branch) ? 1 : 0);
  }

  private log(write: LoggedWrite): void {
    const { id, kind, account, to, receiver, successor, amountMinor, request } = write;
    const { accounts, vectors } = this.tape;
    this.origin.push(vectors.origins.of(id.origin));
    this.sequence.push(id.sequence);
    this.kind.push(kind);
    this.account.push(accounts.of(account));
    this.to.push(to === undefined ? NONE : accounts.of(to));
    this.receiver.push(receiver ?? NONE);
    this.successor.push(successor === undefined ? NONE : vectors.origins.of(successor));
    this.amount.push(amountMinor);
    this.session.push(request ? this.tape.sessionOf(request.customer, request.session) : NONE);
    this.counter.push(request?.counter ?? 0);
    const had = this.before(write);
    this.follows.push(had ? vectors.add(had) : NONE);
  }

  /** Logs say what has changed since the write before. */
  private before({ id, follows }: LoggedWrite): VersionVector | undefined {
    let head = this.heads.get(id.origin);
    if (!head) this.heads.set(id.origin, (head = new Map()));
    const last = head.get(id.origin) ?? 0;
    // Told again by a branch that had lost it and got it back from others: later ones go on from the last.
    if (id.sequence <= last) return undefined;
    if (id.sequence !== last + 1) {
      // With a hole before it nobody knows what it follows, nor what later ones do.
      head.set(id.origin, Number.NaN);
      return undefined;
    }
    for (const [origin, sequence] of follows) head.set(origin, sequence);
    const had = new Map(head);
    if (id.sequence === 1) had.delete(id.origin);
    head.set(id.origin, id.sequence);
    return had;
  }
}

export function homeOf(tape: Tape, origin: number): BranchId {
  return branchOf(tape.origin(origin));
}
