/**
 * What the bank has given up, and who came and left, as the logs say. A *seal* gives
 * up all origins of a branch but its successor. With D what its writer had applied,
 *
 *   the cut of an origin o given up is D[o]:  its writes beyond are lost for good,
 *   and whoever has applied the seal has of o exactly the writes up to the cut
 *
 * A seal may itself be lost, beyond the cut of another; then it gives up nothing.
 */
import type { BranchId, OriginId } from '../../domain/ids.js';
import type { VersionVector } from '../../domain/vector.js';
import { WriteKind } from '../../domain/writes.js';
import { type BranchTape, homeOf } from './branch-tape.js';
import type { KnownWrites } from './known-writes.js';
import { NONE, type Tape } from './tape.js';

/** A write about a branch: a seal or a joining. */
interface Change {
  readonly branch: BranchId;
  readonly origin: number;
  readonly sequence: number;
  /** Of a seal: the origin by which the branch goes on; NONE if it leaves. */
  readonly successor: number;
  /** What its writer had applied; NONE where nobody said it. */
  readonly had: number;
}

export class Seals {
  /** Those that stand. */
  private readonly seals: readonly Change[];
  private readonly joinings: readonly Change[];
  /** By origin: the last write that stands; Infinity of one that is not given up. */
  private readonly cuts: Float64Array;
  /** Successors as fences name them: by branch concerned and branch that promises, in the order of the promises. */
  private readonly promises = new Map<string, number[]>();
  /** Branches of which directories were given up, as logs say or refusals. */
  readonly branches: ReadonlySet<BranchId>;

  constructor(
    private readonly tape: Tape,
    private readonly log: BranchTape,
    writes: KnownWrites,
  ) {
    const [seals, joinings]: [Change[], Change[]] = [[], []];
    for (let row = 0; row < log.logged; row++) {
      const kind = log.kind.at(row);
      if (kind < WriteKind.fence || writes.firstRow(row) !== row) continue;
      if (kind === WriteKind.fence) this.promise(row);
      else (kind === WriteKind.seal ? seals : joinings).push(this.change(row));
    }
    this.joinings = joinings;
    let standing: readonly Change[] = seals;
    // As often as seals can depend on each other.
    for (const _ of seals) {
      const cuts = this.cutsBy(standing);
      standing = seals.filter(({ origin, sequence }) => sequence <= (cuts[origin] as number));
    }
    this.seals = standing;
    this.cuts = this.cutsBy(standing);
    this.takeRefusalsAtTheirWord();
    this.branches = this.branchesGivenUp();
  }

  /** Logs tell of what is given up. */
  get areTold(): boolean {
    return this.seals.length > 0;
  }

  /** The last write of the origin that stands. */
  cutOf(origin: number): number {
    return this.cuts[origin] ?? Infinity;
  }

  isLost(origin: number, sequence: number): boolean {
    return sequence > this.cutOf(origin);
  }

  isLostRow(row: number): boolean {
    return this.isLost(this.log.origin.at(row), this.log.sequence.at(row));
  }

  /** Of what a refusal told to be lost, what is: what stands is not excused by it. */
  trulyLost(told: VersionVector): VersionVector {
    const lost = new Map<OriginId, number>();
    for (const [id, last] of told) {
      const origin = this.tape.vectors.origins.find(id);
      const cut = origin === undefined ? last : this.cutOf(origin);
      if (cut !== Infinity) lost.set(id, Math.max(last, cut));
    }
    return lost;
  }

  /** What whoever has applied these writes has of the origin at most. */
  mostOf(origin: number, vector: number): number {
    const cut = this.cutOf(origin);
    if (cut === Infinity) return cut;
    const isKnown = this.seals.some((seal) => this.binds(seal, origin) && this.includes(vector, seal));
    return isKnown ? cut : Infinity;
  }

  /** How often the branch went on with another directory. */
  replacements(branch: BranchId): number {
    return this.seals.filter((seal) => seal.branch === branch && seal.successor !== NONE).length;
  }

