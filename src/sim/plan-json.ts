import {
  asInteger,
  BadField,
  field,
  flag,
  integer,
  type JsonObject,
  list,
  object,
  oneOf,
  optional,
  parseObject,
  text,
  wrong,
} from '../check/json-fields.js';
import { GUARANTEES } from '../domain/guarantees.js';
import { ACK_LEVELS } from '../domain/operations.js';
import type { AccountName, CustomerPlan, Fault, Line, Plan, RangeMs, Step, StepName, StepOperation } from './plan.js';
import { PARTITION_SHAPES } from './plan.js';

/** A bank of more branches than any seed draws is slow, not wrong; there has to be an end. */
const MOST_BRANCHES = 100;
const MOST_MS = 1e12;

/** Reads a plan; a `PlanProblem` says what is wrong where. */
export function readPlan(json: string): Plan {
  try {
    return new Reader().plan(parseObject(json));
  } catch (error) {
    if (error instanceof BadField) throw new PlanProblem(error.message);
    throw error;
  }
}

export class PlanProblem extends Error {
  override name = 'PlanProblem';
}

/** A line for each step and fault, so that a person can read it and a diff shows what changed. */
export function formatPlan(plan: Plan): string {
  const { customers, faults, ...rest } = plan;
  const lines = Object.entries(rest).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const steps = customers.map((customer) => `    { "steps": ${rows(customer.steps, '      ')} }`);
  const people = customers.length === 0 ? '[]' : `[\n${steps.join(',\n')}\n  ]`;
  return ['{', ...lines, `  "customers": ${people},`, `  "faults": ${rows(faults, '    ')}`, '}', ''].join('\n');
}

