import { type BranchId, openedAccount } from '../domain/ids.js';
import type { OperationKind } from '../domain/operations.js';
import { type Balance, type Refusal, viewVector } from '../domain/outcomes.js';
import type { StreamedOutcome } from '../wire/batch-results.js';
import type { BalanceReply, RefusedReply, Reply, WrittenReply } from './reply.js';

/** An answer as its customer gets it. */
export function replyTo(kind: OperationKind, outcome: StreamedOutcome, branch: BranchId): Reply {
  switch (outcome.kind) {
    case 'balance':
      return balanceReply(outcome, branch);
    case 'refused':
      return refused(outcome, branch);
    case 'written': {
      const { view } = outcome;
      const id = { origin: view.origin, sequence: view.own };
      const reply: WrittenReply = { ok: true, kind: 'written', id, branch, view };
      return kind === 'open' ? { ...reply, account: openedAccount(id) } : reply;
    }
  }
}

export function refused(refusal: Refusal, branch: BranchId): RefusedReply {
  return { ...refusal, ok: false, final: refusal.final ?? false, branch };
}

function balanceReply({ balance, credits, available, view }: Balance, branch: BranchId): BalanceReply {
  return {
    ok: true,
    kind: 'balance',
    balance,
    credits,
    debits: credits - balance,
    available,
    branch,
    // Made when somebody looks: hardly anybody does.
    get vector() {
      return viewVector(view);
    },
    view,
  };
}
