import { Metadata } from '@grpc/grpc-js';
import { type BranchId, branchOf, formatOrigin, type OriginId, parseOrigin } from '../domain/ids.js';

const [BANK, ORIGIN] = ['passbook-bank', 'passbook-origin'];
/** There if the bank was founded without the branch that calls. */
const NOT_FOUNDER = 'passbook-not-founder';

export interface Identity {
  readonly bankId: string;
  readonly origin: OriginId;
  /** The branches that the bank was founded with: the same for all of its branches, for ever. */
  readonly founders: readonly BranchId[];
}

/** What both ends of a stream say of themselves before anything else, and what each makes of the other. */
export class Introduction {
  private readonly self: BranchId;

  constructor(private readonly own: Identity) {
    this.self = branchOf(own.origin);
  }

  toCallee(): Metadata {
    const metadata = new Metadata();
    metadata.set(BANK, this.own.bankId);
    metadata.set(ORIGIN, formatOrigin(this.own.origin));
    return metadata;
  }

  toCaller(caller: Metadata): Metadata {
    const metadata = this.toCallee();
    const origin = originIn(caller);
    if (origin !== undefined && !this.own.founders.includes(branchOf(origin))) metadata.set(NOT_FOUNDER, 'yes');
    return metadata;
  }

  /** Who is calling, if it says that it is another branch of this bank. Whether it belongs to it the core decides: it may be about to join. */
  caller(metadata: Metadata): OriginId | undefined {
    const origin = originIn(metadata);
    if (bankIn(metadata) !== this.own.bankId || origin === undefined) return undefined;
    return branchOf(origin) === this.self ? undefined : origin;
  }

  /** Why a caller is refused, for whoever reads that at the other end. */
  refusal(): string {
    return `this is ${this.name}, and takes calls from its other branches only`;
  }

  /** What is wrong about who answers at the address of a branch; undefined if it is that one, or does not say who it is. */
  stranger(branch: BranchId, address: string, metadata: Metadata): string | undefined {
    const [bankId, origin] = [bankIn(metadata), originIn(metadata)];
    if (origin === undefined) return undefined;
    if (origin === this.own.origin) return `${address} leads to this branch itself, and not to branch ${branch}`;
    const other = `${address} is branch ${branchOf(origin)} of bank ${bankId}`;
    if (bankId !== this.own.bankId) return `${other}, and this is ${this.name}`;
    return branchOf(origin) === branch ? undefined : `${other}, and not branch ${branch}`;
  }

  /** What is wrong if this branch takes itself for one that the bank was founded with, and the one that answers does not. */
  notFounder(branch: BranchId, address: string, metadata: Metadata): string | undefined {
    if (metadata.get(NOT_FOUNDER).length === 0 || !this.own.founders.includes(this.self)) return undefined;
    return `${address} is branch ${branch} of bank ${this.own.bankId}, which was founded without branch ${this.self}`;
  }

  private get name(): string {
    return `branch ${this.self} of bank ${this.own.bankId}`;
  }
}

function bankIn(metadata: Metadata): string {
  return String(metadata.get(BANK)[0] ?? '');
}

/** The data directory of whoever is at the other end; undefined if it does not say. */
export function originIn(metadata: Metadata): OriginId | undefined {
  return parseOrigin(String(metadata.get(ORIGIN)[0] ?? ''));
}
