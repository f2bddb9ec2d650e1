import { describe, expect, it, test } from 'vitest';
import type { HistoryEntry } from '../../domain/history.js';
import { branchId } from '../../domain/ids.js';
import { drawPlan } from '../../sim/draw-plan.js';
import { runPlan } from '../../sim/run-plan.js';
import { diagramOf } from './build.js';
import { anyDiagram, customerLane, readWithoutTheWrite } from './fixtures.js';
import type { Diagram } from './model.js';
import { type NamedRun, shivizOf } from './shiviz.js';

interface Logged {
  readonly host: string;
  readonly clock: Readonly<Record<string, number>>;
  readonly event: string;
}

interface Run {
  readonly name: string;
  readonly events: readonly Logged[];
}

/** Reads the format by its rules and by nothing that the exporter knows; throws where a rule is broken. */
function parse(text: string): Run[] {
  const [pattern = '', delimiter = '', ...rest] = text.split('\n');
  const body = rest.join('\n');
  if (delimiter === '') return [{ name: '', events: eventsIn(body, pattern) }];
  const heads = [...body.matchAll(new RegExp(delimiter, 'gm'))];
  expect(heads[0]?.index).toBe(0);
  return heads.map((head, i) => {
    const part = body.slice(head.index + head[0].length + 1, heads[i + 1]?.index);
    return { name: head.groups?.trace ?? '', events: eventsIn(part, pattern) };
  });
}

function eventsIn(text: string, pattern: string): Logged[] {
  let consumed = 0;
  const events = [...text.matchAll(new RegExp(pattern, 'gm'))].map((match) => {
    expect(match.index).toBe(consumed);
    consumed = match.index + match[0].length + 1;
    const { host = '', clock = '', event = '' } = match.groups ?? {};
    return { host, clock: JSON.parse(clock) as Record<string, number>, event };
  });
  expect(consumed).toBe(text.length);
  keepsTheRules(events);
  return events;
}

function keepsTheRules(events: readonly Logged[]): void {
  const counts = new Map<string, number>();
  for (const { host, clock, event } of events) {
    expect(host).toMatch(/^\S+$/);
    expect(event).not.toBe('');
    const count = (counts.get(host) ?? 0) + 1;
    expect(clock[host]).toBe(count);
    counts.set(host, count);
  }
  for (const name of events.flatMap(({ clock }) => Object.keys(clock))) expect(counts.has(name)).toBe(true);
}

/** The dumb twin: for each event, how many events of each lane there is a way from. */
function counted({ lanes, events, arrows }: Diagram): number[][] {
  const before = events.map((_, id) => new Set([id]));
  for (const [id, { lane }] of events.entries()) {
    const own = before[id] as Set<number>;
    for (const other of events.slice(0, id)) {
      const leads = other.lane === lane || arrows.some(({ from, to }) => from === other.id && to === id);
      if (leads) for (const earlier of before[other.id] as Set<number>) own.add(earlier);
    }
  }
  return before.map((ids) => lanes.map((_, lane) => [...ids].filter((id) => events[id]?.lane === lane).length));
}

const named = (diagram: Diagram, name = ''): NamedRun => ({ name, diagram });

describe('one run', () => {
  it('has a regexp, a blank line, and two lines an event', () => {
    expect(shivizOf([named(readWithoutTheWrite())]).split('\n')).toEqual([
      '(?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)',
      '',
      'customer-ada {"customer-ada":1}',
      'ask: deposit 10 (0.000 s)',
      'branch-1 {"customer-ada":1,"branch-1":1}',
      'accept: 1-1 (0.001 s)',
      'customer-ada {"customer-ada":2,"branch-1":1}',
      'answer: done (0.002 s)',
      'customer-ada {"customer-ada":3,"branch-1":1}',
      'ask: balance? (0.003 s)',
      // Nothing of what the lost arrow would have told.
      'branch-2 {"customer-ada":3,"branch-1":1,"branch-2":1}',
      'arrive (0.004 s)',
      'customer-ada {"customer-ada":4,"branch-1":1,"branch-2":1}',
      'answer: 0 (0.005 s)',
      '',
    ]);
  });

  it('tells customers apart whose names differ only in what a host may not have', () => {
    const { lanes } = readWithoutTheWrite();
    const diagram = readWithoutTheWrite({ lanes: [customerLane('a b'), customerLane('a_b'), ...lanes.slice(2)] });
    const [run] = parse(shivizOf([named(diagram)]));
    expect(new Set(run?.events.map(({ host }) => host))).toEqual(new Set(['customer-a_b', 'customer-a_b~2', 'branch-2']));
  });
});

it('several runs are told apart by their names, which stay on one line', () => {
  const runs = [named(readWithoutTheWrite(), 'with\nall'), named(readWithoutTheWrite({ title: 'other' }), 'without === x ===')];
  expect(parse(shivizOf(runs)).map(({ name, events }) => [name, events.length])).toEqual([
    ['with all', 6],
    ['without === x ===', 6],
  ]);
  const twins = [named(readWithoutTheWrite(), 'a'), named(readWithoutTheWrite(), 'a')];
  expect(parse(shivizOf(twins)).map(({ name }) => name)).toEqual(['a', 'a~2']);
});

test('the clocks of any diagram count what led to each event', () => {
  for (let seed = 1; seed <= 150; seed++) {
    const diagram = anyDiagram(seed);
    const [run] = parse(shivizOf([named(diagram)]));
    const hosts = diagram.lanes.map((_, lane) => run?.events[diagram.events.findIndex((event) => event.lane === lane)]?.host);
    const shown = run?.events.map(({ clock }) => hosts.map((host) => clock[host as string] ?? 0));
    expect(shown, `seed ${seed}`).toEqual(counted(diagram));
  }
});

test('simulated banks, several to a file', { timeout: 60_000 }, () => {
  const runs = [1, 2, 3, 4].map((seed) => {
    const entries: HistoryEntry[] = [];
    const plan = drawPlan(seed);
    runPlan(plan, { onEntry: (entry) => entries.push(entry) });
    const branches = Array.from({ length: plan.branches }, (_, i) => branchId(i + 1));
    return named(diagramOf({ branches, entries }), `seed ${seed}`);
  });
  const parsed = parse(shivizOf(runs));
  expect(parsed.map(({ name, events }) => [name, events.length])).toEqual(
    runs.map(({ name, diagram }) => [name, diagram.events.length]),
  );
});
