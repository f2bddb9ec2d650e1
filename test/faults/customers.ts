import { setTimeout as pass } from 'node:timers/promises';
import type { Bank } from '../../src/client/bank.js';
import type { OperationOptions, Reply, Session } from '../../src/client/session.js';
import { ALL_GUARANTEES, GUARANTEES, type GuaranteeSet, guaranteeSet } from '../../src/domain/guarantees.js';
import type { AccountId, BranchId, CustomerId } from '../../src/domain/ids.js';
import type { Rng } from '../../src/std/rng.js';
import type { Hooks } from './recording.js';

/** Amounts have at least 32 random bits: two sums of different writes are then hardly ever equal. */
const AMOUNTS = [2 ** 32, 2 ** 34] as const;
const LONGEST_THOUGHT_MS = 25;
/** Only ever used up by a bank that is broken. */
const PATIENCE_MS = 30_000;

export interface CustomerConfig {
  readonly customer: CustomerId;
  readonly bank: Bank;
  readonly rng: Rng;
  readonly branches: readonly BranchId[];
  /** Two at least. */
  readonly accounts: readonly AccountId[];
  readonly hooks: Hooks;
  /** Branches whose process is gone for good. */
  readonly lost: ReadonlySet<BranchId>;
  /** Of branches that come back, some are asked again and again, under the same id: the same one, or others. */
  readonly isPersistent?: boolean;
  readonly isOver: () => boolean;
}

/** Goes from branch to branch, with what it does there drawn from its seed, until it is told that the day is over. */
export async function haveADay(config: CustomerConfig): Promise<void> {
  const { rng, branches, accounts, lost, isOver } = config;
  let session = newSession(config);
  const beside: Promise<Reply>[] = [];
  await payInAndLook(session, config);
  while (!isOver()) {
    const branch = rng.pick(branches);
    const isConcurrent = rng.chance(0.1);
    const reply = doSomething(session, branch, accounts, rng, { ...drawPatience(config), concurrent: isConcurrent });
    if (isConcurrent) beside.push(reply);
    // Sooner or later a customer goes home and comes back with nothing in its hands.
    else if (isHopeless(await reply, lost) || rng.chance(0.02)) session = newSession(config);
    await pass(rng.integer(0, LONGEST_THOUGHT_MS));
  }
  await Promise.all(beside);
}

/** How every day begins, so that also a short one on a busy machine has something to be judged. */
async function payInAndLook(session: Session, { rng, branches, accounts }: CustomerConfig): Promise<void> {
  const [branch, account] = [rng.pick(branches), rng.pick(accounts)];
  const options = { guarantees: ALL_GUARANTEES, timeoutMs: PATIENCE_MS };
  await session.deposit(branch, account, rng.integer(...AMOUNTS), options);
  await session.query(rng.pick(branches), account, options);
}

/**
 * When nothing is broken any more, whoever is patient is served: what is paid in at
 * every branch is seen at every branch, and can be paid out at one, which has to ask
 * the others for it. Tells who was not served.
 */
export async function refusedAfterwards({ bank, accounts, branches, hooks }: LastConfig): Promise<string[]> {
  const [account] = accounts as [AccountId];
  const [branch] = branches as [BranchId];
  const [amount] = AMOUNTS;
  const session = bank.session({ customer: 'the last one' as CustomerId, timeoutMs: PATIENCE_MS, ...hooks });
  const all = (ask: (branch: BranchId) => Promise<Reply>) => Promise.all(branches.map(ask));
  const replies = [
    ...(await all((branch) => session.deposit(branch, account, amount, { concurrent: true }))),
    ...(await all((branch) => session.query(branch, account, { concurrent: true }))),
    await session.withdraw(branch, account, amount * branches.length),
  ];
  return replies.flatMap((reply) =>
    reply.kind === 'refused' ? [`with nothing broken any more, ${session.customer} was refused: ${reply.message}`] : [],
  );
}

type LastConfig = Pick<CustomerConfig, 'bank' | 'accounts' | 'branches' | 'hooks'>;

/** One of several of its customer. Most ask for everything, some for a single guarantee, and the judges hold the bank to just that. */
function newSession({ customer, bank, rng, hooks }: CustomerConfig): Session {
  return bank.session({ customer, guarantees: drawGuarantees(rng), ...hooks });
}

function drawGuarantees(rng: Rng): GuaranteeSet {
  return rng.chance(0.7) ? ALL_GUARANTEES : guaranteeSet([rng.pick(GUARANTEES).name]);
}

/** Its passbook may name a write that nobody has any more: then no branch can ever serve it, and it says so. */
function isHopeless(reply: Reply, lost: ReadonlySet<BranchId>): boolean {
  return lost.size > 0 && reply.kind === 'refused' && reply.reason === 'SESSION_NOT_SATISFIED';
}

function drawPatience({ rng, isPersistent = false }: CustomerConfig): OperationOptions {
  const acks = rng.chance(0.1) ? rng.pick(['majority', 'all'] as const) : 'local';
  if (isPersistent && rng.chance(0.4)) return { acks, timeoutMs: PATIENCE_MS, failover: rng.chance(0.3) };
  return { acks, timeoutMs: rng.integer(200, 1200) };
}

function doSomething(
  session: Session,
  branch: BranchId,
  accounts: readonly AccountId[],
  rng: Rng,
  options: OperationOptions,
): Promise<Reply> {
  const [account, other] = rng.shuffled(accounts) as [AccountId, AccountId];
  const what = rng.fraction();
  if (what < 0.35) return session.query(branch, account, options);
  const amount = rng.integer(...AMOUNTS);
  if (what < 0.6) return session.deposit(branch, account, amount, options);
  if (what < 0.85) return session.withdraw(branch, account, amount, options);
  return session.transfer(branch, account, other, amount, options);
}
