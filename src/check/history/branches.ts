/** What branches tell of their work, and what was done to them, as lines. */
import {
  type BranchEvent,
  type BranchWork,
  FAULT_KINDS,
  type FaultEvent,
  type FaultKind,
  type RequestName,
  type WriteRange,
} from '../../domain/history.js';
import { type AccountId, type CustomerId, formatOrigin, formatWriteId } from '../../domain/ids.js';
import { FINAL_REASONS, type LoggedWrite, WriteKind } from '../../domain/writes.js';
import {
  bigInteger,
  bigIntegerOf,
  field,
  integer,
  type JsonObject,
  list,
  object,
  oneOf,
  optional,
  text,
  wrong,
} from '../json-fields.js';
import type { Line } from './line.js';
import { branchField, parseBranch, parseOriginField, parseVector, parseWrite, vectorRecord } from './shared.js';

export function branchLine(event: BranchEvent): Line {
  return { type: 'info', process: `branch ${event.branch}`, f: event.kind, value: detailsOf(event), atUs: event.atUs };
}

export const NEMESIS = 'nemesis';

export function faultLine({ atUs, fault, branches, to, detail }: FaultEvent): Line {
  return { type: 'info', process: NEMESIS, f: fault, value: { branches, to, detail }, atUs };
}

type Kind = BranchWork['kind'];
type Work<K extends Kind> = Extract<BranchWork, { readonly kind: K }>;

function detailsOf(work: BranchWork): object {
  switch (work.kind) {
    case 'logged':
      return writeValue(work.write);
    case 'applied':
      return { upTo: formatWriteId(work.upTo) };
    case 'parked':
      return { ...requestValue(work.request), lacking: vectorRecord(work.lacking) };
    case 'short':
      return { ...requestValue(work.request), allowanceMinor: `${work.allowanceMinor}` };
    case 'decided':
      return requestValue(work.request);
    case 'sent':
      return { to: work.to, ...rangeValue(work.writes) };
    case 'received':
      return { from: work.from, ...rangeValue(work.writes), receipt: work.receipt };
    case 'asked':
      return { peers: work.peers, account: work.account, wantedMinor: `${work.wantedMinor}` };
    case 'granted':
      return { to: work.to, account: work.account, amountMinor: work.amountMinor };
    case 'fetching':
      return { from: work.from, ...rangeValue(work.writes) };
    case 'linked':
    case 'unlinked':
      return { peer: work.peer };
    case 'final':
      return {
        vector: vectorRecord(work.vector),
        balances: Object.fromEntries([...work.balances].map(([account, balance]) => [account, `${balance}`])),
      };
  }
}

function requestValue({ customer, session, counter }: RequestName): object {
  return { customer, session, event: counter };
}

function rangeValue({ origin, first, last }: WriteRange): object {
  return { origin: formatOrigin(origin), first, last };
}

function writeValue({
  id,
  kind,
  account,
  amountMinor,
  to,
  receiver,
  successor,
  label,
  reason,
  request,
  follows,
}: LoggedWrite): object {
  return {
    write: formatWriteId(id),
    kind: KIND_NAMES.get(kind),
    account,
    amountMinor,
    to,
    receiver,
    successor: successor && formatOrigin(successor),
    label,
    reason,
    ...(request && requestValue(request)),
    follows: follows.size > 0 ? vectorRecord(follows) : undefined,
  };
}

const KIND_NAMES = new Map(Object.entries(WriteKind).map(([name, kind]) => [kind, name]));

