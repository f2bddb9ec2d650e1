import { Heap } from '../std/heap.js';
import type { Findings } from './findings.js';
import type { AfterRanges } from './read-event.js';
import type { EventRef, ScenarioCustomer } from './scenario.js';

/** An event that waits for another one, and where the file says so. */
export interface Wait {
  readonly waiter: EventRef;
  readonly after: EventRef;
  readonly ranges: AfterRanges;
}

/**
 * Refuses an `after` that names no event, and those that would wait for one another
 * for ever. `waits` has those of one customer in the order of its events.
 */
export function checkAfters(findings: Findings, customers: readonly ScenarioCustomer[], waits: readonly Wait[]): void {
  const sizes = new Map(customers.map(({ id, events }) => [id, events.length]));
  for (const wait of waits) checkExists(findings, wait, sizes);
  if (findings.refused) return;
  const circle = findCircle(sizes, waits);
  const first = circle?.[0];
  if (!circle || !first) return;
  const longest = 5;
  const steps = circle.slice(0, longest).map(({ waiter, after }) => `${nameOf(waiter)} waits for ${nameOf(after)}`);
  if (circle.length > longest) steps.push('and so on');
  findings.error(first.ranges.whole, `this never ends: ${steps.join(', ')}`, {
    hint: 'each customer does its own events in order, too',
  });
}

function nameOf({ customer, event }: EventRef): string {
  return `event ${event} of customer ${customer}`;
}

function checkExists(findings: Findings, { after, ranges }: Wait, sizes: ReadonlyMap<number, number>): void {
  const size = sizes.get(after.customer);
  if (size === undefined) {
    findings.error(ranges.customer, `there is no customer ${after.customer}`, { expected: 'a customer of this file' });
  } else if (after.event < 1 || after.event > size) {
    const expected = size === 0 ? 'a customer with events' : `a number from 1 to ${size}`;
    findings.error(ranges.event, `there is no ${nameOf(after)}`, { expected });
  }
}

/**
 * Rehearses the scenario: every customer does its events until one has to wait, and
 * goes on when what it waits for is done. If some are left, each of them waits for
 * an event of a customer that is itself left, so following these leads into a
 * circle, which is returned from the place where the file has it first. No
 * recursion: a chain may be as long as the file.
 */
function findCircle(sizes: ReadonlyMap<number, number>, waits: readonly Wait[]): Wait[] | undefined {
  /** Of each customer its waits that are not over, the next one last. */
  const left = new Map<number, Wait[]>();
  for (const wait of [...waits].reverse()) entry(left, wait.waiter.customer, () => []).push(wait);
  /** By the customer that is waited for; the earliest event first. */
  const parked = new Map<number, Heap<Wait>>();
  const done = new Map([...sizes].map(([customer, size]) => [customer, left.has(customer) ? 0 : size]));

  const ready = [...left.keys()];
  for (let customer = ready.pop(); customer !== undefined; customer = ready.pop()) {
    const stop = goOn(customer, left, done);
    if (stop) entry(parked, stop.after.customer, () => new Heap<Wait>(earlierTarget)).push(stop);
    else done.set(customer, sizes.get(customer) ?? 0);
    const waiting = parked.get(customer);
    for (let next = waiting?.peek(); next && isOver(next, done); next = waiting?.peek()) {
      waiting?.pop();
      ready.push(next.waiter.customer);
    }
  }
  return followToCircle(new Map([...left].flatMap(([customer, open]) => open.slice(-1).map((stop) => [customer, stop]))));
}

/** Does the events of a customer up to one that has to wait, and returns that wait. */
function goOn(customer: number, left: ReadonlyMap<number, Wait[]>, done: Map<number, number>): Wait | undefined {
  const open = left.get(customer) ?? [];
  for (let next = open.at(-1); next; next = open.at(-1)) {
    done.set(customer, next.waiter.event - 1);
    if (!isOver(next, done)) return next;
    open.pop();
  }
  return undefined;
}

function isOver({ after }: Wait, done: ReadonlyMap<number, number>): boolean {
  return (done.get(after.customer) ?? 0) >= after.event;
}

function earlierTarget(a: Wait, b: Wait): boolean {
  return a.after.event < b.after.event;
}

/** `stops` has where each customer that is left stopped. */
function followToCircle(stops: ReadonlyMap<number, Wait>): Wait[] | undefined {
  const path = new Set<Wait>();
  let stop = stops.values().next().value;
  for (; stop && !path.has(stop); stop = stops.get(stop.after.customer)) path.add(stop);
  if (!stop) return undefined;
  const steps = [...path];
  const circle = steps.slice(steps.indexOf(stop));
  const first = circle.indexOf(circle.reduce((a, b) => (a.ranges.whole.start < b.ranges.whole.start ? a : b)));
  return [...circle.slice(first), ...circle.slice(0, first)];
}

function entry<Value>(map: Map<number, Value>, key: number, create: () => Value): Value {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}
