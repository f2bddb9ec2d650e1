import { expect, test } from 'vitest';
import type { AmountMinor } from '../domain/money.js';
import { Auditor } from '../sim/auditor.js';
import { Transcript } from '../sim/transcript.js';
import { drawPlan, Workload } from '../sim/workload.js';
import { World } from '../sim/world.js';
import { Rng } from '../std/rng.js';

/** SEED=n runs one seed, SEEDS=n that many from 1. */
const FIRST = Number(process.env.SEED ?? 1);
const LAST = process.env.SEED ? FIRST : Number(process.env.SEEDS ?? 400);
/** TRACE=1 prints all that happened in a seed that fails. */
const TRACE = process.env.TRACE !== undefined;
/** COUNTS=1 prints how often each kind of answer and message was met. */
const COUNTS = process.env.COUNTS !== undefined;
const SLICES = 20;
/** Refusals for which there has to be a fault, or a hurry. */
const OF_FAULTS = ['ACK_LEVEL_NOT_REACHED', 'SESSION_NOT_SATISFIED', 'ALLOWANCE_UNREACHABLE'];

const MUST_HAPPEN = [
  ...['query: balance', 'deposit: written', 'withdraw: written', 'transfer: written', 'open: written'],
  ...['withdraw', 'transfer'].flatMap((kind) => [`${kind}: INSUFFICIENT_FUNDS`, `${kind}: ALLOWANCE_UNREACHABLE`]),
  ...['query', 'deposit', 'withdraw', 'transfer', 'open'].map((kind) => `${kind}: SESSION_NOT_SATISFIED`),
  ...['deposit', 'withdraw', 'transfer', 'open'].map((kind) => `${kind}: ACK_LEVEL_NOT_REACHED`),
  ...['written', 'INSUFFICIENT_FUNDS', 'ACK_LEVEL_NOT_REACHED', 'REQUEST_ID_REUSED', 'REQUEST_SETTLED'].map(
    (answer) => `retry: ${answer}`,
  ),
  ...['hello', 'writes', 'progress', 'fetch', 'allowance-request', 'allowance-reply'].map((message) => `sent: ${message}`),
];

class Run {
  private readonly rng: Rng;
  private readonly plan;
  private readonly world: World;
  readonly auditor: Auditor;
  readonly transcript: Transcript | undefined;
  private readonly workload: Workload;

  constructor(seed: number) {
    this.rng = new Rng(seed);
    this.plan = drawPlan(this.rng);
    this.world = new World({ ...this.plan, seed, observe: TRACE });
    this.transcript = TRACE ? new Transcript(this.world) : undefined;
    this.auditor = new Auditor(this.world, this.plan.foundedMinor, 4 * this.plan.durableMs[1]);
    const everything = () => this.auditor.twin.money(new Set(this.auditor.twin.writes.keys()));
    this.workload = new Workload(this.world, this.plan, this.rng.fork(), (account) => everything().get(account)?.balance ?? 0n);
  }

  /** Any fault at any time: nothing wrong is ever shown. */
  safety(): void {
    this.workload.start();
    for (let slice = 1; slice <= SLICES; slice++) {
      this.world.run((this.plan.faultsUntilMs * slice) / SLICES);
      this.checkBranches();
    }
  }

  /** Without faults the bank comes to rest, equal everywhere, and everyone is answered. */
  liveness(): void {
    this.world.heal();
    this.world.run();
    expect(this.workload.isFinished).toBe(true);
    this.auditor.checkConverged();
    if (this.plan.isCalm) for (const reason of OF_FAULTS) expect(this.auditor.reasons.get(reason), reason).toBeUndefined();
  }

  /** Whatever happened before, all the money of an account can be had at any branch. */
  drain(): void {
    const { twin } = this.auditor;
    for (const [account, { balance }] of twin.money(new Set(twin.writes.keys()))) {
      if (balance === 0n) continue;
      const operation = { kind: 'withdraw', account, amount: Number(balance) as AmountMinor } as const;
      const asked = this.world.operate(this.rng.pick(this.world.members), { operation, customer: 'heir', timeoutMs: 600_000 });
      this.world.run();
      expect(asked.outcome?.kind).toBe('written');
    }
    this.auditor.checkConverged();
    for (const { balance } of twin.money(new Set(twin.writes.keys())).values()) expect(balance).toBe(0n);
  }

  private checkBranches(): void {
    for (const member of this.world.members) this.auditor.checkBranch(member);
  }
}

test(`every invariant holds for seeds ${FIRST} to ${LAST}`, { timeout: 600_000 }, () => {
  const counts = new Map<string, number>();
  for (let seed = FIRST; seed <= LAST; seed++) {
    const run = new Run(seed);
    try {
      run.safety();
      run.liveness();
      run.drain();
    } catch (cause) {
      if (run.transcript) process.stderr.write(`${run.transcript.take().join('\n')}\n`);
      const again = `SEED=${seed} TRACE=1 npx vitest run src/core/branch.property.test.ts`;
      throw new Error(`seed ${seed}: ${(cause as Error).message}\nagain, with all that happened: ${again}`, { cause });
    }
    for (const [what, count] of run.auditor.counts) counts.set(what, (counts.get(what) ?? 0) + count);
  }
  const lines = [...counts].sort().map(([what, count]) => `${count} ${what}\n`);
  if (COUNTS) process.stderr.write(lines.join(''));
  // What never happens is not tested.
  if (LAST - FIRST >= 300) for (const what of MUST_HAPPEN) expect(counts.get(what) ?? 0, what).toBeGreaterThan(10);
});
