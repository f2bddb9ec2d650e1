/**
 * Withdrawals that were done although the money cannot have been there.
 *
 * The most favourable course is assumed: deposits of unknown outcome were done,
 * such withdrawals were not, and the customers took turns as suits best. What is
 * found is then impossible in every course in which nobody overdraws.
 */
import type { Ledger, Write } from './ledger.js';
import type { Finding } from './verdict.js';

/** The effects of one customer that count, in their order. */
interface Line {
  readonly customer: number;
  readonly writes: readonly Write[];
}

export function judgeFunds(ledger: Ledger): Finding[] {
  const lines = ledger.sessions.map(({ customer, writes }) => ({ customer, writes: writes.filter(counts) }));
  const findings: Finding[] = [];
  const all = lines.reduce((sum, { writes }) => sum + highest(writes), 0n);
  const writers = lines.filter(({ writes }) => writes.length > 0).length;
  const payable = lines.map((line) => {
    const others = all - highest(line.writes);
    return withoutUnpayable(line, ledger.initialMinor + others, writers === 1, findings);
  });
  const stuck = firstStuck(payable, ledger.initialMinor);
  if (stuck) findings.push({ anomaly: 'Overdraft', entry: stuck.entry, witness: { kind: 'no-order' } });
  return findings;
}

function counts({ fate, effectMinor }: Write): boolean {
  return fate === 'done' || (fate === 'maybe' && effectMinor > 0n);
}

function takes({ effectMinor }: Write): boolean {
  return effectMinor < 0n;
}

/** What these writes have added at their best moment: others cannot profit from more, as each keeps its order. */
function highest(writes: readonly Write[]): bigint {
  let sum = 0n;
  let most = 0n;
  for (const { effectMinor } of writes) {
    sum += effectMinor;
    if (sum > most) most = sum;
  }
  return most;
}

/**
 * Finds withdrawals for which there was too little, whatever the others did before;
 * `minor` is what there is at most when the customer begins. Such a withdrawal is
 * taken off, so that those after it are not blamed for it.
 */
function withoutUnpayable({ customer, writes }: Line, minor: bigint, exact: boolean, findings: Finding[]): Line {
  let most = minor;
  const payable = writes.filter((write) => {
    const left = most + write.effectMinor;
    if (left < 0n && takes(write)) {
      findings.push({ anomaly: 'Overdraft', entry: write.entry, witness: { kind: 'no-money', mostMinor: most, exact } });
      return false;
    }
    most = left;
    return true;
  });
  return { customer, writes: payable };
}

/**
 * A withdrawal that stops every order in which the customers could take turns, or
 * undefined if there is an order in which all are paid out. With a customer's *peak*
 * the moment at which its writes have added most: if there is an order, then also one
 * in which everybody first goes to its peak, as nobody then has less to draw on than
 * before. To a peak one climbs from record to record, and may take any that the
 * balance allows, as each leaves more. Down from the peaks is the same backwards: from
 * what is left at the end, with every withdrawal as a deposit.
 * (Abdel-Wahab and Kameda, "Scheduling to Minimize Maximum Cumulative Cost Subject to
 * Series-Parallel Precedence Constraints", 1978; here the constraints are chains.)
 */
function firstStuck(lines: readonly Line[], initialMinor: bigint): Write | undefined {
  const up: Write[][] = [];
  const down: Write[][] = [];
  for (const { writes } of lines) {
    const peak = peakOf(writes);
    up.push(writes.slice(0, peak));
    down.push(writes.slice(peak).reverse());
  }
  const stuck = climb(up, initialMinor, 1n);
  if (stuck) return stuck;
  const final = [...up, ...down].flat().reduce((sum, { effectMinor }) => sum + effectMinor, initialMinor);
  if (final < 0n) return lines.flatMap(({ writes }) => writes).findLast(takes);
  return climb(down, final, -1n);
}

/** How many writes lead to the peak, the earliest if there are several. */
function peakOf(writes: readonly Write[]): number {
  let sum = 0n;
  let most = 0n;
  let peak = 0;
  for (const [index, { effectMinor }] of writes.entries()) {
    sum += effectMinor;
    if (sum <= most) continue;
    most = sum;
    peak = index + 1;
  }
  return peak;
}

/** Goes on with whoever can reach a new record, until all are done or all are stuck: then where the first one is. */
function climb(lines: readonly (readonly Write[])[], minor: bigint, sign: 1n | -1n): Write | undefined {
  const open = lines.filter((line) => line.length > 0).map((line) => ({ line, next: 0 }));
  let balance = minor;
  for (let climbed = true; climbed; ) {
    climbed = false;
    for (const climber of open) {
      for (let reached = record(climber, balance, sign); !('stuckAt' in reached); reached = record(climber, balance, sign)) {
        if (reached.next === climber.next) break;
        climber.next = reached.next;
        balance = reached.balance;
        climbed = true;
      }
    }
  }
  const stuck = open.find(({ line, next }) => next < line.length);
  const reached = stuck && record(stuck, balance, sign);
  return reached && 'stuckAt' in reached ? reached.stuckAt : undefined;
}

interface Climber {
  readonly line: readonly Write[];
  next: number;
}

/** The next moment at which the climber leaves more than it found, or what it cannot pay on its way there. */
function record(
  { line, next }: Climber,
  balance: bigint,
  sign: 1n | -1n,
): { next: number; balance: bigint } | { stuckAt: Write } {
  let left = balance;
  for (let index = next; index < line.length; index++) {
    const write = line[index] as Write;
    left += sign * write.effectMinor;
    // Backwards it is a deposit that cannot be undone: a withdrawal before it had taken too much.
    if (left < 0n) return { stuckAt: line.slice(index).find(takes) ?? write };
    if (left >= balance) return { next: index + 1, balance: left };
  }
  return { next, balance };
}
