import { createHash } from 'node:crypto';
import type { ServerUnaryCall, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import type { Branch } from '../core/branch.js';
import { type GuaranteeSet, guaranteeSet } from '../domain/guarantees.js';
import type { AccountId } from '../domain/ids.js';
import { viewVector } from '../domain/outcomes.js';
import { joinInto, type MutableVector } from '../domain/vector.js';
import { isOfCustomer, type LoggedWrite, type WriteBatch, WriteKind } from '../domain/writes.js';
import type { Driver } from '../driver/driver.js';
import type { Store } from '../driver/ports.js';
import { packError } from '../wire/errors.js';
import type { RequestContextShape } from '../wire/messages.js';
import { formatPageToken, type PageToken, parsePageToken } from '../wire/page-token.js';
import { packOrigin, packPassbook, packVector } from '../wire/vectors.js';
import { readWriteBatch } from '../wire/write-batch.js';
import { logged } from './log-reader.js';
import { readable } from './message-limit.js';
import { invalid, passbookAfter, Refused, readContext, reading } from './requests.js';
import { type Page, Statements } from './statements/statements.js';
import { readAccount } from './teller.js';
import type { TimeLimits } from './time-limits.js';

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
  private readonly statements: Statements;

  constructor(
    private readonly branch: Branch,
    private readonly driver: Driver,
    private readonly store: Store,
    private readonly limits: TimeLimits,
  ) {
    this.statements = new Statements(store);
  }

  getStatus(_call: ServerUnaryCall<object, object>, callback: sendUnaryData<object>): void {
    const { bankId, origin } = this.branch.config;
    callback(null, {
      bankId,
      origin: packOrigin(origin),
      members: [...this.branch.members],
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
      const request = readable(call.request);
      const context = readContext(this.branch, request.context);
      const account = readAccount('account', request.account);
      const token = request.pageToken ? readToken(request.pageToken, account) : undefined;
      const read: MutableVector = new Map(context.passbook?.read);
      if (token) joinInto(read, token.vector);
      this.driver.operate({
        operation: { kind: 'query', account },
        session: context.session,
        counter: 0,
        passbook: { written: context.passbook?.written ?? new Map(), read },
        guarantees: token ? ((context.guarantees | MONOTONIC_READS) as GuaranteeSet) : context.guarantees,
        acks: 'local',
        deadlineMs: this.limits.ofCall(call),
        reply: (outcome) => {
          const passbook = packPassbook(passbookAfter(this.branch, context, outcome));
          if (outcome.kind === 'refused') return callback(packError(outcome));
          if (outcome.kind !== 'balance') return callback(new Error('a query is answered with a balance'));
          const { credits, balance, view } = outcome;
          const first = { account, vector: viewVector(view), sums: { credits, debits: credits - balance } };
          const size = Math.min(request.pageSize || DEFAULT_ENTRIES, MOST_ENTRIES);
          this.statements
            .page(token ?? first, size, () => !call.cancelled)
            .then(
              (page) => callback(null, { passbook, vector: packVector((token ?? first).vector), ...pageShape(page, account) }),
              (error: Error) => callback(error instanceof Refused ? packError(error.refusal) : error),
            );
        },
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      callback(packError(error.refusal));
    }
  }

  private *batches(): Generator<WriteBatch> {
    for (const bytes of this.store.readAll()) yield readWriteBatch(bytes);
  }
}

const MONOTONIC_READS = guaranteeSet(['monotonic-reads']);

/** The token of an earlier page of the same account. */
function readToken(text: string, account: AccountId): PageToken {
  const token = reading('page_token', () => parsePageToken(text));
  if (token.account === account) return token;
  throw invalid('page_token', `the page token is of account ${token.account}, and the request of account ${account}`);
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

function pageShape({ entries, broughtForward, next }: Page, account: AccountId): object {
  return {
    entries: entries.map((write) => entryShape(write, account)),
    nextPageToken: next ? formatPageToken(next) : '',
    broughtForwardCreditsMinor: broughtForward?.credits.toString() ?? '',
    broughtForwardDebitsMinor: broughtForward?.debits.toString() ?? '',
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
