import { setTimeout as pass } from 'node:timers/promises';
import type { HistoryHeader } from '../../src/check/history/header.js';
import { HistoryWriter } from '../../src/check/history/writer.js';
import { Bank } from '../../src/client/bank.js';
import type { BranchWork, FaultKind } from '../../src/domain/history.js';
import type { BranchId, CustomerId } from '../../src/domain/ids.js';
import { equalVectors, joinInto, type MutableVector } from '../../src/domain/vector.js';
import { everywhere } from '../../src/scenario/settle.js';
import type { Told } from '../../src/server/process-messages.js';
import { Rng } from '../../src/std/rng.js';
import { type CustomerConfig, haveADay, refusedAfterwards } from './customers.js';
import type { BranchEnd, RoundRecord } from './judgement.js';
import { Machines } from './machines.js';
import { Network } from './network.js';
import { accountsOf, type Fault, type Line, type Plan, type PlannedFault } from './plan.js';

/** From the last fault until all branches agree; only ever used up by a bank that is broken. */
const CONVERGENCE_MS = 60_000;
/** What a customer sees of the bank once nothing is broken any more. */
const CALM_MS = 300;

/** Lets customers loose on real processes while real faults happen, and records what everyone saw. */
export async function playRound(plan: Plan): Promise<RoundRecord> {
  const network = Network.create(plan.branches);
  const round = new Round(plan, network);
  try {
    return await round.play();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${round.complaints.join('\n')}`, { cause: error });
  } finally {
    round.destroy();
    network.remove();
  }
}

class Round {
  private readonly startedAtMs = performance.now();
  private readonly lines: string[] = [];
  private readonly writer: HistoryWriter;
  readonly complaints: string[] = [];
  private readonly lost = new Set<BranchId>();
  private readonly lastUs = new Map<BranchId, number>();
  private machines: Machines | undefined;
  private bank: Bank | undefined;

  constructor(
    private readonly plan: Plan,
    private readonly network: Network,
  ) {
    const { branches, foundedMinor, seed } = plan;
    const header: HistoryHeader = { branches, foundedMinor, seed, complete: true };
    this.writer = new HistoryWriter(header, (line) => this.lines.push(line.trimEnd()));
  }

  async play(): Promise<RoundRecord> {
    const { plan, network, startedAtMs, lost } = this;
    this.machines = await Machines.start(network, {
      ...plan,
      onTold: (branch, told) => this.told(branch, told),
      onComplaint: (branch, text) => this.complaints.push(`branch ${branch}: ${text.trimEnd()}`),
    });
    const bank = new Bank({ branches: this.machines.addresses, startedAtMs });
    this.bank = bank;
    let isOver = false;
    const rng = new Rng(plan.seed);
    const accounts = accountsOf(plan);
    const hooks: CustomerConfig['hooks'] = {
      onInvocation: (operation) => this.writer.entry({ kind: 'invoked', operation }),
      onOperation: (operation) => this.writer.entry({ kind: 'completed', operation }),
    };
    const customers = Array.from({ length: plan.customers }, (_, i) =>
      haveADay({
        customer: String(i + 1) as CustomerId,
        bank,
        rng: rng.fork(),
        branches: plan.branches,
        accounts,
        hooks,
        lost,
        isOver: () => isOver,
      }),
    );
    for (const fault of plan.faults) await this.suffer(fault);
    this.say('faults-end', []);
    await pass(CALM_MS);
    isOver = true;
    await Promise.all(customers);
    const left = plan.branches.filter((branch) => !lost.has(branch));
    this.complaints.push(...(await refusedAfterwards({ bank, accounts, branches: left, hooks })));
    const ends = await this.converge(bank, left);
    bank.close();
    if (!(await this.machines.close())) this.complaints.push('a branch could not end by itself');
    // Behind all that the branches had still to tell.
    for (const { branch, vector, balances } of ends) this.work(branch, this.nowUs(), { kind: 'final', vector, balances });
    return { lines: this.lines, ends, lost: [...lost], complaints: this.complaints };
  }

  destroy(): void {
    this.bank?.close();
    this.machines?.destroy();
  }

  private async suffer({ shape, fault, forMs, restMs }: PlannedFault): Promise<void> {
    await this.begin(fault, shape, forMs);
    this.end(fault);
    await pass(restMs);
  }

  private async begin(fault: Fault, shape: string, forMs: number): Promise<void> {
    const machines = this.machines as Machines;
    switch (fault.kind) {
      case 'cut':
        if (fault.flapMs !== undefined) return this.flap(fault.lines, shape, forMs, fault.flapMs);
        this.cut(fault.lines, shape);
        return pass(forMs);
      case 'break':
        if (fault.areCut) this.cut(fault.lines, shape);
        return this.breakAgain(fault.lines, shape, forMs, fault.everyMs);
      case 'unplug':
        this.sayLines('cut', this.linesOf(fault.branch), shape);
        this.network.unplug(fault.branch);
        return pass(forMs);
      case 'pause':
        this.say('pause', fault.branches);
        for (const branch of fault.branches) machines.pause(branch);
        return pass(forMs);
      case 'kill':
        this.cut(
          fault.branches.flatMap((from) => fault.unheardBy.map((to): Line => [from, to])),
          shape,
        );
        await pass(forMs);
        await this.kill(fault.branches);
    }
  }

  private end(fault: Fault): void {
    if (fault.kind === 'pause') {
      for (const branch of fault.branches) this.machines?.resume(branch);
      return this.say('resume', fault.branches);
    }
    this.network.heal();
    this.say('heal', []);
  }

  private async flap(lines: readonly Line[], shape: string, forMs: number, flapMs: number): Promise<void> {
    for (let leftMs = forMs; leftMs > 0; leftMs -= 2 * flapMs) {
      this.cut(lines, shape);
      await pass(flapMs);
      this.network.heal();
      this.say('heal', []);
      await pass(flapMs);
    }
  }

  private async breakAgain(lines: readonly Line[], shape: string, forMs: number, everyMs: number): Promise<void> {
    for (let leftMs = forMs; leftMs > 0; leftMs -= everyMs) {
      this.sayLines('break-link', lines, shape);
      for (const [from, to] of lines) this.network.breakConnections(from, to);
      await pass(everyMs);
    }
  }

  private cut(lines: readonly Line[], detail: string): void {
    this.sayLines('cut', lines, detail);
    this.network.cut(lines);
  }

  /** What the branches had told nobody else is gone with them; customers learn that they will not come back. */
  private async kill(branches: readonly BranchId[]): Promise<void> {
    this.say('crash', branches, 'kill -9; the log was in memory');
    await Promise.all(branches.map((branch) => this.machines?.kill(branch)));
    for (const branch of branches) {
      this.lost.add(branch);
      this.bank?.lost(branch, 'its process was killed');
    }
  }

  private linesOf(branch: BranchId): Line[] {
    return this.plan.branches.flatMap((other): Line[] =>
      other === branch
        ? []
        : [
            [branch, other],
            [other, branch],
          ],
    );
  }

  /** Until the branches that are left have the same writes: asked with a passbook that names all, a branch answers when it has them. */
  private async converge(bank: Bank, left: readonly BranchId[]): Promise<BranchEnd[]> {
    const untilMs = performance.now() + CONVERGENCE_MS;
    for (;;) {
      const timeoutMs = untilMs - performance.now();
      const statuses = await Promise.all(left.map((branch) => bank.status(branch, { timeoutMs: Math.max(1000, timeoutMs) })));
      const all: MutableVector = new Map();
      for (const { vector } of statuses) joinInto(all, vector);
      const agree = statuses.every(({ vector, parked }) => parked === 0 && equalVectors(vector, all));
      if (agree || timeoutMs <= 0) break;
      await everywhere(bank, left, all, timeoutMs);
    }
    return Promise.all(left.map((branch) => this.endOf(bank, branch)));
  }

  private async endOf(bank: Bank, branch: BranchId): Promise<BranchEnd> {
    const { vector, stateDigest, accounts, parked } = await bank.status(branch);
    const balances = new Map(accounts.map(({ account, balanceMinor }) => [account, balanceMinor]));
    return { branch, vector, stateDigest, balances, parked, writes: await bank.writes(branch, { timeoutMs: 30_000 }) };
  }

  /* What is written down. */

  private told(branch: BranchId, told: readonly Told[]): void {
    const zeroMs = performance.timeOrigin + this.startedAtMs;
    for (const { atMs, work } of told) this.work(branch, Math.max(0, Math.floor((atMs - zeroMs) * 1000)), work);
  }

  /** The clocks of processes differ by a little, but the times of a branch do not go back. */
  private work(branch: BranchId, atUs: number, work: BranchWork): void {
    const notBackUs = Math.max(atUs, this.lastUs.get(branch) ?? 0);
    this.lastUs.set(branch, notBackUs);
    this.writer.entry({ kind: 'branch', event: { branch, atUs: notBackUs, ...work } });
  }

  private sayLines(fault: FaultKind, lines: readonly Line[], detail: string): void {
    for (const from of new Set(lines.map(([a]) => a))) {
      const to = lines.flatMap(([a, b]) => (a === from ? [b] : []));
      this.say(fault, [from], detail, to);
    }
  }

  private say(fault: FaultKind, branches: readonly BranchId[], detail?: string, to?: readonly BranchId[]): void {
    const event = { atUs: this.nowUs(), fault, branches, ...(to && { to }), ...(detail !== undefined && { detail }) };
    this.writer.entry({ kind: 'fault', event });
  }

  private nowUs(): number {
    return Math.floor((performance.now() - this.startedAtMs) * 1000);
  }
}
