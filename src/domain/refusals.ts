/** Whether a request that failed has changed anything. */
export type Applied = 'no' | 'maybe' | 'yes';

/**
 * Every reason for which a branch refuses, with the gRPC status that carries it
 * and what it means to the caller. One table: the wire, the errors and the
 * documentation print from it. `revealsState`: the refusal shows the state of
 * the bank, so it counts as a read of the session.
 */
export const REFUSALS = {
  INVALID_AMOUNT: row('INVALID_ARGUMENT', 'no', 'The amount is zero, negative or too large.'),
  INVALID_REQUEST: row('INVALID_ARGUMENT', 'no', 'A field is missing or makes no sense.'),
  SESSION_MALFORMED: row('INVALID_ARGUMENT', 'no', 'The passbook cannot be read.'),
  SESSION_NOT_YOURS: row('PERMISSION_DENIED', 'no', 'The passbook is of another bank or another customer.'),
  ACCOUNT_NOT_FOUND: row('NOT_FOUND', 'no', 'This branch knows no such account.', true),
  BRANCH_NOT_FOUND: row('NOT_FOUND', 'no', 'The bank has no such branch.'),
  REQUEST_ID_REUSED: row('ALREADY_EXISTS', 'no', 'The same request id came with other content.'),
  REQUEST_SETTLED: row('FAILED_PRECONDITION', 'no', 'The session said that this request was answered.'),
  INSUFFICIENT_FUNDS: row('FAILED_PRECONDITION', 'no', 'The whole bank has less than the amount.', true),
  ALLOWANCE_UNREACHABLE: row('UNAVAILABLE', 'no', 'The money may exist, but the branches that hold it do not answer.', true),
  SESSION_NOT_SATISFIED: row('UNAVAILABLE', 'no', 'The branch still lacks writes that the passbook names.'),
  ACK_LEVEL_NOT_REACHED: row('UNAVAILABLE', 'yes', 'Fewer branches than asked for have applied the write in time.'),
  OVERLOADED: row('UNAVAILABLE', 'no', 'The branch has too much to do; try again later.'),
  CLOSING: row('UNAVAILABLE', 'no', 'The branch is shutting down.'),
  BRANCH_UNREACHABLE: row('UNAVAILABLE', 'no', 'The branch cannot be reached, or did not answer in time; said by clients.'),
  RECOVERING: row('UNAVAILABLE', 'no', 'The branch has begun again and is not yet sure that it has all its writes.'),
  DISK_FULL: row('UNAVAILABLE', 'no', 'The disk of the branch is full: it answers queries only.'),
  MESSAGE_TOO_LARGE: row('RESOURCE_EXHAUSTED', 'no', 'The message is larger than a branch takes from customers.'),
  WRITES_LOST: row('FAILED_PRECONDITION', 'no', 'A branch lost its data, and with it writes that the passbook names.'),
  OUTCOME_UNKNOWN: row('UNAVAILABLE', 'maybe', 'Nobody can tell whether the request took effect.'),
} as const;

export type Reason = keyof typeof REFUSALS;

interface RefusalRow {
  readonly status:
    | 'INVALID_ARGUMENT'
    | 'PERMISSION_DENIED'
    | 'NOT_FOUND'
    | 'ALREADY_EXISTS'
    | 'FAILED_PRECONDITION'
    | 'RESOURCE_EXHAUSTED'
    | 'UNAVAILABLE';
  readonly applied: Applied;
  readonly meaning: string;
  readonly revealsState: boolean;
}

function row(status: RefusalRow['status'], applied: Applied, meaning: string, revealsState = false): RefusalRow {
  return { status, applied, meaning, revealsState };
}
