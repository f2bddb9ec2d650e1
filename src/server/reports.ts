import { createHash } from 'node:crypto';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { Branch } from '../core/branch.js';
import { type GuaranteeSet, guaranteeSet, has } from '../domain/guarantees.js';
import type { AccountId, OriginId } from '../domain/ids.js';
import { type Refusal, viewVector } from '../domain/outcomes.js';
import { NEW_SESSION } from '../domain/session.js';
import { join } from '../domain/vector.js';
import { type LoggedWrite, WriteKind } from '../domain/writes.js';
import type { Driver } from '../driver/driver.js';
import type { Store } from '../driver/ports.js';
import { packError } from '../wire/errors.js';
import type { RequestContextShape } from '../wire/messages.js';
import { formatPageToken, type PageToken, parsePageToken } from '../wire/page-token.js';
import { packOrigin, packPassbook, packVector, passbookText } from '../wire/vectors.js';
import { readable } from './message-limit.js';
import { invalid, passbookAfter, Refused, readContext, reading, type UnaryContext } from './requests.js';
import { Unwanted } from './statements/slices.js';
import { type Page, Statements } from './statements/statements.js';
import { readAccount } from './teller.js';
import type { TimeLimits } from './time-limits.js';
import { idShape, type ListWritesCall, listWrites } from './write-list.js';

const MOST_ENTRIES = 1000;
const DEFAULT_ENTRIES = 100;

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
    this.driver.look(() => this.status()).then((status) => callback(null, status), callback);
  }

  listWrites(call: ListWritesCall): void {
    listWrites(call, this.branch, this.driver, this.store).catch((error: Error) => {
      if (!(error instanceof Unwanted)) call.emit('error', error);
    });
  }

  /** A listing is a query whose vector the first page fixes: later pages, at any branch, wait for it and show no more. */
  listEntries(call: ServerUnaryCall<ListEntriesRequest, object>, callback: sendUnaryData<object>): void {
    try {
      const request = readable(call.request);
      const context = readContext(this.branch, 'query', request.context);
      const account = readAccount('account', request.account);
      const token = request.pageToken ? readToken(request.pageToken, account) : undefined;
      this.driver.operate({
        operation: { kind: 'query', account },
        session: context.session,
        counter: 0,
        ...(token ? whatShows(token, context) : { passbook: context.passbook, guarantees: context.guarantees }),
        acks: 'local',
        deadlineMs: this.limits.ofCall(call),
        reply: (outcome) => {
          const passbook = passbookAfter(this.branch, context, outcome);
          if (outcome.kind === 'refused')
            return callback(packError(token ? ofListing(outcome, context) : outcome, { passbook: passbookText(passbook) }));
          if (outcome.kind !== 'balance') return callback(new Error('a query is answered with a balance'));
          const { credits, balance, view } = outcome;
          const first = { account, vector: viewVector(view), sums: { credits, debits: credits - balance } };
          const size = Math.min(request.pageSize || DEFAULT_ENTRIES, MOST_ENTRIES);
          this.statements
            .page(token ?? first, size, () => !call.cancelled)
            .then(
              (page) =>
                callback(null, {
                  passbook: packPassbook(passbook),
                  vector: packVector((token ?? first).vector),
                  ...pageShape(page, account),
                }),
              (error: Error) => callback(error instanceof Refused ? packError(error.refusal) : error),
            );
        },
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      callback(packError(error.refusal));
    }
  }

  private status(): object {
    const { bankId, origin } = this.branch.config;
    return {
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
    };
  }
}

const MONOTONIC_READS = guaranteeSet(['monotonic-reads']);

/** The token of an earlier page of the same account. */
function readToken(text: string, account: AccountId): PageToken {
  const token = reading('page_token', () => parsePageToken(text));
  if (token.account === account) return token;
  throw invalid('page_token', `the page token is of account ${token.account}, and the request of account ${account}`);
}

/** What a later page asks for: all that the listing shows, and what the session has seen only if it wants to see that again. */
function whatShows({ vector }: PageToken, { passbook, guarantees }: UnaryContext) {
  const { written, read } = passbook ?? NEW_SESSION;
  const wanted = has(guarantees, 'monotonic-reads') ? join(read, vector) : vector;
  return { passbook: { written, read: wanted }, guarantees: (guarantees | MONOTONIC_READS) as GuaranteeSet };
}

/** Whoever has forgotten what is lost is not told of it once more: no passbook makes the token good again. */
function ofListing(outcome: Refusal, { passbook }: UnaryContext): Refusal {
  const { written, read } = passbook ?? NEW_SESSION;
  const isNamed = ([origin, cut]: [OriginId, number]) => [written, read].some((vector) => (vector.get(origin) ?? 0) > cut);
  if (!outcome.lost || [...outcome.lost].some(isNamed)) return outcome;
  return invalid('page_token', 'the listing shows writes that the bank has lost: begin it again').refusal;
}

function pageShape({ entries, broughtForward, next }: Page, account: AccountId): object {
  return {
    entries: entries.flatMap((write) => linesOf(write, account)),
    nextPageToken: next ? formatPageToken(next) : '',
    broughtForwardCreditsMinor: broughtForward?.credits.toString() ?? '',
    broughtForwardDebitsMinor: broughtForward?.debits.toString() ?? '',
  };
}

/** A line of the account; of a transfer to itself two, as it counts among what came in and among what went out. */
function linesOf(write: LoggedWrite, account: AccountId): object[] {
  const { kind, amountMinor, to } = write;
  if (kind !== WriteKind.transfer) return [lineOf(write, kind === WriteKind.withdraw ? -amountMinor : amountMinor)];
  const lines: object[] = [];
  if (write.account === account) lines.push({ ...lineOf(write, -amountMinor), otherAccount: to });
  if (to === account) lines.push({ ...lineOf(write, amountMinor), otherAccount: write.account });
  return lines;
}

function lineOf(write: LoggedWrite, amountMinor: number): object {
  return { writeId: idShape(write), kind: write.kind, amountMinor, customer: write.request?.customer ?? '' };
}
