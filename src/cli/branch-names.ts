import type { BranchId } from '../domain/ids.js';

/** Branches within a sentence. */
export function named(branches: readonly BranchId[]): string {
  return `${oneOrMore(branches, 'branch', 'branches')} ${branches.join(', ')}`;
}

/** The word that goes with so many. */
export function oneOrMore(branches: readonly BranchId[], one: string, more: string): string {
  return branches.length === 1 ? one : more;
}
