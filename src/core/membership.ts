import { type BranchId, branchOf, type OriginId, type WriteId } from '../domain/ids.js';
import { EMPTY_VECTOR, type MutableVector, type VersionVector } from '../domain/vector.js';

/** A branch that joined a running bank. */
export interface Joined {
  readonly branch: BranchId;
  /** Host and port at which the others reach it. */
  readonly address: string;
  readonly by: WriteId;
}

/** The word of a branch that it takes nothing more from the data directories of another one but the successor. */
export interface Fence {
  readonly of: BranchId;
  readonly by: BranchId;
  /** Absent: the branch is to leave the bank. */
  readonly successor: OriginId | undefined;
}

/** All data directories of a branch but the successor are given up. */
export interface Seal {
  readonly branch: BranchId;
  readonly successor: OriginId | undefined;
  readonly by: WriteId;
  /** Of each directory given up, the last write that stands. */
  readonly cuts: VersionVector;
}

/** What the seal of its branch, and the fences, make of a data directory. */
type Standing =
  /** It is the one of its branch, or may become that. */
  | 'open'
  /** Another one is, and no promise names this one: it may not be there at all, or come later. */
  | 'unheard-of'
  /** It is given up: this is its last write that stands. */
  | number;

/** What a snapshot keeps of it. */
export interface MembershipSummary {
  readonly joined: readonly Joined[];
  readonly fences: readonly Fence[];
  readonly seals: readonly Seal[];
}

/**
 * Who belongs to the bank, as the applied writes say.
 *
 * A data directory that is lost may have made writes that only some branches have.
 * To go on without it, all must agree on its last write, its *cut*. So whoever is
 * to go on asks every other branch for a *fence*, a write by which it promises to
 * take nothing more of the lost directory, unless a write of a living branch follows
 * it. Once it has applied all fences, it has everything that any branch had applied
 * before its fence, and it writes the *seal*: what it has applied then is the cut.
 *
 *   whoever applies a seal has applied of the directories given up exactly the cut
 *
 * At least the cut, as writes apply causally and the seal's writer had it; at most,
 * as what a branch applied after its own fence was followed by a write made before
 * the fence of its maker, which the seal follows too.
 */
export class Membership {
  private branches: readonly BranchId[];
  private readonly joined = new Map<BranchId, Joined>();
  /** By branch fenced off, then by who promised it: all promises, of which the latest counts. */
  private readonly fences = new Map<BranchId, Map<BranchId, (OriginId | undefined)[]>>();
  private readonly seals = new Map<BranchId, Seal>();

  constructor(
    founders: readonly BranchId[],
    private readonly self: OriginId,
  ) {
    this.branches = ascending(founders);
  }

  /** All branches of the bank, in ascending order. */
  get members(): readonly BranchId[] {
    return this.branches;
  }

  has(branch: BranchId): boolean {
    return this.branches.includes(branch);
  }

  /** Whether the number was ever given to a branch: it is never given to another one. */
  knows(branch: BranchId): boolean {
    return this.has(branch) || this.seals.has(branch);
  }

  /** How the branch came in, if it was not there from the beginning. */
  joining(branch: BranchId): Joined | undefined {
    return this.joined.get(branch);
  }

  sealOf(branch: BranchId): Seal | undefined {
    return this.seals.get(branch);
  }

  join(joined: Joined): void {
    this.joined.set(joined.branch, joined);
    if (!this.has(joined.branch)) this.branches = ascending([...this.branches, joined.branch]);
  }

  fence({ of, by, successor }: Fence): void {
    // A new directory says its name: that promises nothing.
    if (of === by && successor !== undefined) return;
    let fences = this.fences.get(of);
    if (!fences) this.fences.set(of, (fences = new Map()));
    fences.set(by, [...(fences.get(by) ?? []), successor]);
  }

  /** Whether `by` has promised it, and nothing else since. */
  hasFence({ of, by, successor }: Fence): boolean {
    const promises = this.fences.get(of)?.get(by);
    return promises !== undefined && promises.at(-1) === successor;
  }

