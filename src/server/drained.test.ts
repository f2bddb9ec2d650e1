import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { drained } from './drained.js';

test('whoever waits for room goes on when there is some, or nobody reads, and leaves nothing behind', async () => {
  const call = new EventEmitter();
  for (const event of ['drain', 'cancelled']) {
    const waiting = drained(call);
    call.emit(event);
    await waiting;
    expect(call.eventNames()).toEqual([]);
  }
});
