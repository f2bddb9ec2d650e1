import type { AccountName, CustomerPlan, Fault, Plan, Step, StepName } from './plan.js';
import { type Failure, runPlan } from './run-plan.js';

export interface ShrinkHooks {
  /** What is wrong with a plan. */
  readonly run?: (plan: Plan) => Failure | undefined;
  /** Whether there is no time left. */
  isOver(): boolean;
  onProgress?(size: number): void;
}

/** Chance falls otherwise in a smaller plan: each is tried with so many seeds. */
const SEEDS = 3;

/**
 * Makes a plan that fails as small as it can while the same anomaly still
 * appears: leaves out customers, faults, steps and branches, then simplifies what
 * is left, until nothing more can go or there is no time left.
 */
export function shrink(plan: Plan, failure: Failure, hooks: ShrinkHooks): Plan {
  let smallest = plan;
  for (let progress = true; progress; ) {
    progress = false;
    for (const candidates of [withoutCustomers, withoutFaults, withoutSteps, fewerBranches, simpler]) {
      for (let found = true; found; ) {
        if (hooks.isOver()) return smallest;
        const next = firstThatFails(candidates(smallest), failure, hooks);
        found = next !== undefined;
        if (!next) continue;
        smallest = next;
        progress = true;
        hooks.onProgress?.(sizeOf(smallest));
      }
    }
  }
  return smallest;
}

/** Steps and faults. */
export function sizeOf(plan: Plan): number {
  return plan.faults.length + plan.customers.reduce((sum, { steps }) => sum + steps.length, 0);
}

function firstThatFails(candidates: Iterable<Plan>, failure: Failure, hooks: ShrinkHooks): Plan | undefined {
  for (const candidate of candidates) {
    for (let i = 0; i < SEEDS; i++) {
      if (hooks.isOver()) return undefined;
      const seeded = { ...candidate, seed: candidate.seed + i };
      const found = hooks.run ? hooks.run(seeded) : runPlan(seeded).failure;
      if (found && isSame(found, failure)) return seeded;
    }
  }
  return undefined;
}

/** The same anomaly; of errors in the code, the same message, whatever numbers it has. */
function isSame(a: Failure, b: Failure): boolean {
  if (a.anomaly !== b.anomaly) return false;
  const plain = ({ message }: Failure) => message.replaceAll(/\d+/g, '');
  return (a.anomaly !== 'Assertion' && a.anomaly !== 'Exception') || plain(a) === plain(b);
}

function* withoutCustomers(plan: Plan): Generator<Plan> {
  for (let i = 0; i < plan.customers.length; i++) {
    const all = plan.customers.map(({ steps }, c) => steps.map(() => c !== i));
    yield dropped(plan, all, (c) => c !== i);
  }
}

