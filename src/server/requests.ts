import type { Branch } from '../core/branch.js';
import type { SessionRecord } from '../core/once.js';
import { ALL_GUARANTEES, type GuaranteeSet } from '../domain/guarantees.js';
import type { BranchId, CustomerId } from '../domain/ids.js';
import { hasName, isWrite, type OperationKind } from '../domain/operations.js';
import type { Outcome, Refusal } from '../domain/outcomes.js';
import { viewVector, writeOf } from '../domain/outcomes.js';
import { REFUSALS, type Reason } from '../domain/refusals.js';
import { NEW_SESSION, type Passbook, SessionMemory } from '../domain/session.js';
import { checkCustomer, checkHome } from '../wire/batch-requests.js';
import { type RequestContextShape, WireError } from '../wire/messages.js';
import { checkSequence, unpackPassbook } from '../wire/vectors.js';

/** A request that never reaches the core. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

export function refusal(reason: Reason, message: string, details: Record<string, string> = {}): Refusal {
  return { kind: 'refused', reason, applied: REFUSALS[reason].applied, message, details };
}

export function invalid(field: string, message: string): Refused {
  return new Refused(refusal('INVALID_REQUEST', message, { field }));
}

/** Runs a reader of wire messages; what it finds wrong becomes a refusal that names the field. */
export function reading<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WireError) throw invalid(field, error.message);
    throw error;
  }
}

/** Refuses a passbook that another bank wrote or that belongs to somebody else. */
export function checkPassbook(passbook: Passbook, bankId: string, customer: CustomerId): void {
  if (passbook.bankId !== '' && passbook.bankId !== bankId) {
    throw new Refused(refusal('SESSION_NOT_YOURS', `the passbook is of bank ${passbook.bankId}, this is bank ${bankId}`));
  }
  if (passbook.customer !== '' && passbook.customer !== customer) {
    throw new Refused(refusal('SESSION_NOT_YOURS', `the passbook belongs to customer ${passbook.customer}`));
  }
}

/** What a unary request says about who asks and what has to hold. */
export interface UnaryContext {
  readonly session: SessionRecord;
  readonly counter: number;
  /** The branch that the request was first sent to; absent: this one. */
  readonly home: BranchId | undefined;
  readonly passbook: Passbook | undefined;
  readonly guarantees: GuaranteeSet;
}

export function readContext(branch: Branch, kind: OperationKind, context: RequestContextShape | null | undefined): UnaryContext {
  const customer = reading('context.customer', () => checkCustomer(context?.customer));
  const passbook = context?.passbook ? readPassbook(context.passbook) : undefined;
  if (passbook) checkPassbook(passbook, branch.config.bankId, customer);
  const id = context?.requestId;
  const number = reading('context.request_id.session', () => checkSequence(id?.session));
  const counter = reading('context.request_id.counter', () => checkSequence(id?.counter));
  // A write that is sent again would take effect again, and whoever names a session means it not to.
  if (isWrite(kind) && number > 0 && counter === 0)
    throw invalid(
      'context.request_id.counter',
      'requests of a session are counted from 1; leave the id out for one that is never repeated',
    );
  const session = hasName(kind, counter) ? branch.session(customer, number) : branch.visitor(customer, number);
  session.settle(reading('context.request_id.settled_below', () => checkSequence(id?.settledBelow)));
  const home = reading('context.request_id.home', () => checkHome(id?.home ?? 0));
  return { session, counter, home, passbook, guarantees: readGuarantees(context?.guarantees) };
}

function readPassbook(packed: NonNullable<RequestContextShape['passbook']>): Passbook {
  try {
    return unpackPassbook(packed);
  } catch (error) {
    if (error instanceof WireError) throw new Refused(refusal('SESSION_MALFORMED', error.message));
    throw error;
  }
}

function readGuarantees(selection: RequestContextShape['guarantees']): GuaranteeSet {
  if (!selection) return ALL_GUARANTEES;
  let set = 0;
  for (const guarantee of selection.guarantees ?? []) {
    const number = guarantee as unknown as number;
    if (number < 1 || number > 4) throw invalid('context.guarantees', `${number} is not a guarantee`);
    set |= 1 << (number - 1);
  }
  return set as GuaranteeSet;
}

/** The passbook as it is after the outcome: the caller's, with what this reply adds, and without what it says to be lost. */
export function passbookAfter(branch: Branch, context: UnaryContext, outcome: Outcome): Passbook {
  const memory = new SessionMemory(context.passbook ?? NEW_SESSION);
  const write = writeOf(outcome);
  if (write) memory.wrote(write);
  if (outcome.kind === 'refused' && outcome.lost) memory.lost(outcome.lost);
  if (outcome.kind !== 'written' && outcome.view) memory.saw(viewVector(outcome.view));
  return { bankId: branch.config.bankId, customer: context.session.customer, written: memory.written, read: memory.read };
}
