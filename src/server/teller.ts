import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { Branch } from '../core/branch.js';
import { type AccountId, foundedAccount, parseAccount } from '../domain/ids.js';
import { type AmountMinor, isAmount } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import { before, type Outcome, viewVector } from '../domain/outcomes.js';
import type { Passbook } from '../domain/session.js';
import type { Driver } from '../driver/driver.js';
import { checkLabel, unpackAcks } from '../wire/batch-requests.js';
import { packError } from '../wire/errors.js';
import type { RequestContextShape } from '../wire/messages.js';
import { packOrigin, packPassbook, packVector, passbookText } from '../wire/vectors.js';
import { readable } from './message-limit.js';
import { invalid, passbookAfter, Refused, readContext, reading, refusal, type UnaryContext } from './requests.js';
import type { TimeLimits } from './time-limits.js';

type Unary = ServerUnaryCall<UnaryRequest, object>;

/** The fields that unary requests of customers have, as far as each has them. */
interface UnaryRequest {
  context?: RequestContextShape | null;
  account?: string;
  fromAccount?: string;
  toAccount?: string;
  amountMinor?: number;
  wantAvailableMinor?: number;
  label?: string;
  ackLevel?: unknown;
}

/**
 * The unary calls: each becomes a request like those of the stream, so both
 * share one path through the core and one commit group.
 */
export class Teller {
  constructor(
    private readonly branch: Branch,
    private readonly driver: Driver,
    private readonly limits: TimeLimits,
  ) {}

  readonly handlers = {
    open: this.unary(({ label }) => ({ kind: 'open', label: reading('label', () => checkLabel(label)) })),
    query: this.unary(({ account, wantAvailableMinor = 0 }) => ({
      kind: 'query',
      account: readAccount('account', account),
      ...(wantAvailableMinor !== 0 && { wanted: readWanted(wantAvailableMinor) }),
    })),
    deposit: this.unary((request) => ({ kind: 'deposit', ...accountAndAmount('account', request.account, request) })),
    withdraw: this.unary((request) => ({ kind: 'withdraw', ...accountAndAmount('account', request.account, request) })),
    transfer: this.unary((request) => ({
      kind: 'transfer',
      ...accountAndAmount('from_account', request.fromAccount, request),
      to: readAccount('to_account', request.toAccount),
    })),
  };

  private unary(read: (request: UnaryRequest) => Operation) {
    return (call: Unary, callback: sendUnaryData<object>): void => {
      try {
        const request = readable(call.request);
        const operation = read(request);
        const context = readContext(this.branch, operation.kind, request.context);
        this.driver.operate({
          operation,
          session: context.session,
          counter: context.counter,
          home: context.home,
          passbook: context.passbook,
          guarantees: context.guarantees,
          acks: reading('ack_level', () => unpackAcks(request.ackLevel as number)),
          deadlineMs: this.limits.ofCall(call),
          reply: (outcome) => this.answer(context, outcome, callback),
        });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        callback(packError(error.refusal));
      }
    };
  }

  private answer(context: UnaryContext, outcome: Outcome, callback: sendUnaryData<object>): void {
    const passbook = passbookAfter(this.branch, context, outcome);
    if (outcome.kind === 'refused') callback(packError(outcome, { passbook: passbookText(passbook) }));
    else callback(null, response(outcome, passbook));
  }
}

function response(outcome: Exclude<Outcome, { kind: 'refused' }>, passbook: Passbook): object {
  if (outcome.kind === 'balance') {
    return {
      passbook: packPassbook(passbook),
      balanceMinor: outcome.balance.toString(),
      creditsMinor: outcome.credits.toString(),
      debitsMinor: (outcome.credits - outcome.balance).toString(),
      availableMinor: outcome.available.toString(),
      vector: packVector(viewVector(outcome.view)),
    };
  }
  return {
    passbook: packPassbook(passbook),
    writeId: { origin: packOrigin(outcome.view.origin), sequence: outcome.view.own },
    before: packVector(before(outcome.view)),
    ...(outcome.account ? { account: outcome.account } : {}),
  };
}

export function readAccount(field: string, text: string | undefined): AccountId {
  if (!text) return foundedAccount(1);
  if (!parseAccount(text)) throw new Refused(refusal('INVALID_REQUEST', `${JSON.stringify(text)} is not an account`, { field }));
  return text as AccountId;
}

function readWanted(amount: number): AmountMinor {
  if (isAmount(amount)) return amount;
  throw invalid('want_available_minor', `${amount} is not an amount: it has to be from 1 to 2^53-1 minor units`);
}

function accountAndAmount(field: string, account: string | undefined, request: UnaryRequest) {
  const amount = request.amountMinor ?? 0;
  if (!isAmount(amount)) {
    const message = `${amount} is not an amount: it has to be from 1 to 2^53-1 minor units`;
    throw new Refused(refusal('INVALID_AMOUNT', message, { field: 'amount_minor' }));
  }
  return { account: readAccount(field, account), amount };
}
