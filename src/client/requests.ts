import { inspect } from 'node:util';
import { GUARANTEES, type GuaranteeName, type GuaranteeSet, guaranteeSet } from '../domain/guarantees.js';
import type { BranchId } from '../domain/ids.js';
import { ACK_LEVELS, type AckLevel, type Operation } from '../domain/operations.js';
import type { Refusal } from '../domain/outcomes.js';
import { didYouMean } from '../std/did-you-mean.js';
import { LONGEST_LABEL } from '../wire/batch-requests.js';
import type { Amount } from './amounts.js';

/** Longer than any: what is sent must not grow with what a program has mixed up. */
const LONGEST_ACCOUNT = 64;
const LARGEST_PAGE = 1000;

/** How operations are carried out: for all of a session, or for one. */
export interface OperationChoices {
  /**
   * What a branch waits for before it serves: the guarantees by name, `[]` for none.
   * Default: all four. What a session remembers does not depend on it.
   */
  readonly guarantees?: readonly GuaranteeName[] | GuaranteeSet | undefined;
  /** How many branches have a write before it is acknowledged: `local` (the default), `majority` or `all`. */
  readonly acks?: AckLevel | undefined;
  /** In milliseconds, from when the operation begins (its turn has come), over all its attempts. Default: 10,000. */
  readonly timeoutMs?: number | undefined;
  /**
   * Where to go if a branch cannot be reached, cannot serve or does not answer:
   * `true` is any other branch, a list is those, in that order. Default: `true`,
   * but `false` for an operation that names its branch.
   */
  readonly failover?: boolean | readonly number[] | undefined;
}

/** What every operation can say besides. */
export interface OperationOptions extends OperationChoices {
  /** Begins at once, beside the others of its session; it follows only those that are answered already. */
  readonly concurrent?: boolean | undefined;
  /**
   * Gives up when it is aborted. What was not sent then did nothing
   * (`BRANCH_UNREACHABLE`); of a write that was, nobody can tell (`OUTCOME_UNKNOWN`).
   */
  readonly signal?: AbortSignal | undefined;
}

interface Somewhere extends OperationOptions {
  /** The branch to ask. Default: the one of the session. */
  readonly branch?: number | undefined;
}

/** An account to be opened. */
export interface OpenRequest extends Somewhere {
  /** A name for people; need not be unique. */
  readonly label?: string | undefined;
}

/** What account `account` holds. */
export interface QueryRequest extends Somewhere {
  readonly account: string;
  /**
   * Brings money along: how much the branch should be able to pay out by itself
   * afterwards, such as `'50.00'`. The branch gets that from the others before it
   * answers; what it could get by the deadline is the `available` of the reply.
   */
  readonly wantAvailable?: string | undefined;
  /** The same in minor units. */
  readonly wantAvailableMinor?: number | bigint | undefined;
}

/** A deposit or a withdrawal: which account, and how much. */
export type MoveRequest = Somewhere & { readonly account: string } & Amount;

/** From which account to which, and how much. */
export type TransferRequest = Somewhere & { readonly from: string; readonly to: string } & Amount;

/** Which account, and how many of its entries at a time. */
export interface EntriesRequest extends Omit<Somewhere, 'concurrent' | 'acks'> {
  readonly account: string;
  /** Entries fetched at a time, at most 1000. Default: 100. */
  readonly pageSize?: number | undefined;
}

/** The names of all that a session can say, and an operation of each kind. */
const CHOICES = ['guarantees', 'acks', 'timeoutMs', 'failover', 'branch'] as const;
const OPERATION = [...CHOICES, 'concurrent', 'signal'] as const;
const SESSION_NAMES = new Set<string>([...CHOICES, 'customer', 'passbook', 'onInvocation', 'onOperation']);
const MOVE_NAMES = new Set<string>([...OPERATION, 'account', 'amount', 'amountMinor']);
const NAMES: Readonly<Record<Operation['kind'], ReadonlySet<string>>> = {
  open: new Set([...OPERATION, 'label']),
  query: new Set([...OPERATION, 'account', 'wantAvailable', 'wantAvailableMinor']),
  deposit: MOVE_NAMES,
  withdraw: MOVE_NAMES,
  transfer: new Set([...MOVE_NAMES, 'from', 'to']),
};

/** What any of them can say. */
export type AnyChoices = Somewhere;