function rows(items: readonly unknown[], indent: string): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `${indent}${JSON.stringify(item)}`).join(',\n')}\n${indent.slice(2)}]`;
}

/** Says of each complaint where it belongs. */
function within<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadField) throw new BadField(`${where}: ${error.message}`);
    throw error;
  }
}

function keys<K extends string>(names: readonly K[]): Record<K, true> {
  return Object.fromEntries(names.map((name) => [name, true])) as Record<K, true>;
}

const OPERATIONS = keys(['open', 'query', 'deposit', 'withdraw', 'transfer']);
const FAULT_KINDS = keys([
  'lossy',
  'cut',
  'clog',
  'break-link',
  'crash',
  'failing-disk',
  'old-copy',
  'damaged-disk',
  'lost-disk',
  'join',
  'leave',
  'slow-disk',
  'pause',
  'clock-jump',
] satisfies Fault['kind'][]);

const GROUPS = keys(['any group', 'large group']);

class Reader {
  private branches = 1;

  plan(json: JsonObject): Plan {
    this.branches = between(json, 'branches', 1, MOST_BRANCHES);
    const note = optional(json, 'note', text);
    const network = object(json, 'network');
    const line = object(json, 'customerLine');
    return {
      ...(note !== undefined && { note }),
      seed: integer(json, 'seed', 0),
      branches: this.branches,
      foundedMinor: list(json, 'foundedMinor').map((value) => asInteger(value, 0, '"foundedMinor"')),
      network: within('network', () => ({
        delayMs: range(network, 'delayMs'),
        linkMs: range(network, 'linkMs'),
        unhurriedMs: range(network, 'unhurriedMs'),
      })),
      customerLine: within('customerLine', () => ({ delayMs: range(line, 'delayMs'), loss: share(line, 'loss') })),
      durableMs: range(json, 'durableMs'),
      patienceMs: between(json, 'patienceMs', 1, MOST_MS),
      clocks: each(json, 'clocks', (clock) => ({ originMs: ms(clock, 'originMs'), rate: number(clock, 'rate', 0.01, 100) })),
      customers: each(json, 'customers', (customer) => this.customer(customer)),
      faults: each(json, 'faults', (fault) => this.fault(fault)),
      faultsEndMs: ms(json, 'faultsEndMs'),
    };
  }

  private customer(json: JsonObject): CustomerPlan {
    return { steps: each(json, 'steps', (step) => this.step(step)) };
  }

  private step(json: JsonObject): Step {
    const after = optional(json, 'after', (from, name) => stepName(object(from, name)));
    const reuses = optional(json, 'reuses', (from, name) => integer(from, name, 1));
    return {
      operation: within('operation', () => operation(object(json, 'operation'))),
      branch: this.branch(json, 'branch'),
      guarantees: list(json, 'guarantees').map((name) =>
        oneOf(name, keys(GUARANTEES.map((guarantee) => guarantee.name)), '"guarantees"'),
      ),
      acks: oneOf(field(json, 'acks'), keys(ACK_LEVELS), '"acks"'),
      timeoutMs: ms(json, 'timeoutMs'),
      thinkMs: ms(json, 'thinkMs'),
      retries: between(json, 'retries', 0, 1000),
      passbook: flag(json, 'passbook'),
      requestId: flag(json, 'requestId'),
      ...(optional(json, 'settles', flag) && { settles: true as const }),
      ...(optional(json, 'concurrent', flag) && { concurrent: true as const }),
      ...(after && { after }),
      ...(optional(json, 'elsewhere', flag) && { elsewhere: true as const }),
      ...(reuses !== undefined && { reuses }),
    };
  }

  private fault(json: JsonObject): Fault {
    const kind = oneOf(field(json, 'kind'), FAULT_KINDS, '"kind"');
    const atMs = ms(json, 'atMs');
    if (kind === 'break-link') return { kind, between: this.line(field(json, 'between'), '"between"'), atMs };
    if (kind === 'clock-jump') return { kind, branch: this.branch(json, 'branch'), byMs: ms(json, 'byMs'), atMs };
    if (kind === 'join') return { kind, atMs };
    if (kind === 'leave') return { kind, branch: this.branch(json, 'branch'), lost: flag(json, 'lost'), atMs };
    const timed = { atMs, forMs: ms(json, 'forMs') };
    switch (kind) {
      case 'lossy':
        return {
          kind,
          ...timed,
          loss: share(json, 'loss'),
          duplication: share(json, 'duplication'),
          replay: share(json, 'replay'),
          reordering: share(json, 'reordering'),
        };
      case 'cut':
        return this.cut(json, timed);
      case 'clog':
        return { kind, line: this.line(field(json, 'line'), '"line"'), ...timed };
      case 'crash': {
        const branches = list(json, 'branches').map((value) => this.number(value, '"branches"'));
        const amid = optional(json, 'amid', (from, name) => oneOf(field(from, name), GROUPS, '"amid"'));
        return { kind, branches, ...(amid && { amid }), ...timed };
      }
      case 'slow-disk':
        return { kind, branch: this.branch(json, 'branch'), durableMs: range(json, 'durableMs'), ...timed };
      default:
        return { kind, branch: this.branch(json, 'branch'), ...timed };
    }
  }

  private cut(json: JsonObject, timed: { atMs: number; forMs: number }): Fault {
    const flapMs = optional(json, 'flapMs', (from, name) => between(from, name, 1, MOST_MS));
    return {
      kind: 'cut',
      shape: oneOf(field(json, 'shape'), keys(PARTITION_SHAPES), '"shape"'),
      lines: list(json, 'lines').map((line) => this.line(line, '"lines"')),
      breaks: flag(json, 'breaks'),
      ...timed,
      ...(flapMs !== undefined && { flapMs }),
    };
  }

  private branch(json: JsonObject, name: string): number {
    return this.number(field(json, name), `"${name}"`);
  }

  private line(value: unknown, what: string): Line {
    if (!Array.isArray(value) || value.length !== 2) throw wrong(what, 'two branches, like [1, 2]', value);
    return [this.number(value[0], what), this.number(value[1], what)];
  }

  private number(value: unknown, what: string): number {
    if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= this.branches) return value as number;
    throw wrong(what, `the number of a branch, from 1 to ${this.branches}`, value);
  }
}

function operation(json: JsonObject): StepOperation {
  const kind = oneOf(field(json, 'kind'), OPERATIONS, '"kind"');
  if (kind === 'open') return { kind, label: text(json, 'label') };
  const account = accountName(json, 'account');
  if (kind === 'query') {
    const wantedMinor = optional(json, 'wantedMinor', (from, name) => integer(from, name, 1));
    return { kind, account, ...(wantedMinor !== undefined && { wantedMinor }) };
  }
  const amountMinor = integer(json, 'amountMinor', 1);
  return kind === 'transfer' ? { kind, account, to: accountName(json, 'to'), amountMinor } : { kind, account, amountMinor };
}

function accountName(json: JsonObject, name: string): AccountName {
  return typeof field(json, name) === 'number' ? integer(json, name, 1) : stepName(object(json, name));
}

function stepName(json: JsonObject): StepName {
  return { customer: integer(json, 'customer', 1), step: integer(json, 'step', 1) };
}

function each<T>(json: JsonObject, name: string, read: (item: JsonObject) => T): T[] {
  return list(json, name).map((item, i) => {
    const where = `${name} ${i + 1}`;
    if (typeof item !== 'object' || item === null || Array.isArray(item)) throw wrong(where, 'an object', item);
    return within(where, () => read(item as JsonObject));
  });
}

function range(json: JsonObject, name: string): RangeMs {
  const value = list(json, name);
  const [least, most] = value.map((end) => asInteger(end, 0, `"${name}"`));
  if (value.length !== 2 || least === undefined || most === undefined || least > most || most > MOST_MS)
    throw wrong(`"${name}"`, 'two times in ms, the smaller one first', value);
  return [least, most];
}

function ms(json: JsonObject, name: string): number {
  return between(json, name, 0, MOST_MS);
}

function between(json: JsonObject, name: string, least: number, most: number): number {
  const value = integer(json, name, least);
  if (value > most) throw wrong(`"${name}"`, `at most ${most}`, value);
  return value;
}

function share(json: JsonObject, name: string): number {
  return number(json, name, 0, 1);
}

function number(json: JsonObject, name: string, least: number, most: number): number {
  const value = field(json, name);
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw wrong(`"${name}"`, `a number from ${least} to ${most}`, value);
}
