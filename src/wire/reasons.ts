import type { Applied, Reason } from '../domain/refusals.js';
import { pb } from './messages.js';

/** The reason as the contract numbers it. */
export function packReason(reason: Reason): number {
  return pb.Reason[`REASON_${reason}`];
}

const NAMES = new Map<number, Reason>(
  Object.entries(pb.Reason)
    .filter(([name]) => name.startsWith('REASON_') && name !== 'REASON_UNSPECIFIED')
    .map(([name, number]) => [number as number, name.slice('REASON_'.length) as Reason]),
);

export function unpackReason(number: number): Reason | undefined {
  return NAMES.get(number);
}

const APPLIED = { no: pb.Applied.APPLIED_NO, maybe: pb.Applied.APPLIED_MAYBE, yes: pb.Applied.APPLIED_YES } as const;

export function packApplied(applied: Applied): number {
  return APPLIED[applied];
}

/** What is not said may have happened. */
export function unpackApplied(number: number | null | undefined): Applied {
  if (number === APPLIED.no) return 'no';
  return number === APPLIED.yes ? 'yes' : 'maybe';
}
