import { createHash } from 'node:crypto';
import type { ServerUnaryCall, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import type { Branch } from '../core/branch.js';
import { type GuaranteeSet, guaranteeSet } from '../domain/guarantees.js';
import { viewVector } from '../domain/outcomes.js';
import { joinInto, type MutableVector, type VersionVector } from '../domain/vector.js';
import { isOfCustomer, type LoggedWrite, type WriteBatch, WriteKind } from '../domain/writes.js';
import type { Driver } from '../driver/driver.js';
import type { Store } from '../driver/ports.js';
import { packError } from '../wire/errors.js';
import { pb, type RequestContextShape } from '../wire/messages.js';
import { packOrigin, packPassbook, packVector, unpackVector } from '../wire/vectors.js';
import { decodeWriteBatch } from '../wire/write-batch.js';
import { entriesOf, logged } from './log-reader.js';
import { invalid, passbookAfter, Refused, readContext } from './requests.js';
import { deadlineOf, readAccount } from './teller.js';

const MOST_ENTRIES = 1000;
const DEFAULT_ENTRIES = 100;
/** Writes in one message of ListWrites. */
const WRITES_PER_MESSAGE = 500;

interface ListEntriesRequest {
  context?: RequestContextShape | null;
  account?: string;
  pageSize?: number;
  pageToken?: string;
}

/** What is read from the log and the ledger rather than decided by the core. */
export class Reports {
  constructor(
    private readonly branch: Branch,
    private readonly driver: Driver,
    private readonly store: Store,
  ) {}

  getStatus(_call: ServerUnaryCall<object, object>, callback: sendUnaryData<object>): void {
    const { bankId, origin, members } = this.branch.config;
    callback(null, {
      bankId,
      origin: packOrigin(origin),
      members: [...members].sort((a, b) => a - b),
      vector: packVector(this.branch.applied),
      parked: this.branch.parked,
      stateDigest: createHash('sha256').update(this.branch.serializeState()).digest('hex').slice(0, 16),
      accounts: this.branch.accounts().map(({ account, balance, allowance }) => ({
        account: account.id,
        label: account.label,
        balanceMinor: balance.toString(),
        allowanceMinor: allowance.toString(),
      })),
    });
  }

  listWrites(call: ServerWritableStream<{ customer?: string }, object>): void {
    const wanted = call.request.customer;
    let writes: object[] = [];
    for (const write of logged(this.batches(), this.branch.applied)) {
      if (wanted && !(isOfCustomer(write.kind) && write.request?.customer === wanted)) continue;
      writes.push({ ...loggedShape(write), position: this.branch.positionOf(write.id) });
      if (writes.length < WRITES_PER_MESSAGE) continue;
      call.write({ writes });
      writes = [];
    }
    if (writes.length > 0) call.write({ writes });
    call.end();
  }

  /** A listing is a query whose vector the first page fixes: later pages, at any branch, wait for it and show no more. */
  listEntries(call: ServerUnaryCall<ListEntriesRequest, object>, callback: sendUnaryData<object>): void {
    try {
      const request = call.request;
      const context = readContext(this.branch, request.context);
      const account = readAccount('account', request.account);
      const token = request.pageToken ? readToken(request.pageToken) : undefined;
      const read: MutableVector = new Map(context.passbook?.read);
      if (token) joinInto(read, token.vector);
      this.driver.operate({
        operation: { kind: 'query', account },
        session: context.session,
        counter: 0,
        passbook: { written: context.passbook?.written ?? new Map(), read },
        guarantees: token ? ((context.guarantees | MONOTONIC_READS) as GuaranteeSet) : context.guarantees,
        acks: 'local',
        deadlineMs: deadlineOf(call),
        reply: (outcome) => {
          const passbook = packPassbook(passbookAfter(this.branch, context, outcome));
          if (outcome.kind === 'refused') return callback(packError(outcome));
          const vector = token?.vector ?? viewVector(outcome.view);
          const size = Math.min(request.pageSize || DEFAULT_ENTRIES, MOST_ENTRIES);
          callback(null, { passbook, vector: packVector(vector), ...this.page(account, vector, token?.offset ?? 0, size) });
        },
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      callback(packError(error.refusal));
    }
  }

  private page(account: LoggedWrite['account'], vector: VersionVector, offset: number, size: number) {
    const entries = entriesOf(account, logged(this.batches(), vector));
    const last = offset + size >= entries.length;
    return {
      entries: entries.slice(offset, offset + size).map((write) => entryShape(write, account)),
      nextPageToken: last ? '' : writeToken({ vector, offset: offset + size }),
    };
  }

  private *batches(): Generator<WriteBatch> {
    for (const bytes of this.store.readAll()) yield decodeWriteBatch(bytes);
  }
}

const MONOTONIC_READS = guaranteeSet(['monotonic-reads']);

interface PageToken {
  readonly vector: VersionVector;
  readonly offset: number;
}

function writeToken({ vector, offset }: PageToken): string {
  return `${offset}.${Buffer.from(pb.VersionVector.encode(packVector(vector)).finish()).toString('base64url')}`;
}

function readToken(text: string): PageToken {
  const match = /^(\d{1,9})\.([A-Za-z0-9_-]*)$/.exec(text);
  if (!match) throw invalid('page_token', 'the page token is not one that a branch gave');
  try {
    const vector = unpackVector(pb.VersionVector.decode(Buffer.from(match[2] as string, 'base64url')));
    return { vector, offset: Number(match[1]) };
  } catch (error) {
    throw invalid('page_token', `the page token cannot be read: ${(error as Error).message}`);
  }
}

function idShape(write: LoggedWrite) {
  return { origin: packOrigin(write.id.origin), sequence: write.id.sequence };
}

function loggedShape(write: LoggedWrite): object {
  return {
    writeId: idShape(write),
    kind: write.kind,
    account: write.account,
    amountMinor: write.amountMinor,
    customer: write.request?.customer ?? '',
    ...(write.request && write.request.counter > 0
      ? { requestId: { session: write.request.session, counter: write.request.counter } }
      : {}),
  };
}

function entryShape(write: LoggedWrite, account: string): object {
  const debited = write.account === account;
  const out = write.kind === WriteKind.withdraw || (write.kind === WriteKind.transfer && debited);
  return {
    writeId: idShape(write),
    kind: write.kind,
    amountMinor: out ? -write.amountMinor : write.amountMinor,
    ...(write.kind === WriteKind.transfer ? { otherAccount: debited ? write.to : write.account } : {}),
    customer: write.request?.customer ?? '',
  };
}
