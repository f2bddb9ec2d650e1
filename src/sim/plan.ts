/**
 * A run of the simulated bank as a value: who does what where and when, and what
 * breaks. A plan can be written to a file, made smaller and run again; with its
 * seed, which decides what is left open here (each delay, which message is lost),
 * it goes the same way every time:
 *
 *   drawPlan(seed)                        what a seed stands for (draw-plan.ts)
 *   runPlan(plan, { onEntry, onLine })    what comes of it (run-plan.ts)
 *   readPlan(text), formatPlan(plan)      as a file (plan-json.ts)
 *
 * Everything is JSON. Branches, customers, steps and accounts are numbered from
 * 1, times are whole milliseconds of the simulated world, money is in minor
 * units. A field may be added; what a field means does not change.
 */
export interface Plan {
  /** What is wrong with the bank if the plan fails, or was; for people. */
  readonly note?: string;
  readonly seed: number;
  readonly branches: number;
  /** Balances of the accounts 1, 2, … */
  readonly foundedMinor: readonly number[];
  readonly network: NetworkPlan;
  readonly customerLine: CustomerLine;
  /** How long a group of writes takes to become durable. */
  readonly durableMs: RangeMs;
  /** How long branches wait for an answer of another before they do something about it. */
  readonly patienceMs: number;
  /** Clocks of the branches, in their order; where there is none, one that shows the time of the world. */
  readonly clocks: readonly ClockPlan[];
  readonly customers: readonly CustomerPlan[];
  readonly faults: readonly Fault[];
  /** From here on nothing is broken any more: all is healed, and everyone restarted. */
  readonly faultsEndMs: number;
}

/** From the least to the most, both included. */
export type RangeMs = readonly [number, number];

export interface NetworkPlan {
  /** What a message between branches takes, one way. */
  readonly delayMs: RangeMs;
  /** What opening a link takes, or noticing that it broke. */
  readonly linkMs: RangeMs;
  /** How much later a link is opened that nobody waits for. */
  readonly unhurriedMs: RangeMs;
}

/** Between a customer and a branch. */
export interface CustomerLine {
  readonly delayMs: RangeMs;
  /** How often a request is lost, and how often an answer; until the faults end. */
  readonly loss: number;
}

export interface ClockPlan {
  readonly originMs: number;
  /** How much it shows to have passed for each millisecond that has. */
  readonly rate: number;
}

/** One customer with one session. */
export interface CustomerPlan {
  readonly steps: readonly Step[];
}

export interface Step {
  readonly operation: StepOperation;
  readonly branch: number;
  readonly guarantees: readonly ('read-your-writes' | 'monotonic-reads' | 'monotonic-writes' | 'writes-follow-reads')[];
  readonly acks: 'local' | 'majority' | 'all';
  /** How long the branch may take; the customer waits a little longer for the answer. */
  readonly timeoutMs: number;
  /** A pause before it. */
  readonly thinkMs: number;
  /** How often it is sent again, with the same request id, when no answer comes or it is refused for now. */
  readonly retries: number;
  /** It is sent again to any branch, which is told that `branch` was the first. */
  readonly elsewhere?: true;
  /** Whether the passbook is shown. */
  readonly passbook: boolean;
  /** Whether it has a request id; without one it is never sent again. */
  readonly requestId: boolean;
  /** The customer says that nothing before this step will be asked again. */
  readonly settles?: true;
  /** Begins without waiting for the end of the step before. */
  readonly concurrent?: true;
  /** Begins only when that step of that customer has ended. */
  readonly after?: StepName;
  /** A confused customer: sends this under the request id of that own, earlier step, if it was done; else nothing. */
  readonly reuses?: number;
}

export interface StepName {
  readonly customer: number;
  readonly step: number;
}

export type StepOperation =
  | { readonly kind: 'open'; readonly label: string }
  /** Perhaps one that brings money along. */
  | { readonly kind: 'query'; readonly account: AccountName; readonly wantedMinor?: number }
  | { readonly kind: 'deposit' | 'withdraw'; readonly account: AccountName; readonly amountMinor: number }
  | { readonly kind: 'transfer'; readonly account: AccountName; readonly to: AccountName; readonly amountMinor: number };

/** A founded account by its number, or the one that a step opened: if it did not, one that nobody knows. */
export type AccountName = number | StepName;

/** From one branch to another, one way. */
export type Line = readonly [number, number];

interface Timed {
  readonly atMs: number;
  readonly forMs: number;
}

/** What breaks. Whatever is still broken when the faults end is mended then. */
export type Fault =
  /** Messages between branches, on links that stay open: each with that probability. */
  | ({ readonly kind: 'lossy'; readonly loss: number; readonly duplication: number } & Timed & {
        /** Something that this line has carried before comes once more. */
        readonly replay: number;
        /** A message does not wait for those before it. */
        readonly reordering: number;
      })
  /** Nothing passes on these lines; what is sent waits, as in a connection that stalls. */
  | ({
      readonly kind: 'cut';
      readonly shape: PartitionShape;
      readonly lines: readonly Line[];
      /** The links break, too: what is under way is lost. */
      readonly breaks: boolean;
      /** The lines are cut and free by turns, each time for so long. */
      readonly flapMs?: number;
    } & Timed)
  /** As a cut of one line that is soon over: everything then arrives at once. */
  | ({ readonly kind: 'clog'; readonly line: Line } & Timed)
  /** The link between two branches breaks: what is under way is lost, and each end notices after a while. */
  | { readonly kind: 'break-link'; readonly between: Line; readonly atMs: number }
  /** The processes end at once and begin again with what their disks kept. */
  | ({
      readonly kind: 'crash';
      readonly branches: readonly number[];
      /** Not at `atMs`, but the first time from then on that the first of them has such a group of batches on its way to disk. */
      readonly amid?: 'any group' | 'large group';
    } & Timed)
  /** The next append fails; the branch stops and is started again so long afterwards. */
  | ({ readonly kind: 'failing-disk'; readonly branch: number } & Timed)
  /** The process ends, and begins again with its disk as it was earlier. */
  | ({ readonly kind: 'old-copy'; readonly branch: number } & Timed)
  /** The process ends, and begins again with some of its log gone. */
  | ({ readonly kind: 'damaged-disk'; readonly branch: number } & Timed)
  /** The process ends, and begins again with another disk, which has what another branch knows. */
  | ({ readonly kind: 'lost-disk'; readonly branch: number } & Timed)
  /** A new branch joins the bank. */
  | { readonly kind: 'join'; readonly atMs: number }
  /** A branch leaves the bank; one that is lost ends at once and is given up. */
  | { readonly kind: 'leave'; readonly branch: number; readonly lost: boolean; readonly atMs: number }
  | ({ readonly kind: 'slow-disk'; readonly branch: number; readonly durableMs: RangeMs } & Timed)
  /** The branch stands still while the world goes on; its timers fire late. */
  | ({ readonly kind: 'pause'; readonly branch: number } & Timed)
  | { readonly kind: 'clock-jump'; readonly branch: number; readonly byMs: number; readonly atMs: number };

export const PARTITION_SHAPES = [
  'one', // one branch is alone
  'minority', // fewer than half are apart
  'halves',
  'bridge', // two groups that only one branch can reach, both of them
  'ring', // each reaches only its neighbours
  'one-way', // one group hears the other and is not heard
  'everyone', // each is alone
] as const;
export type PartitionShape = (typeof PARTITION_SHAPES)[number];