export function guaranteesOf(chosen: readonly GuaranteeName[] | GuaranteeSet): GuaranteeSet {
  return typeof chosen === 'number' ? chosen : guaranteeSet(chosen);
}

/** What is wrong with a request, apart from its amount, so that it is not even begun. */
export function problemOf(operation: Operation, choices: AnyChoices, branches: readonly BranchId[]): Refusal | undefined {
  const unknown = unknownIn(choices, NAMES[operation.kind]);
  if (unknown) return unknown;
  for (const field of ['account', 'to', 'label'] as const) {
    const text: unknown = operation[field as keyof Operation];
    const name = operation.kind === 'transfer' && field === 'account' ? 'from' : field;
    if (field in operation && typeof text !== 'string') return invalid(name, `${name} is a text, not ${shown(text)}`);
    if (field !== 'label' && typeof text === 'string' && text.length > LONGEST_ACCOUNT)
      return invalid(name, `the name of an account has at most ${LONGEST_ACCOUNT} characters`);
  }
  if (operation.kind === 'open' && operation.label.length > LONGEST_LABEL)
    return invalid('label', `a label has at most ${LONGEST_LABEL} characters`);
  const { branch, signal } = choices;
  // One that there is not is refused by name, as the others would refuse it.
  if (branch !== undefined && typeof branch !== 'number') return invalid('branch', `branch is a number, not ${shown(branch)}`);
  if (signal !== undefined && typeof signal?.addEventListener !== 'function')
    return invalid('signal', 'signal is an AbortSignal, such as the signal of an AbortController');
  return problemOfChoices(choices, branches);
}

/** The same of what may hold for a whole session. */
function problemOfChoices(choices: OperationChoices, branches: readonly BranchId[]): Refusal | undefined {
  const { guarantees, acks, timeoutMs, failover } = choices;
  if (timeoutMs !== undefined && !(typeof timeoutMs === 'number' && timeoutMs > 0))
    return invalid('timeoutMs', `${shown(timeoutMs)} is not a time in milliseconds`);
  if (acks !== undefined && !ACK_LEVELS.includes(acks))
    return invalid('acks', `acks is one of ${ACK_LEVELS.join(', ')}, not ${shown(acks)}`);
  if (failover !== undefined && typeof failover !== 'boolean') {
    const isList = Array.isArray(failover) && failover.every((branch) => branches.includes(branch));
    const those = branches.join(', ');
    if (!isList)
      return invalid('failover', `failover is true, false or a list of branches among ${those}, not ${shown(failover)}`);
  }
  return guarantees === undefined || typeof guarantees === 'number' ? undefined : problemOfNames(guarantees);
}

/** The same of a session, as it begins. */
export function problemOfSession(options: OperationChoices, branches: readonly BranchId[]): Refusal | undefined {
  return unknownIn(options, SESSION_NAMES) ?? problemOfChoices(options, branches);
}

/** A name that is misspelt would choose nothing, in silence: the customer waits for `all`, and gets `local`. */
function unknownIn(given: object, names: ReadonlySet<string>): Refusal | undefined {
  for (const name in given) {
    if (names.has(name) || given[name as keyof typeof given] === undefined) continue;
    const meant = didYouMean(name, names);
    return invalid(name, `there is no option ${shown(name)}${meant ? `; did you mean '${meant}'?` : ''}`);
  }
  return undefined;
}

/** How many entries at a time. */
export function problemOfPage(pageSize: number | undefined): Refusal | undefined {
  if (pageSize === undefined || (Number.isInteger(pageSize) && pageSize > 0 && pageSize <= LARGEST_PAGE)) return undefined;
  return invalid('pageSize', `pageSize is a number from 1 to ${LARGEST_PAGE}, not ${shown(pageSize)}`);
}

function problemOfNames(chosen: readonly GuaranteeName[]): Refusal | undefined {
  const names = GUARANTEES.map(({ name }) => name);
  if (Array.isArray(chosen) && chosen.every((name) => names.includes(name))) return undefined;
  return invalid('guarantees', `guarantees is a list of ${names.join(', ')}, not ${shown(chosen)}`);
}

/** On one line, and a text in quotes, so that it is told from a number. */
function shown(value: unknown): string {
  return inspect(value, { breakLength: Number.POSITIVE_INFINITY, depth: 1, maxStringLength: 100 });
}

function invalid(field: string, message: string): Refusal {
  return { kind: 'refused', reason: 'INVALID_REQUEST', applied: 'no', message, details: { field } };
}
