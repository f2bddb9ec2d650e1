/** Who takes part in a history, and so has a lane. */
import type { HistoryEntry } from '../../domain/history.js';
import { type BranchId, branchOf, type CustomerId } from '../../domain/ids.js';

export function customersIn(entries: readonly HistoryEntry[]): CustomerId[] {
  const names = new Set<CustomerId>();
  for (const entry of entries) if (entry.kind === 'invoked' || entry.kind === 'completed') names.add(entry.operation.customer);
  return [...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** Those that are known, in their order, then others that are named. */
export function branchesIn(entries: readonly HistoryEntry[], known: readonly BranchId[]): BranchId[] {
  const branches = new Set(known);
  const others = entries.flatMap((entry): readonly BranchId[] => {
    if (entry.kind === 'fault') return [...entry.event.branches, ...(entry.event.to ?? [])];
    if (entry.kind !== 'branch') {
      const write = entry.kind === 'completed' && entry.operation.write;
      return [entry.operation.branch, ...(write ? [branchOf(write.origin)] : [])];
    }
    const { event } = entry;
    if (event.kind === 'received' || event.kind === 'fetching') return [event.branch, event.from, branchOf(event.writes.origin)];
    if (event.kind === 'sent') return [event.branch, event.to, branchOf(event.writes.origin)];
    return event.kind === 'applied' ? [event.branch, branchOf(event.upTo.origin)] : [event.branch];
  });
  for (const branch of others.sort((a, b) => a - b)) branches.add(branch);
  return [...branches];
}
