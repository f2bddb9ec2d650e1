import { createHash } from 'node:crypto';
import {
  type AccountId,
  branchOf,
  type CustomerId,
  foundedAccount,
  isBranchNumber,
  nonceOf,
  type OriginId,
  openedAccount,
  parseAccount,
} from '../domain/ids.js';
import { isAmount } from '../domain/money.js';
import {
  finalReason,
  hasCounterpart,
  hasLabel,
  lastSequence,
  namesAccount,
  type WriteBatch,
  WriteKind,
} from '../domain/writes.js';
import { pb, WireError } from './messages.js';
import { checkSequence, packOrigin, unpackOrigin } from './vectors.js';

/** Of a SHA-256, what a batch keeps of the one before it. */
const DIGEST_BYTES = 16;

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
    sessions: batch.sessions.map(({ customer, session, settledBelow }) => ({ customer, session, settledBelow })),
    counters: batch.counters,
    counterparts: batch.counterparts,
    labels: batch.labels,
    origins: batch.origins.map(packOrigin),
    dependencyAt: batch.dependencyAt,
    dependencyOrigin: batch.dependencyOrigin,
    dependencySequence: batch.dependencySequence,
    followed: batch.followed,
    dependencyGrowth: batch.dependencyGrowth,
    previousDigest: Buffer.from(batch.previousDigest, 'hex'),
  }).finish();
}

/** The bytes of a new batch, and what the next one of its origin names it by. */
export function sealWriteBatch(batch: WriteBatch): { encoded: Uint8Array; digest: string } {
  const encoded = encodeWriteBatch(batch);
  return { encoded, digest: digestOf(encoded) };
}

/** What the next batch of the origin names this one by. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 2 * DIGEST_BYTES);
}

/** Reads and checks a batch; it keeps `bytes`, which must not be changed afterwards. */
export function decodeWriteBatch(bytes: Uint8Array): WriteBatch {
  return { ...readWriteBatch(bytes), digest: digestOf(bytes) };
}

/** The same without its digest, which takes a while and is for those only who put it into a log. */
export function readWriteBatch(bytes: Uint8Array): WriteBatch {
  const message = pb.WriteBatch.decode(bytes);
  const batch: WriteBatch = {
    origin: unpackOrigin(message.origin),
    first: checkSequence(message.first),
    kinds: message.kinds as unknown as WriteKind[],
    accountIndices: message.accountIndices,
    accounts: message.accounts.map(unpackAccount),
    amounts: message.amountsMinor as number[],
    sessionIndices: message.sessionIndices,
    sessions: message.sessions.map((session) => ({
      customer: (session.customer ?? '') as CustomerId,
      session: checkSequence(session.session),
      settledBelow: checkSequence(session.settledBelow),
    })),
    counters: message.counters as number[],
    counterparts: message.counterparts,
    labels: message.labels,
    origins: message.origins.map(unpackOrigin),
    dependencyAt: message.dependencyAt,
    dependencyOrigin: message.dependencyOrigin,
    dependencySequence: message.dependencySequence as number[],
    followed: checkSequence(message.followed),
    dependencyGrowth: message.dependencyGrowth as number[],
    previousDigest: Buffer.from(message.previousDigest).toString('hex'),
    encoded: bytes,
  };
  check(batch);
  return batch;
}

/** Everything a replica relies on, so that a broken message stops here and not halfway through the ledger. */
function check(batch: WriteBatch): void {
  const rows = batch.kinds.length;
  require(batch.first >= 1 && rows >= 1, 'a batch has a first write');
  const digestLength = batch.first === 1 ? 0 : 2 * DIGEST_BYTES;
  require(batch.previousDigest.length === digestLength, 'a batch names the one before it by its digest');
  checkSequence(lastSequence(batch));
  for (const column of [batch.accountIndices, batch.amounts, batch.sessionIndices, batch.counters]) {
    require(column.length === rows, 'every column has an entry a write');
  }
  let counterparts = 0;
  let labels = 0;
  for (let i = 0; i < rows; i++) {
    checkRow(batch, i);
    const kind = batch.kinds[i] as WriteKind;
    if (hasLabel(kind)) labels += 1;
    if (hasCounterpart(kind)) checkCounterpart(batch, kind, batch.counterparts[counterparts++]);
  }
  require(counterparts === batch.counterparts.length && labels === batch.labels.length, 'no counterpart or label is left over');
  checkDependencies(batch);
}

function checkRow(batch: WriteBatch, i: number): void {
  const kind = batch.kinds[i] as WriteKind;
  const [session, counter, amount] = [batch.sessionIndices[i] as number, batch.counters[i] as number, batch.amounts[i] as number];
  require(kind >= WriteKind.open && kind <= WriteKind.join, 'every write is of a known kind');
  require(session <= batch.sessions.length, 'a session index points into the table');
  checkSequence(counter);
  if (namesAccount(kind)) {
    require(isAmount(amount), 'every amount is from 1 to 2^53-1');
    require((batch.accountIndices[i] as number) < batch.accounts.length, 'an account index points into the table');
  } else if (kind === WriteKind.cede || kind === WriteKind.void) {
    require(session > 0 && counter > 0, 'a cession or void names a request');
  }
  if (kind === WriteKind.fence || kind === WriteKind.seal) require(amount < 2 ** 32, 'a nonce is below 2^32');
  if (kind === WriteKind.void) require(finalReason(amount) !== undefined, 'a void says why');
}

function checkCounterpart(batch: WriteBatch, kind: WriteKind, counterpart: number | undefined): void {
  if (kind === WriteKind.transfer)
    require((counterpart ?? Infinity) < batch.accounts.length, 'a transfer names the account credited');
  else require(isBranchNumber(counterpart ?? 0), 'a write that is about a branch names it');
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
  checkRanks(batch);
}

/** So that ranks are exact, and grow along the origin as they do along all dependencies that the batch names. */
function checkRanks(batch: WriteBatch): void {
  const { origins, dependencyOrigin, dependencySequence, dependencyGrowth } = batch;
  require(dependencyGrowth.length === dependencyOrigin.length, 'every dependency has a growth');
  const named = new Map<OriginId, number>();
  let before = 0;
  let grown = batch.followed;
  for (let d = 0; d < dependencyGrowth.length; d++) {
    const [sequence, growth] = [dependencySequence[d] as number, dependencyGrowth[d] as number];
    const origin = origins[dependencyOrigin[d] as number] as OriginId;
    require(growth >= 1 && growth <= sequence, 'a dependency grows, from 0 at the least');
    const known = named.get(origin);
    require(known === undefined || known + growth === sequence, 'a dependency grows from where the one before left it');
    if (known === undefined) before += sequence - growth;
    named.set(origin, sequence);
    grown += growth;
  }
  require(before <= batch.followed, 'what was followed before includes what the dependencies grow from');
  require(batch.first > 1 || batch.followed === 0, 'nothing was followed before the first write');
  checkSequence(grown + lastSequence(batch));
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
