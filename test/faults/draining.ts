/** An account that customers at several branches empty, again and again, while branches are killed and stand still. */
import { setTimeout as pass } from 'node:timers/promises';
import { Bank } from '../../src/client/bank.js';
import type { Reply, Session } from '../../src/client/session.js';
import { type BranchId, branchId, type CustomerId, foundedAccount } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';
import { closeDay } from './closing.js';
import { endsOf } from './ends.js';
import type { RoundRecord } from './judgement.js';
import { Recording } from './recording.js';
import { ServedBank } from './served-bank.js';

const BRANCHES = [1, 2, 3].map(branchId);
const ACCOUNT = foundedAccount(1);
const CUSTOMERS = 8;
const FOUNDED = 2n ** 38n;
/** What is paid in when a round begins, at each branch. */
const TIDE = 2 ** 36;
const AMOUNTS = [2 ** 32, 2 ** 34] as const;
/** A customer gives up when it was told so often in a round that there is no money. */
const ENOUGH_REFUSALS = 3;
const MOST_ATTEMPTS = 300;
const HASTE_MS = 1_000;
/** Only ever used up by a bank that is broken. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 20;
const LONGEST_TROUBLE_MS = 500;

/** Drains the account so many times, the last time to nothing. */
export async function playDraining(seed: number, rounds: number): Promise<RoundRecord> {
  const foundedMinor = [FOUNDED];
  const recording = new Recording({ branches: BRANCHES, foundedMinor, seed, complete: true });
  const served = await ServedBank.found({ branches: BRANCHES, foundedMinor });
  const bank = new Bank({ branches: served.addresses, startedAtMs: recording.startedAtMs });
  const rng = new Rng(seed);
  let watch: Watch | undefined;
  try {
    await served.start(...BRANCHES);
    const sessions = Array.from({ length: CUSTOMERS }, (_, i) =>
      bank.session({ customer: String(i + 1) as CustomerId, ...recording.hooks }),
    );
    watch = new Watch(bank);
    for (let round = 0; round < rounds; round++) {
      const drained = sessions.map((session) => drain(session, rng.fork()));
      const allDrained = Promise.all(drained);
      // There may be fewer answers than the trouble would wait for.
      await Promise.race([recording.answered(rng.integer(1, 4 * CUSTOMERS)), allDrained]);
      await trouble(served, recording, rng.fork());
      await allDrained;
      if (round + 1 < rounds) await flood(sessions[0] as Session);
    }
    recording.fault('faults-end', []);
    await endsOf(bank, BRANCHES);
    const complaints = await takeAllAtEach(bank.session({ customer: 'the last one' as CustomerId, ...recording.hooks }));
    const record = await closeDay({ served, bank, recording }, [...complaints, ...(await watch.end())]);
    return { ...record, complaints: [...record.complaints, ...left(record)] };
  } finally {
    bank.close();
    await watch?.end();
    await served.destroy();
  }
}

function left({ ends }: RoundRecord): string[] {
  return ends.flatMap(({ branch, balances }) => {
    const balance = balances.get(ACCOUNT);
    return balance === 0n ? [] : [`in the end branch ${branch} holds ${balance}, when all was taken`];
  });
}

async function drain(session: Session, rng: Rng): Promise<void> {
  let refusals = 0;
  for (let attempt = 0; refusals < ENOUGH_REFUSALS && attempt < MOST_ATTEMPTS; attempt++) {
    const reply = await session.withdraw(rng.pick(BRANCHES), ACCOUNT, rng.integer(...AMOUNTS), { timeoutMs: HASTE_MS });
    if (!reply.ok && reply.reason === 'INSUFFICIENT_FUNDS') refusals += 1;
  }
}

/** Everybody begins with something to take, wherever it goes first. */
async function flood(session: Session): Promise<void> {
  const options = { concurrent: true, timeoutMs: PATIENCE_MS };
  await Promise.all(BRANCHES.map((branch) => session.deposit(branch, ACCOUNT, TIDE, options)));
}

async function trouble(served: ServedBank, recording: Recording, rng: Rng): Promise<void> {
  const branch = rng.pick(BRANCHES);
  const isKilled = rng.chance(0.6);
  if (isKilled) await served.kill(branch);
  else served.process(branch).signal('SIGSTOP');
  recording.fault(isKilled ? 'crash' : 'pause', [branch]);
  await pass(rng.integer(0, LONGEST_TROUBLE_MS));
  recording.fault(isKilled ? 'restart' : 'resume', [branch]);
  if (isKilled) await served.start(branch);
  else served.process(branch).signal('SIGCONT');
}

/** Whichever branch one customer goes to, it takes all that there is at all of them; tells what is wrong. */
async function takeAllAtEach(session: Session): Promise<string[]> {
  const complaints = await takeTheRest(session, BRANCHES[0] as BranchId);
  for (const branch of BRANCHES.slice(1)) {
    await flood(session);
    complaints.push(...(await takeTheRest(session, branch)));
  }
  return complaints;
}

async function takeTheRest(session: Session, at: BranchId): Promise<string[]> {
  const options = { timeoutMs: PATIENCE_MS };
  let seen: Reply | undefined;
  for (const branch of BRANCHES) seen = await session.query(branch, ACCOUNT, options);
  if (seen?.kind !== 'balance') return [`the last one was not told what there is: ${JSON.stringify(seen)}`];
  const taken = await session.withdraw(at, ACCOUNT, Number(seen.balance), options);
  return taken.ok ? [] : [`the last one was refused ${seen.balance} at branch ${at}: ${taken.message}`];
}

/** Looks at every branch all the time: whatever is shown is never below zero. */
class Watch {
  private readonly complaints = new Set<string>();
  private isOver = false;
  private looks = 0;
  private readonly looking: Promise<unknown>;

  constructor(private readonly bank: Bank) {
    this.looking = Promise.all(BRANCHES.map((branch) => this.look(branch)));
  }

  async end(): Promise<readonly string[]> {
    this.isOver = true;
    await this.looking;
    if (this.looks === 0) this.complaints.add('nobody ever showed what it has');
    return [...this.complaints];
  }

  private async look(branch: BranchId): Promise<void> {
    while (!this.isOver) {
      // One that is down has nothing to show.
      const status = await this.bank.status(branch, { timeoutMs: HASTE_MS }).catch(() => undefined);
      if (status) this.looks += 1;
      for (const { account, balanceMinor, allowanceMinor } of status?.accounts ?? []) {
        if (balanceMinor >= 0n && allowanceMinor >= 0n) continue;
        this.complaints.add(`branch ${branch} shows ${balanceMinor} on account ${account}, and may pay out ${allowanceMinor}`);
      }
      await pass(LOOK_EVERY_MS);
    }
  }
}