  /** Its branch goes on by it. */
  isSuccessor(origin: number): boolean {
    return this.seals.some(({ successor }) => successor === origin);
  }

  /** Who has the rights of a branch: itself, or who took them over when it left, as far as these writes say. */
  heirOf(branch: BranchId, vector: number): BranchId {
    let heir = branch;
    // Whoever inherits may leave as well; a chain that is longer than all seals goes round.
    for (const _ of this.seals) {
      const seal = this.seals.find((seal) => seal.branch === heir && seal.successor === NONE && this.includes(vector, seal));
      if (!seal) break;
      heir = homeOf(this.tape, seal.origin);
    }
    return heir;
  }

  /** Branches that joined the running bank. */
  get joined(): BranchId[] {
    return [...new Set(this.joinings.map(({ branch }) => branch))];
  }

  /** The branch had joined by these writes. */
  hasJoined(branch: BranchId, vector: number): boolean {
    return this.joinings.some((joining) => joining.branch === branch && this.includes(vector, joining));
  }

  /** Branches that have left for good. */
  get left(): ReadonlySet<BranchId> {
    return new Set(this.seals.filter(({ successor }) => successor === NONE).map(({ branch }) => branch));
  }

  private includes(vector: number, { origin, sequence }: Change): boolean {
    return this.tape.vectors.entry(vector, origin) >= sequence;
  }

  private change(row: number): Change {
    const { log } = this;
    return {
      branch: log.receiver.at(row) as BranchId,
      origin: log.origin.at(row),
      sequence: log.sequence.at(row),
      successor: log.successor.at(row),
      had: log.follows.at(row),
    };
  }

  private promise(row: number): void {
    // A new directory that says its name promises nothing.
    if (this.log.successor.at(row) === this.log.origin.at(row)) return;
    const key = `${this.log.receiver.at(row)} ${homeOf(this.tape, this.log.origin.at(row))}`;
    const known = this.promises.get(key);
    if (known) known.push(this.log.successor.at(row));
    else this.promises.set(key, [this.log.successor.at(row)]);
  }

  private cutsBy(seals: readonly Change[]): Float64Array {
    const { tape } = this;
    const cuts = new Float64Array(tape.vectors.origins.values.length).fill(Infinity);
    for (const seal of seals)
      for (const origin of cuts.keys())
        if (this.binds(seal, origin)) cuts[origin] = Math.min(cuts[origin] as number, tape.vectors.entry(seal.had, origin));
    return cuts;
  }

  /** Of one of which the seal's writer had nothing, only if it can not go on in the successor's place later. */
  private binds({ branch, successor, had }: Change, origin: number): boolean {
    if (had === NONE || homeOf(this.tape, origin) !== branch || origin === successor) return false;
    return successor === NONE || this.tape.vectors.entry(had, origin) > 0 || !this.comesAfter(origin, branch, successor);
  }

  /** Somebody promised the branch's place to the origin, and not to the other one since. */
  private comesAfter(origin: number, branch: BranchId, other: number): boolean {
    for (const [key, promises] of this.promises) {
      if (key.startsWith(`${branch} `) && promises.lastIndexOf(origin) > promises.lastIndexOf(other)) return true;
    }
    return false;
  }

  private branchesGivenUp(): ReadonlySet<BranchId> {
    const branches = new Set(this.seals.map(({ branch }) => branch));
    for (const [origin, cut] of this.cuts.entries()) if (cut !== Infinity) branches.add(homeOf(this.tape, origin));
    return branches;
  }

  /** Where no seal of the origin is told, or not what its writer had: refusals name cuts, too. */
  private takeRefusalsAtTheirWord(): void {
    const { tape } = this;
    for (const lost of tape.lost.values()) {
      for (const [id, cut] of lost) {
        const origin = tape.vectors.origins.find(id);
        if (origin === undefined || this.seals.some((seal) => this.binds(seal, origin))) continue;
        this.cuts[origin] = Math.min(this.cutOf(origin), cut);
      }
    }
  }
}
