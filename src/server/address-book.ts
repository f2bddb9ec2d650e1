import type { BranchId } from '../domain/ids.js';

/** Where the other branches are, with host and port. */
export class AddressBook {
  private readonly addresses = new Map<BranchId, string>();
  private readonly gone = new Set<BranchId>();

  get size(): number {
    return this.addresses.size;
  }

  /** Undefined if it is not known, or nobody is there any more. */
  of(branch: BranchId): string | undefined {
    return this.gone.has(branch) ? undefined : this.addresses.get(branch);
  }

  /** Whether the branch has left the bank. */
  isGone(branch: BranchId): boolean {
    return this.gone.has(branch);
  }

  /** From whoever started this process: he knows best. */
  set(addresses: ReadonlyMap<BranchId, string>): void {
    for (const [branch, address] of addresses) this.addresses.set(branch, address);
  }

  /** From anybody else, who may not have heard that a branch has moved. */
  learn(addresses: ReadonlyMap<BranchId, string>): void {
    for (const [branch, address] of addresses) if (!this.addresses.has(branch)) this.addresses.set(branch, address);
  }

  leave(branch: BranchId): void {
    this.gone.add(branch);
  }
}