const READERS: { readonly [K in Kind]: (value: JsonObject) => Work<K> } = {
  logged: (value) => ({ kind: 'logged', write: parseLogged(value) }),
  applied: (value) => ({ kind: 'applied', upTo: parseWrite(value, 'upTo') }),
  parked: (value) => ({ kind: 'parked', request: parseRequest(value), lacking: parseVector(value, 'lacking') }),
  short: (value) => ({ kind: 'short', request: parseRequest(value), allowanceMinor: bigInteger(value, 'allowanceMinor') }),
  decided: (value) => ({ kind: 'decided', request: parseRequest(value) }),
  sent: (value) => ({ kind: 'sent', to: branchField(value, 'to'), writes: parseRange(value) }),
  received: (value) => ({
    kind: 'received',
    from: branchField(value, 'from'),
    writes: parseRange(value),
    receipt: oneOf(field(value, 'receipt'), RECEIPTS, '"receipt"'),
  }),
  asked: (value) => ({
    kind: 'asked',
    peers: list(value, 'peers').map(parseBranch),
    account: parseAccount(value),
    wantedMinor: bigInteger(value, 'wantedMinor'),
  }),
  granted: (value) => ({
    kind: 'granted',
    to: branchField(value, 'to'),
    account: parseAccount(value),
    amountMinor: integer(value, 'amountMinor', 1),
  }),
  fetching: (value) => ({ kind: 'fetching', from: branchField(value, 'from'), writes: parseRange(value) }),
  linked: (value) => ({ kind: 'linked', peer: branchField(value, 'peer') }),
  unlinked: (value) => ({ kind: 'unlinked', peer: branchField(value, 'peer') }),
  final: (value) => ({ kind: 'final', vector: parseVector(value, 'vector'), balances: parseBalances(object(value, 'balances')) }),
};

/** What branches tell, by the `f` of its line. */
export const WORK_KINDS = Object.keys(READERS) as Kind[];
const RECEIPTS = { new: true, duplicate: true, gap: true } as const;
const FAULTS = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, true])) as Record<FaultKind, true>;

export function isWork(f: unknown): f is Kind {
  return typeof f === 'string' && Object.hasOwn(READERS, f);
}

export function parseWork(record: JsonObject, f: Kind): BranchEvent {
  const name = text(record, 'process');
  const branch = /^branch ([1-9]\d*)$/.exec(name);
  if (!branch) throw wrong('"process"', `a branch like "branch 3", as "f" is "${f}"`, name);
  const work = READERS[f](object(record, 'value'));
  return { branch: parseBranch(Number(branch[1])), atUs: integer(record, 'time', 0) / 1000, ...work };
}

export function parseFault(record: JsonObject): FaultEvent {
  const value = object(record, 'value');
  const to = optional(value, 'to', (from, name) => list(from, name).map(parseBranch));
  const detail = optional(value, 'detail', text);
  return {
    atUs: integer(record, 'time', 0) / 1000,
    fault: oneOf(field(record, 'f'), FAULTS, '"f"'),
    branches: list(value, 'branches').map(parseBranch),
    ...(to && { to }),
    ...(detail !== undefined && { detail }),
  };
}

function parseRequest(value: JsonObject): RequestName {
  return {
    customer: text(value, 'customer') as CustomerId,
    session: integer(value, 'session', 0),
    counter: integer(value, 'event', 0),
  };
}

function parseRange(value: JsonObject): WriteRange {
  return { origin: parseOriginField(value, 'origin'), first: integer(value, 'first', 1), last: integer(value, 'last', 1) };
}

function parseAccount(value: JsonObject): AccountId {
  return text(value, 'account') as AccountId;
}

function parseLogged(value: JsonObject): LoggedWrite {
  const to = optional(value, 'to', text);
  const receiver = optional(value, 'receiver', branchField);
  const successor = optional(value, 'successor', parseOriginField);
  const label = optional(value, 'label', text);
  const reason = optional(value, 'reason', (from, name) => oneOf(field(from, name), FINAL_REASONS, '"reason"'));
  return {
    id: parseWrite(value, 'write'),
    kind: WriteKind[oneOf(field(value, 'kind'), WriteKind, '"kind"')],
    account: parseAccount(value),
    amountMinor: integer(value, 'amountMinor', 0),
    ...(to !== undefined && { to: to as AccountId }),
    ...(receiver !== undefined && { receiver }),
    ...(successor !== undefined && { successor }),
    ...(label !== undefined && { label }),
    ...(reason !== undefined && { reason }),
    ...(field(value, 'customer') !== undefined && { request: parseRequest(value) }),
    follows: optional(value, 'follows', parseVector) ?? new Map(),
  };
}

function parseBalances(value: JsonObject): Map<AccountId, bigint> {
  const balances = new Map<AccountId, bigint>();
  for (const [account, balance] of Object.entries(value))
    balances.set(account as AccountId, bigIntegerOf(balance, `"balances", ${account}`));
  return balances;
}
