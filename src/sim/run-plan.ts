import type { FaultEvent, HistoryEntry } from '../domain/history.js';
import type { CustomerId } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import { InvariantError } from '../std/assert.js';
import { Rng } from '../std/rng.js';
import { Auditor } from './auditor.js';
import { Breakage } from './breakage.js';
import { type CustomerEvent, Customers } from './customers.js';
import { isCalm } from './draw-plan.js';
import { HistoryTap } from './history-tap.js';
import type { Plan } from './plan.js';
import { Stamps } from './record.js';
import { RecoveriesOfBranches } from './recoveries/of-branches.js';
import { RecoveriesOfRequests } from './recoveries/of-requests.js';
import { RecoveriesOfWrites } from './recoveries/of-writes.js';
import { Tally } from './recoveries/pairs.js';
import { TraceHash } from './trace-hash.js';
import { Transcript } from './transcript.js';
import { Finding, insist } from './twin.js';
import { World } from './world.js';

export interface RunHooks {
  /** What customers, branches and whoever breaks things would have recorded, as it happens. */
  onEntry?(entry: HistoryEntry): void;
  /** Everything that happens, as lines of text. */
  onLine?(line: string): void;
}

export interface PlanOutcome {
  /** What must not happen and has; the run stopped there. */
  readonly failure?: Failure;
  /** How often each kind of answer and message was met, and each fault with each recovery. */
  readonly counts: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  /** Of everything that happened. */
  readonly traceHash: string;
  /** When nothing happened any more, in the simulated world. */
  readonly endMs: number;
}

export interface Failure {
  /** Its name, as in the registry of anomalies; `Assertion` for a broken invariant of the code, `Exception` for any other error. */
  readonly anomaly: string;
  readonly message: string;
  /** In the simulated world. */
  readonly atMs: number;
  readonly stack?: string;
}

const SLICES = 20;
/** More than any bank needs to come to rest; less would be a run without an end. */
const MAX_EVENTS = 300_000;
/** Refusals for which there has to be a fault, or a hurry. */
const OF_FAULTS = ['ACK_LEVEL_NOT_REACHED', 'SESSION_NOT_SATISFIED', 'ALLOWANCE_UNREACHABLE'];
/** The heir waits as long as it takes. */
const HEIR_TIMEOUT_MS = 600_000;

/** Runs a plan: the same plan, and the same code, always with the same outcome. */
export function runPlan(plan: Plan, hooks: RunHooks = {}): PlanOutcome {
  const run = new Run(plan, hooks);
  let failure: Failure | undefined;
  try {
    run.safety();
    run.liveness();
    run.drain();
  } catch (error) {
    failure = { ...describe(error as Error), atMs: run.world.timeline.nowMs };
  }
  run.flush();
  return {
    ...(failure && { failure }),
    counts: run.auditor.counts,
    pairs: run.tally.counts,
    traceHash: run.hash.toString(),
    endMs: run.world.timeline.nowMs,
  };
}

class Run {
  readonly world: World;
  readonly auditor: Auditor;
  readonly hash: TraceHash;
  readonly tally = new Tally();
  private readonly ofBranches: RecoveriesOfBranches;
  private readonly ofRequests: RecoveriesOfRequests;
  private readonly rng: Rng;
  private readonly customers: Customers;
  private readonly breakage: Breakage;
  private readonly transcript: Transcript | undefined;
  private readonly tap: HistoryTap | undefined;

  constructor(
    private readonly plan: Plan,
    private readonly hooks: RunHooks,
  ) {
    const { network, foundedMinor } = plan;
    this.world = new World({ ...network, ...plan, foundedMinor: foundedMinor.map(BigInt), observe: true });
    this.hash = new TraceHash(this.world);
    this.auditor = new Auditor(this.world, foundedMinor.map(BigInt), lateness(plan));
    this.ofBranches = new RecoveriesOfBranches(this.world, plan, this.tally);
    this.ofRequests = new RecoveriesOfRequests(this.world, this.tally);
    new RecoveriesOfWrites(this.world, this.tally);
    const stamps = new Stamps(this.world.timeline);
    this.tap = hooks.onEntry && new HistoryTap(this.world, stamps, hooks.onEntry);
    this.transcript = hooks.onLine && new Transcript(this.world);
    this.rng = new Rng(plan.seed).fork();
    this.breakage = new Breakage(this.world, plan, stamps, this.rng.fork(), (event) => this.fault(event));
    this.customers = new Customers(
      this.world,
      plan,
      this.rng.fork(),
      {
        onEntry: (entry) => hooks.onEntry?.(entry),
        onEvent: (event, ask, branch) => this.customerEvent(event, ask.customer, branch, ask.counter ?? 0),
      },
      stamps,
    );
  }