function* withoutSteps(plan: Plan): Generator<Plan> {
  for (const [c, { steps }] of plan.customers.entries()) {
    for (let length = Math.ceil(steps.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
      for (let from = 0; from < steps.length; from += length) {
        const keep = plan.customers.map((customer, other) =>
          customer.steps.map((_, s) => other !== c || s < from || s >= from + length),
        );
        yield dropped(plan, keep, () => true);
      }
    }
  }
}

function* withoutFaults(plan: Plan): Generator<Plan> {
  const { faults } = plan;
  if (faults.length > 1) yield { ...plan, faults: [] };
  for (let i = 0; i < faults.length; i++) yield { ...plan, faults: faults.filter((_, other) => other !== i) };
}

/** Without the steps whose flag is off; what others say of them goes, too. */
function dropped(plan: Plan, keep: readonly (readonly boolean[])[], keepCustomer: (index: number) => boolean): Plan {
  const customerNumber = (customer: number) => plan.customers.slice(0, customer).filter((_, i) => keepCustomer(i)).length;
  const renamed = ({ customer, step }: StepName): StepName | undefined => {
    const flags = keep[customer - 1];
    if (!flags?.[step - 1]) return undefined;
    return { customer: customerNumber(customer), step: flags.slice(0, step).filter(Boolean).length };
  };
  const account = (name: AccountName): AccountName => (typeof name === 'number' ? name : (renamed(name) ?? 99));
  const changed = (step: Step, customer: number): Step[] => {
    const { after, reuses, operation, ...rest } = step;
    const reused = reuses === undefined ? undefined : renamed({ customer, step: reuses })?.step;
    if (reuses !== undefined && reused === undefined) return [];
    const then = after && renamed(after);
    const moved = {
      ...operation,
      ...('account' in operation && { account: account(operation.account) }),
      ...('to' in operation && { to: account(operation.to) }),
    } as Step['operation'];
    return [{ operation: moved, ...rest, ...(then && { after: then }), ...(reused !== undefined && { reuses: reused }) }];
  };
  const customers = plan.customers.flatMap(({ steps }, c): CustomerPlan[] =>
    keepCustomer(c) ? [{ steps: steps.flatMap((step, s) => (keep[c]?.[s] ? changed(step, c + 1) : [])) }] : [],
  );
  return { ...plan, customers };
}

/** Without the branch of the highest number, where nobody goes any more; and everyone goes to another branch. */
function* fewerBranches(plan: Plan): Generator<Plan> {
  if (plan.branches === 1) return;
  const left = plan.branches - 1;
  const faults = plan.faults.flatMap((fault) => faultWithin(fault, left));
  const customers = plan.customers.map(({ steps }) => ({
    steps: steps.map((step) => ({ ...step, branch: Math.min(step.branch, left) })),
  }));
  yield { ...plan, branches: left, faults, customers, clocks: plan.clocks.slice(0, left) };
}

function faultWithin(fault: Fault, branches: number): Fault[] {
  const isLeft = (branch: number) => branch <= branches;
  switch (fault.kind) {
    case 'lossy':
    case 'join':
      return [fault];
    case 'cut': {
      const lines = fault.lines.filter((line) => line.every(isLeft));
      return lines.length > 0 ? [{ ...fault, lines }] : [];
    }
    case 'clog':
      return fault.line.every(isLeft) ? [fault] : [];
    case 'break-link':
      return fault.between.every(isLeft) ? [fault] : [];
    case 'crash': {
      const left = fault.branches.filter(isLeft);
      return left.length > 0 ? [{ ...fault, branches: left }] : [];
    }
    default:
      return isLeft(fault.branch) ? [fault] : [];
  }
}

/** The same with one thing less to think about. */
function* simpler(plan: Plan): Generator<Plan> {
  const { network, customerLine } = plan;
  if (plan.clocks.length > 0) yield { ...plan, clocks: [] };
  if (customerLine.loss > 0) yield { ...plan, customerLine: { ...customerLine, loss: 0 } };
  if (customerLine.delayMs[1] > 0) yield { ...plan, customerLine: { ...customerLine, delayMs: [0, 0] } };
  for (const name of ['delayMs', 'linkMs', 'unhurriedMs'] as const) {
    if (network[name][1] > 1) yield { ...plan, network: { ...network, [name]: [1, 1] } };
  }
  if (plan.durableMs[1] > 1) yield { ...plan, durableMs: [1, 1] };
  if (plan.foundedMinor.length > 1) yield { ...plan, foundedMinor: plan.foundedMinor.slice(0, -1) };
  for (const [i, fault] of plan.faults.entries()) for (const easier of simplerFaults(fault)) yield withFault(plan, i, easier);
  for (const [c, { steps }] of plan.customers.entries())
    for (const [s, step] of steps.entries()) for (const easier of simplerSteps(step)) yield withStep(plan, c, s, easier);
}

function* simplerFaults(fault: Fault): Generator<Fault> {
  if (fault.kind === 'lossy') {
    for (const name of ['loss', 'duplication', 'replay', 'reordering'] as const)
      if (fault[name] > 0) yield { ...fault, [name]: 0 };
  }
  if (fault.kind === 'cut') {
    if (fault.breaks) yield { ...fault, breaks: false };
    const { flapMs, ...steady } = fault;
    if (flapMs !== undefined) yield steady;
    if (fault.lines.length > 1)
      for (let i = 0; i < fault.lines.length; i++) yield { ...fault, lines: fault.lines.filter((_, other) => other !== i) };
  }
  if (fault.kind === 'crash' && fault.branches.length > 1)
    for (const branch of fault.branches) yield { ...fault, branches: fault.branches.filter((other) => other !== branch) };
}

function* simplerSteps(step: Step): Generator<Step> {
  const { settles, concurrent, after, ...plain } = step;
  if (settles || concurrent || after) yield plain;
  if (step.elsewhere) yield without(step, 'elsewhere');
  if (step.retries > 0) yield { ...without(step, 'elsewhere'), retries: 0 };
  if (step.thinkMs > 0) yield { ...step, thinkMs: 0 };
  if (step.acks !== 'local') yield { ...step, acks: 'local' };
  if (step.operation.kind === 'open' && step.operation.label !== '') yield { ...step, operation: { kind: 'open', label: '' } };
  if (step.guarantees.length > 0) yield { ...step, guarantees: [] };
  for (const name of step.guarantees) yield { ...step, guarantees: step.guarantees.filter((other) => other !== name) };
}

function without<K extends keyof Step>(step: Step, key: K): Step {
  const { [key]: _, ...rest } = step;
  return rest as Step;
}

function withFault(plan: Plan, index: number, fault: Fault): Plan {
  return { ...plan, faults: plan.faults.map((old, i) => (i === index ? fault : old)) };
}

function withStep(plan: Plan, customer: number, index: number, step: Step): Plan {
  const change = ({ steps }: CustomerPlan): CustomerPlan => ({ steps: steps.map((old, s) => (s === index ? step : old)) });
  return { ...plan, customers: plan.customers.map((old, c) => (c === customer ? change(old) : old)) };
}
