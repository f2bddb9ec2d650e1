import {
  type AccountId,
  branchOf,
  type CustomerId,
  foundedAccount,
  isBranchNumber,
  nonceOf,
  openedAccount,
  parseAccount,
} from '../domain/ids.js';
import { isAmount } from '../domain/money.js';
import { lastSequence, type WriteBatch, WriteKind } from '../domain/writes.js';
import { pb, WireError } from './messages.js';
import { checkSequence, packOrigin, unpackOrigin } from './vectors.js';

/** The bytes of a batch: what is logged, stored and forwarded. */
export function encodeWriteBatch(batch: WriteBatch): Uint8Array {
  return pb.WriteBatch.encode({
    origin: packOrigin(batch.origin),
    first: batch.first,
    kinds: batch.kinds,
    accountIndices: batch.accountIndices,
    accounts: batch.accounts.map(packAccountId),
    amountsMinor: batch.amounts,
    sessionIndices: batch.sessionIndices,
    sessions: batch.sessions.map(({ customer, session }) => ({ customer, session })),
    counters: batch.counters,
    counterparts: batch.counterparts,
    labels: batch.labels,
    origins: batch.origins.map(packOrigin),
    dependencyAt: batch.dependencyAt,
    dependencyOrigin: batch.dependencyOrigin,
    dependencySequence: batch.dependencySequence,
  }).finish();
}

/** Reads and checks a batch; it keeps `bytes`, which must not be changed afterwards. */
export function decodeWriteBatch(bytes: Uint8Array): WriteBatch {
  const message = pb.WriteBatch.decode(bytes);
  const batch: WriteBatch = {
    origin: unpackOrigin(message.origin),
    first: checkSequence(message.first),
    kinds: message.kinds as unknown as WriteKind[],
    accountIndices: message.accountIndices,
    accounts: message.accounts.map(unpackAccount),
    amounts: message.amountsMinor as number[],
    sessionIndices: message.sessionIndices,
    sessions: message.sessions.map((s) => ({ customer: (s.customer ?? '') as CustomerId, session: checkSequence(s.session) })),
    counters: message.counters as number[],
    counterparts: message.counterparts,
    labels: message.labels,
    origins: message.origins.map(unpackOrigin),
    dependencyAt: message.dependencyAt,
    dependencyOrigin: message.dependencyOrigin,
    dependencySequence: message.dependencySequence as number[],
    encoded: bytes,
  };
  check(batch);
  return batch;
}

/** Everything a replica relies on, so that a broken message stops here and not halfway through the ledger. */
function check(batch: WriteBatch): void {
  const rows = batch.kinds.length;
  require(batch.first >= 1 && rows >= 1, 'a batch has a first write');
  checkSequence(lastSequence(batch));
  for (const column of [batch.accountIndices, batch.amounts, batch.sessionIndices, batch.counters]) {
    require(column.length === rows, 'every column has an entry a write');
  }
  let counterparts = 0;
  let labels = 0;
  for (let i = 0; i < rows; i++) {
    const kind = batch.kinds[i] as WriteKind;
    require(kind >= WriteKind.open && kind <= WriteKind.grant, 'every write is of a known kind');
    require((batch.sessionIndices[i] as number) <= batch.sessions.length, 'a session index points into the table');
    checkSequence(batch.counters[i]);
    if (kind === WriteKind.open) {
      labels += 1;
      continue;
    }
    require(isAmount(batch.amounts[i] as number), 'every amount is from 1 to 2^53-1');
    require((batch.accountIndices[i] as number) < batch.accounts.length, 'an account index points into the table');
    if (kind === WriteKind.transfer) {
      require((batch.counterparts[counterparts++] ?? Infinity) < batch.accounts.length, 'a transfer names the account credited');
    } else if (kind === WriteKind.grant) {
      require(isBranchNumber(batch.counterparts[counterparts++] ?? 0), 'a grant names the branch that receives');
    }
  }
  require(counterparts === batch.counterparts.length && labels === batch.labels.length, 'no counterpart or label is left over');
  checkDependencies(batch);
}

function checkDependencies(batch: WriteBatch): void {
  const { dependencyAt, dependencyOrigin, dependencySequence } = batch;
  require(dependencyAt.length === dependencyOrigin.length &&
    dependencyAt.length === dependencySequence.length, 'every dependency has a place, an origin and a sequence');
  let previous = 0;
  for (let d = 0; d < dependencyAt.length; d++) {
    const at = dependencyAt[d] as number;
    require(at >= previous && at < batch.kinds.length, 'dependencies stand in the order of the writes');
    require((dependencyOrigin[d] as number) < batch.origins.length, 'a dependency names an origin of the table');
    checkSequence(dependencySequence[d]);
    previous = at;
  }
}

function require(condition: boolean, rule: string): void {
  if (!condition) throw new WireError(`a batch of writes breaks a rule: ${rule}`);
}

export function packAccountId(account: AccountId): { branch: number; nonce: number; sequence: number } {
  const parsed = parseAccount(account);
  if (!parsed) throw new WireError(`${JSON.stringify(account)} is not an account`);
  if ('founded' in parsed) return { branch: 0, nonce: 0, sequence: parsed.founded };
  const { origin, sequence } = parsed.opened;
  return { branch: branchOf(origin), nonce: nonceOf(origin), sequence };
}

interface AccountShape {
  branch?: number | null;
  nonce?: number | null;
  sequence?: number | null;
}

export function unpackAccount(packed: AccountShape | null | undefined): AccountId {
  const sequence = checkSequence(packed?.sequence);
  if (sequence === 0) throw new WireError('an account has a number or the write that opened it');
  if (!packed?.branch) return foundedAccount(sequence);
  return openedAccount({ origin: unpackOrigin(packed), sequence });
}
