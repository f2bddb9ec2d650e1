import type { GuaranteeSet } from '../domain/guarantees.js';
import { guaranteeNames } from '../domain/guarantees.js';
import type { HistoryEntry, RequestName } from '../domain/history.js';
import type { CustomerId } from '../domain/ids.js';
import type { Scenario, ScenarioCustomer, ScenarioEvent } from '../scenario/scenario.js';
import type { Plan, Step, StepOperation } from '../sim/plan.js';
import { CommandError, Exit } from './exit.js';

export interface PlanOptions {
  readonly seed: number;
  /** Where neither the event nor its customer says otherwise. */
  readonly guarantees: GuaranteeSet;
  /** What nobody waits for, whoever asks for it. */
  readonly without: GuaranteeSet;
  readonly delayMs: number;
  readonly jitterMs: number;
}

/** A branch of the simulated bank has a number from 1 to this, as the plan counts them. */
const MOST_BRANCHES = 100;
const DURABLE_MS = [1, 2] as const;
const LINK_MS = [1, 5] as const;

/** A scenario in the simulated bank, in which nothing breaks: only the seed decides how long a message takes. */
export function planOf(scenario: Scenario, { seed, delayMs, jitterMs, ...options }: PlanOptions): Plan {
  const branches = scenario.branches.at(-1) as number;
  const slowest = delayMs + jitterMs;
  const patienceMs = 2 * (slowest + 2 * DURABLE_MS[1]) + 20;
  if (branches > MOST_BRANCHES)
    throw new CommandError(
      `${scenario.file}: the simulated bank has branches 1 to ${MOST_BRANCHES}, not ${branches}`,
      Exit.badInput,
    );
  if (scenario.initialBalanceMinor > BigInt(Number.MAX_SAFE_INTEGER))
    throw new CommandError(`${scenario.file}: the initial balance is too large for the simulated bank`, Exit.badInput);
  const timeoutMs = 10_000 + 8 * patienceMs;
  const numbers = new Map(scenario.customers.map(({ id }, i) => [id, i + 1]));
  return {
    seed,
    branches,
    foundedMinor: [Number(scenario.initialBalanceMinor)],
    network: { delayMs: [delayMs, slowest], linkMs: LINK_MS, unhurriedMs: [0, 0] },
    customerLine: { delayMs: [1, 3], loss: 0 },
    durableMs: DURABLE_MS,
    patienceMs,
    clocks: [],
    customers: scenario.customers.map((customer) => ({
      steps: customer.events.map((event) => stepOf(event, customer, numbers, options, timeoutMs)),
    })),
    faults: [],
    faultsEndMs: 0,
  };
}

function stepOf(
  event: ScenarioEvent,
  customer: ScenarioCustomer,
  numbers: ReadonlyMap<number, number>,
  { guarantees, without }: Pick<PlanOptions, 'guarantees' | 'without'>,
  timeoutMs: number,
): Step {
  const asked = event.guarantees ?? customer.guarantees ?? guarantees;
  const { after } = event;
  return {
    operation: operationOf(event),
    branch: event.branch,
    guarantees: guaranteeNames((asked & ~without) as GuaranteeSet),
    acks: 'local',
    timeoutMs,
    thinkMs: 0,
    retries: 0,
    passbook: true,
    requestId: true,
    ...(after && { after: { customer: numbers.get(after.customer) as number, step: after.event } }),
  };
}

function operationOf({ kind, amountMinor }: ScenarioEvent): StepOperation {
  if (kind === 'query' || amountMinor === undefined) return { kind: 'query', account: 1 };
  return { kind, account: 1, amountMinor };
}

/**
 * What the simulated bank tells, in the words of the scenario: customers have
 * their own names, and whoever empties the accounts in the end is not one of them.
 */
export function entriesOf(scenario: Scenario, entries: readonly HistoryEntry[]): HistoryEntry[] {
  const names = new Map(scenario.customers.map(({ customer }, i) => [`c${i + 1}`, customer]));
  const end = entries.findIndex((entry) => entry.kind === 'invoked' && !names.has(entry.operation.customer));
  const told = entries.slice(0, end < 0 ? entries.length : end);
  // Nothing was broken, so that it stays so is not worth a word.
  return told.filter(({ kind }) => kind !== 'fault').map((entry) => renamed(entry, names));
}

function renamed(entry: HistoryEntry, names: ReadonlyMap<string, CustomerId>): HistoryEntry {
  const of = (customer: CustomerId) => names.get(customer) ?? customer;
  const request = <T extends RequestName>(name: T): T => ({ ...name, customer: of(name.customer) });
  if (entry.kind === 'invoked') return { ...entry, operation: { ...entry.operation, customer: of(entry.operation.customer) } };
  if (entry.kind === 'completed') return { ...entry, operation: { ...entry.operation, customer: of(entry.operation.customer) } };
  if (entry.kind === 'fault') return entry;
  const { event } = entry;
  if (event.kind === 'parked' || event.kind === 'short' || event.kind === 'decided')
    return { kind: 'branch', event: { ...event, request: request(event.request) } };
  if (event.kind !== 'logged' || !event.write.request) return entry;
  return { kind: 'branch', event: { ...event, write: { ...event.write, request: request(event.write.request) } } };
}
