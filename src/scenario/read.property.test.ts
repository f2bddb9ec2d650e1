import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GUARANTEES, type GuaranteeSet, guaranteeNames } from '../domain/guarantees.js';
import { formatMinor } from '../domain/money.js';
import { formatDiagnostic } from './diagnostic.js';
import { readScenario } from './read.js';

/** A scenario before it is spelled in some dialect. */
interface Model {
  readonly branches: number[];
  readonly initialBalanceMinor: bigint;
  readonly targets: 'branch' | 'dest' | 'none';
  readonly customers: { id: number; guarantees: number | undefined; events: ModelEvent[] }[];
}

interface ModelEvent {
  readonly kind: 'deposit' | 'withdraw' | 'query';
  readonly amountMinor: number;
  readonly branch: number;
  readonly id: number | undefined;
  readonly guarantees: number | undefined;
  /** Backwards only, which cannot make a circle: an index among all events before this one. */
  readonly after: number | undefined;
}

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 3 });
const guarantees = maybe(fc.nat(15));
const amount = fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));

const model: fc.Arbitrary<Model> = fc
  .uniqueArray(fc.integer({ min: 1, max: 2 ** 20 }), { minLength: 1, maxLength: 6 })
  .chain((branches) => {
    const event = fc.record({
      kind: fc.constantFrom('deposit', 'withdraw', 'query'),
      amountMinor: amount,
      branch: fc.constantFrom(...branches),
      id: maybe(fc.nat(5)),
      guarantees,
      after: maybe(fc.nat()),
    });
    return fc.record({
      branches: fc.constant(branches),
      initialBalanceMinor: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: BigInt(Number.MAX_SAFE_INTEGER) })),
      targets: fc.constantFrom('branch', 'dest', 'none'),
      customers: fc.uniqueArray(
        fc.record({ id: fc.constantFrom(...branches), guarantees, events: fc.array(event, { maxLength: 6 }) }),
        { selector: ({ id }) => id, maxLength: 5 },
      ),
    });
  });

/** Answers every choice of the printer; drawn anew for every scenario. */
type Choose = <Value>(...options: Value[]) => Value;

