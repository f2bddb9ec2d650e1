import { setTimeout as pass } from 'node:timers/promises';
import { Bank } from '../../src/client/bank.js';
import type { FaultKind } from '../../src/domain/history.js';
import type { BranchId, CustomerId } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';
import { haveADay, refusedAfterwards } from './customers.js';
import { endsOf } from './ends.js';
import type { RoundRecord } from './judgement.js';
import { Machines } from './machines.js';
import { Network } from './network.js';
import { accountsOf, type Fault, type Line, type Plan, type PlannedFault } from './plan.js';
import { Recording } from './recording.js';

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
  private readonly recording: Recording;
  readonly complaints: string[] = [];
  private readonly lost = new Set<BranchId>();
  private machines: Machines | undefined;
  private bank: Bank | undefined;

  constructor(
    private readonly plan: Plan,
    private readonly network: Network,
  ) {
    const { branches, foundedMinor, seed } = plan;
    this.recording = new Recording({ branches, foundedMinor, seed, complete: true });
  }

  async play(): Promise<RoundRecord> {
    const { plan, network, recording, lost } = this;
    const { hooks, startedAtMs } = recording;
    this.machines = await Machines.start(network, {
      ...plan,
      onTold: (branch, told) => recording.told(branch, told),
      onComplaint: (branch, text) => this.complaints.push(`branch ${branch}: ${text.trimEnd()}`),
    });
    const bank = new Bank({ branches: this.machines.addresses, startedAtMs });
    this.bank = bank;
    let isOver = false;
    const rng = new Rng(plan.seed);
    const accounts = accountsOf(plan);
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
    this.recording.fault('faults-end', []);
    await pass(CALM_MS);
    isOver = true;
    await Promise.all(customers);
    const left = plan.branches.filter((branch) => !lost.has(branch));
    this.complaints.push(...(await refusedAfterwards({ bank, accounts, branches: left, hooks })));
    const ends = await endsOf(bank, left);
    bank.close();
    if (!(await this.machines.close())) this.complaints.push('a branch could not end by itself');
    // Behind all that the branches had still to tell.
    for (const { branch, vector, balances } of ends) recording.work(branch, { kind: 'final', vector, balances });
    return { lines: recording.lines, ends, lost: [...lost], complaints: this.complaints };
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
        this.recording.fault('pause', fault.branches);
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
      return this.recording.fault('resume', fault.branches);
    }
    this.network.heal();
    this.recording.fault('heal', []);
  }

  private async flap(lines: readonly Line[], shape: string, forMs: number, flapMs: number): Promise<void> {
    for (let leftMs = forMs; leftMs > 0; leftMs -= 2 * flapMs) {
      this.cut(lines, shape);
      await pass(flapMs);
      this.network.heal();
      this.recording.fault('heal', []);
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
    this.recording.fault('crash', branches, 'kill -9; the log was in memory');
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

  private sayLines(fault: FaultKind, lines: readonly Line[], detail: string): void {
    for (const from of new Set(lines.map(([a]) => a))) {
      const to = lines.flatMap(([a, b]) => (a === from ? [b] : []));
      this.recording.fault(fault, [from], detail, to);
    }
  }
}
