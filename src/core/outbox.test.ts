import { expect, test } from 'vitest';
import { branchId, originId } from '../domain/ids.js';
import { emptyBatch } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import type { Effect } from './messages.js';
import { Outbox } from './outbox.js';

const BATCH = emptyBatch(originId(branchId(1), 1), 1);

function effect(number: number): Effect {
  return { kind: 'dial', peer: branchId(number), urgent: false };
}

test('an effect leaves in order, and when all that was logged before it or with it is durable', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 200; seed++) {
    const rng = new Rng(seed);
    const outbox = new Outbox();
    /** The dumb twin: each effect with the number of the last group logged up to the end of its turn. */
    const twins: { number: number; group: number }[] = [];
    let [groups, durable, left] = [0, 0, 0];
    const check = () => {
      const out = outbox.drain().flatMap((each) => (each.kind === 'dial' ? [each.peer as number] : []));
      const due = twins.filter((twin) => twin.group <= durable).map((twin) => twin.number);
      expect(out).toEqual(due.slice(left));
      left = due.length;
    };
    for (let turn = 0; turn < 60; turn++) {
      const numbers = Array.from({ length: rng.integer(0, 3) }, (_, i) => turn * 10 + i + 1);
      const logs = rng.chance(0.4);
      for (const number of numbers) outbox.push(effect(number));
      if (logs) outbox.log(BATCH);
      if (logs) groups += 1;
      for (const number of numbers) twins.push({ number, group: groups });
      expect(outbox.closeTurn()).toBe(logs);
      check();
      if (durable < groups && rng.chance(0.5)) {
        outbox.durable(++durable);
        check();
      }
    }
    while (durable < groups) outbox.durable(++durable);
    check();
    expect(outbox.isEmpty).toBe(true);
  }
});

test('what shows nothing leaves at once, before the group', () => {
  const outbox = new Outbox();
  outbox.log(BATCH);
  outbox.push(effect(1));
  outbox.pushNow(effect(2));
  outbox.closeTurn();
  expect(outbox.drain().map((each) => each.kind)).toEqual(['dial', 'persist']);
});

test('groups that become durable out of order are a bug', () => {
  const outbox = new Outbox();
  for (let i = 0; i < 2; i++) {
    outbox.log(BATCH);
    outbox.closeTurn();
  }
  expect(() => outbox.durable(2)).toThrow('one after another');
});