function spell({ branches, initialBalanceMinor, targets, customers }: Model, choose: Choose): string {
  const respelled = (word: string) => choose(word, word.toUpperCase(), `${word[0]?.toUpperCase()}${word.slice(1)}`);
  const shuffled = <Item>(items: Item[]) => {
    const all: Item[] = [];
    for (const item of items) all.splice(choose(0, all.length), 0, item);
    return all;
  };
  const object = (...members: (string | undefined)[]) =>
    `{${shuffled(members.filter((member) => member !== undefined)).join(', ')}}`;
  const money = (minor: bigint) =>
    choose(
      formatMinor(minor),
      `${minor}e-2`,
      `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`,
      `${formatMinor(minor)}E+0`,
    );
  const set = (bits: number | undefined) => {
    if (bits === undefined) return undefined;
    const names = guaranteeNames(bits as GuaranteeSet);
    const list = choose(JSON.stringify(names), JSON.stringify(names.join(',')));
    const short = new Map([
      [0, ['"none"', '[]']],
      [15, ['"all"', list]],
    ]);
    return `"guarantees": ${choose(...(short.get(bits) ?? [list]))}`;
  };
  const before: { customer: number; event: number }[] = [];
  const spellEvent = (customer: number, event: ModelEvent, index: number) => {
    const after = afterOf(event, before);
    before.push({ customer, event: index + 1 });
    return object(
      `"interface": "${respelled(event.kind)}"`,
      event.kind === 'query'
        ? choose(undefined, '"money": 0', '"money": "?"', '"money": -1.999')
        : `"money": ${money(BigInt(event.amountMinor))}`,
      targets === 'none' ? undefined : `"${targets}": ${event.branch}`,
      event.id === undefined ? undefined : `"${choose('id', 'customer-request-id')}": ${event.id}`,
      set(event.guarantees),
      after && `"after": ${object(`"customer": ${after.customer}`, `"event": ${after.event}`)}`,
    );
  };
  const entries = customers.map(({ id, guarantees: bits, events }) =>
    object(
      `"type": "${respelled(choose('customer', 'client'))}"`,
      `"id": ${id}`,
      set(bits),
      `"${choose('events', 'customer-requests')}": [${events.map((event, index) => spellEvent(id, event, index)).join(', ')}]`,
    ),
  );
  for (const id of branches) {
    const bank = object(
      `"type": "${respelled(choose('branch', 'bank'))}"`,
      `"id": ${id}`,
      `"balance": ${money(initialBalanceMinor)}`,
    );
    entries.splice(choose(0, Math.floor(entries.length / 2), entries.length), 0, bank);
  }
  const blank = choose(' ', '', '\t', '\n', '\r\n\t');
  return `${choose('', '\uFEFF')}[${entries.join(', ')}]${blank}`.replaceAll(/(?<=[[\]{},:]) |(?<=[[{,])(?=[{"])/g, blank);
}

function afterOf({ after }: ModelEvent, before: readonly { customer: number; event: number }[]) {
  return after === undefined || before.length === 0 ? undefined : before[after % before.length];
}

const FORMS = { branch: 'events', dest: 'balances', none: 'customers' };

/** What the reader should make of it. */
function expected({ branches, initialBalanceMinor, targets, customers }: Model) {
  const before: { customer: number; event: number }[] = [];
  return {
    file: 'f',
    branches: [...branches].sort((a, b) => a - b),
    initialBalanceMinor,
    form: customers.every(({ events }) => events.length === 0) ? 'customers' : FORMS[targets],
    customers: customers.map((customer) => ({
      id: customer.id,
      customer: String(customer.id),
      guarantees: customer.guarantees,
      events: customer.events.map((event, index) => {
        const after = afterOf(event, before);
        before.push({ customer: customer.id, event: index + 1 });
        return {
          number: index + 1,
          id: event.id,
          kind: event.kind,
          branch: targets === 'none' ? customer.id : event.branch,
          amountMinor: event.kind === 'query' ? undefined : event.amountMinor,
          guarantees: event.guarantees,
          after,
          position: expect.anything(),
        };
      }),
    })),
  };
}

test('a scenario reads the same in whatever dialect it is written', () => {
  fc.assert(
    fc.property(model, fc.infiniteStream(fc.nat()), (scenario, choices) => {
      const text = spell(scenario, (...options) => options[choices.next().value % options.length] as (typeof options)[number]);
      expect(readScenario(text, 'f')).toEqual({ scenario: expected(scenario), warnings: expect.anything() });
    }),
    { numRuns: 500 },
  );
});

/** Whatever the text: no exception, and problems that lie inside it and can be shown. */
function expectSane(text: string): void {
  const result = readScenario(text, 'f');
  const found = 'problems' in result ? result.problems : result.warnings;
  if ('problems' in result) expect(result.problems[0]?.severity).toBe('error');
  else expect(result.warnings.every(({ severity }) => severity === 'warning')).toBe(true);
  const lines = text.split(/\r\n|\n|\r/);
  for (const diagnostic of found) {
    expect(diagnostic.line).toBeGreaterThanOrEqual(1);
    expect(diagnostic.column).toBeGreaterThanOrEqual(1);
    expect(diagnostic.column).toBeLessThanOrEqual((lines[diagnostic.line - 1] as string).length + 1);
    expect(formatDiagnostic(diagnostic, text).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }
}

test('arbitrary text is read or refused, never thrown at', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), expectSane), { numRuns: 2000 });
});

const KEYS = [
  'id',
  'type',
  'balance',
  'events',
  'customer-requests',
  'guarantees',
  'interface',
  'branch',
  'dest',
  'money',
  'after',
];
const WORDS = ['customer', 'branch', 'query', 'deposit', 'withdraw', 'all', ...GUARANTEES.map(({ name }) => name)];
/** Anything, made of the words that mean something. */
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 6, depthSize: 'medium' },
    fc.constantFrom<unknown>(...WORDS, 0, 1, 2, -1, 0.001, 1e300, null, true, 'constructor', '__proto__'),
    fc.array(tie('anything'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS, 'customer', 'event', 'constructor', 'x'), tie('anything')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

test('arbitrary JSON made of known words is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(anything, fc.array(anything, { maxLength: 5 }), (one, many) => {
      expectSane(JSON.stringify(one));
      const bank = { type: 'branch', id: 1, balance: 0 };
      const customers = many.map((events, index) => ({ type: 'customer', id: index + 1, events: [events] }));
      expectSane(JSON.stringify([bank, ...many, ...customers], null, 1));
    }),
    { numRuns: 2000 },
  );
});

test('a scenario with a few characters changed is read or refused, never thrown at', () => {
  const change = fc.record({ at: fc.nat(), remove: fc.nat(6), insert: fc.oneof(fc.string({ maxLength: 3 }), fc.json()) });
  fc.assert(
    fc.property(model, fc.array(change, { minLength: 1, maxLength: 4 }), (scenario, changes) => {
      let text = spell(scenario, (...options) => options[0] as (typeof options)[number]);
      for (const { at, remove, insert } of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + insert + text.slice(place + remove);
      }
      expectSane(text);
    }),
    { numRuns: 1000 },
  );
});