  /** Any fault at any time: nothing wrong is ever shown. */
  safety(): void {
    this.breakage.start();
    this.customers.start();
    for (let slice = 1; slice <= SLICES; slice++) {
      this.world.run((this.plan.faultsEndMs * slice) / SLICES, MAX_EVENTS);
      this.checkBranches();
      this.flush();
    }
  }

  /** Without faults the bank comes to rest, equal everywhere, and everyone is answered. */
  liveness(): void {
    this.customers.mend();
    this.breakage.end();
    this.world.run(Number.POSITIVE_INFINITY, MAX_EVENTS);
    insist(this.customers.isFinished, 'UnboundedWait', () => 'a customer still waits although nothing will happen any more');
    this.auditor.checkConverged();
    if (isCalm(this.plan))
      for (const reason of OF_FAULTS)
        insist(!this.auditor.reasons.has(reason), 'UnjustifiedRefusal', () => `${reason} although nothing was broken`);
    this.ofBranches.converged();
  }

  /** Whatever happened before, all the money of an account can be had at any branch. */
  drain(): void {
    const { twin } = this.auditor;
    const everything = () => twin.money(new Set(twin.writes.keys()));
    let counter = 0;
    for (const [account, { balance }] of everything()) {
      if (balance === 0n || balance > BigInt(Number.MAX_SAFE_INTEGER)) continue;
      const operation = { kind: 'withdraw', account, amount: Number(balance) as AmountMinor } as const;
      counter += 1;
      const ask = { operation, customer: 'heir' as CustomerId, counter, timeoutMs: HEIR_TIMEOUT_MS };
      const branch = this.rng.pick(this.world.members);
      this.tap?.began(branch, ask);
      const asked = this.world.operate(branch, ask, (answered) => this.tap?.ended(ask, answered));
      this.world.run(Number.POSITIVE_INFINITY, MAX_EVENTS);
      const answer = asked.outcome?.kind === 'refused' ? asked.outcome.reason : asked.outcome?.kind;
      insist(
        answer === 'written',
        'UnjustifiedRefusal',
        () => `the heir cannot have the ${balance} of account ${account}: ${answer}`,
      );
      insist(everything().get(account)?.balance === 0n, 'ConservationBreak', () => `account ${account} is not empty`);
    }
    this.auditor.checkConverged();
    this.tap?.final();
  }

  flush(): void {
    for (const line of this.transcript?.take() ?? []) this.hooks.onLine?.(line);
  }

  private checkBranches(): void {
    for (const member of this.world.members) this.auditor.checkBranch(member);
  }

  private fault(event: FaultEvent): void {
    this.hooks.onEntry?.({ kind: 'fault', event });
    this.transcript?.fault(event);
    this.ofBranches.fault(event);
    this.ofRequests.fault(event);
  }

  private customerEvent(event: CustomerEvent, customer: string, branch: number, counter: number): void {
    this.transcript?.customer(customer, branch, event);
    this.ofRequests.customer(event, customer, counter);
  }
}

/** How long after its deadline an answer may come, by a branch's clock: a few groups may be on their way to disk before it. */
function lateness(plan: Plan): number {
  const slowest = Math.max(
    plan.durableMs[1],
    ...plan.faults.map((fault) => (fault.kind === 'slow-disk' ? fault.durableMs[1] : 0)),
  );
  const fastest = Math.max(1, ...plan.clocks.map(({ rate }) => rate));
  return 4 * slowest * fastest + 1;
}

function describe(error: Error): Omit<Failure, 'atMs'> {
  if (error instanceof Finding) {
    const colon = error.message.indexOf(': ');
    return { anomaly: error.message.slice(0, colon), message: error.message.slice(colon + 2) };
  }
  const { message, stack = '' } = error;
  return { anomaly: error instanceof InvariantError ? 'Assertion' : 'Exception', message, stack };
}