  /** Whether `by` has ever promised it. What it has promised since stands: nobody goes back. */
  hadFence({ of, by, successor }: Fence): boolean {
    return this.fences.get(of)?.get(by)?.includes(successor) === true;
  }

  /** @param vector what the seal's writer had applied */
  seal(branch: BranchId, successor: OriginId | undefined, by: WriteId, vector: VersionVector): Seal {
    const cuts = new Map([...vector].filter(([origin]) => branchOf(origin) === branch && origin !== successor));
    const seal = { branch, successor, by, cuts };
    this.seals.set(branch, seal);
    if (successor === undefined) this.leave(branch);
    return seal;
  }

  /** The last write that stands of an origin that is given up; undefined of any other. */
  cutOf(origin: OriginId): number | undefined {
    const standing = this.standingOf(origin);
    return typeof standing === 'number' ? standing : undefined;
  }

  /** Of an origin, as far as its writes are taken in. */
  lastOf(origin: OriginId): number {
    return this.mayWrite(origin) ? Infinity : (this.cutOf(origin) ?? 0);
  }

  /** Whether writes of the origin are taken in, and not only those that stand. */
  mayWrite(origin: OriginId): boolean {
    return origin === this.self || this.standingOf(origin) === 'open';
  }

  private standingOf(origin: OriginId): Standing {
    const branch = branchOf(origin);
    const seal = this.seals.get(branch);
    if (!seal || seal.successor === origin) return 'open';
    const cut = seal.cuts.get(origin);
    if (cut !== undefined) return cut;
    if (seal.successor === undefined) return 0;
    const { successor } = seal;
    const promises = [...(this.fences.get(branch)?.values() ?? [])].filter((successors) => successors.includes(origin));
    // Nobody had anything of it when its place was promised to the other one: it has nothing that stands.
    if (promises.some((successors) => successors.indexOf(origin) < successors.indexOf(successor))) return 0;
    return promises.length > 0 ? 'open' : 'unheard-of';
  }

  /** Whether this branch has promised to take nothing more of the origin but what other writes follow. */
  isFencedOff(origin: OriginId): boolean {
    if (this.fences.size === 0) return false;
    const promises = this.fences.get(branchOf(origin))?.get(branchOf(this.self));
    return promises !== undefined && promises.at(-1) !== origin;
  }

  /**
   * What the vector names and nobody will ever have: of each origin given up, the last
   * write that stands. An origin whose branch goes on with another one, and that no
   * fence names here, had no write that anybody had: what comes after the seal is fenced
   * for by this branch, too, before it acknowledges anything.
   */
  lost(vector: VersionVector): VersionVector {
    if (this.seals.size === 0) return EMPTY_VECTOR;
    const cuts: MutableVector = new Map();
    for (const [origin, sequence] of vector) {
      const last = this.lastOf(origin);
      if (sequence > last) cuts.set(origin, last);
    }
    return cuts;
  }

  /** The branch that has the rights of another one: itself, or who took them over when it left. */
  heirOf(branch: BranchId): BranchId {
    const seal = this.seals.get(branch);
    return seal && seal.successor === undefined ? this.heirOf(branchOf(seal.by.origin)) : branch;
  }

  summary(): MembershipSummary {
    const fences = [...this.fences].flatMap(([of, fences]) =>
      [...fences].flatMap(([by, promises]) => promises.map((successor) => ({ of, by, successor }))),
    );
    return { joined: [...this.joined.values()], fences, seals: [...this.seals.values()] };
  }

  restore({ joined, fences, seals }: MembershipSummary): void {
    for (const one of joined) this.join(one);
    for (const fence of fences) this.fence(fence);
    for (const seal of seals) {
      this.seals.set(seal.branch, seal);
      if (seal.successor === undefined) this.leave(seal.branch);
    }
  }

  private leave(branch: BranchId): void {
    this.branches = this.branches.filter((member) => member !== branch);
  }
}

function ascending(branches: readonly BranchId[]): readonly BranchId[] {
  return [...branches].sort((a, b) => a - b);
}
