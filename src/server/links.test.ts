import { EventEmitter } from 'node:events';
import { Metadata } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { branchId, formatOrigin, type OriginId, originId } from '../domain/ids.js';
import type { PeerMessageShape } from '../wire/messages.js';
import { packPeerMessage } from '../wire/peer-messages.js';
import { Links } from './links.js';

const [TWO, SEVEN] = [branchId(2), branchId(7)];
const [LOST, FOUND] = [originId(TWO, 11), originId(TWO, 22)];

/** A stream that another branch has opened. */
class Call extends EventEmitter {
  readonly metadata = new Metadata();
  readonly written: PeerMessageShape[] = [];

  constructor(origin: OriginId, bankId = 'bank') {
    super();
    this.metadata.set('passbook-bank', bankId);
    this.metadata.set('passbook-origin', formatOrigin(origin));
  }

  sendMetadata(): void {}

  write({ messages }: { messages: PeerMessageShape[] }): boolean {
    this.written.push(...messages);
    return true;
  }

  end(): void {
    this.emit('close');
  }

  /** The other branch says how far it is. */
  tell(sequence: number): void {
    this.emit('data', { messages: [packPeerMessage(progress(sequence))] });
  }
}

const progress = (sequence: number) => ({ kind: 'progress' as const, vector: new Map([[FOUND, sequence]]) });

/** The links of branch 1, and what they have reported. */
function linksOfOne() {
  const told: string[] = [];
  const links = new Links({
    bankId: 'bank',
    origin: originId(branchId(1), 1),
    slowness: { delayMs: 0, jitterMs: 0 },
    onBadMessage: (_, error) => expect.unreachable(error.message),
  });
  links.attach({
    opened: (peer) => told.push(`opened ${peer}`),
    closed: (peer) => told.push(`closed ${peer}`),
    message: (_, message) => told.push(message.kind === 'progress' ? `progress ${[...message.vector.values()]}` : message.kind),
    writes: () => undefined,
  });
  const accept = (call: Call) => links.accept(call as never);
  return { links, accept, news: () => told.splice(0) };
}

test('a branch of the bank is heard whether it is known or not, and one of another bank is not', () => {
  const { accept, news } = linksOfOne();
  accept(new Call(originId(SEVEN, 1)));
  expect(news()).toEqual(['opened 7']);
  accept(new Call(originId(branchId(8), 1), 'another bank'));
  accept(new Call(originId(branchId(1), 2)));
  expect(news()).toEqual([]);
});

test('a second stream of the same data directory is read, and not written to before the first one ends', async () => {
  const { links, accept, news } = linksOfOne();
  const [first, second] = [new Call(LOST), new Call(LOST)];
  accept(first);
  accept(second);
  first.tell(1);
  second.tell(2);
  expect(news()).toEqual(['opened 2', 'progress 1', 'progress 2']);
  links.send(TWO, progress(3));
  await Promise.resolve();
  expect([first.written.length, second.written.length]).toEqual([1, 0]);
  first.end();
  expect(news()).toEqual(['closed 2', 'opened 2']);
});

test('a stream of another data directory takes the place of one that hangs', async () => {
  const { links, accept, news } = linksOfOne();
  const [hanging, fresh] = [new Call(LOST), new Call(FOUND)];
  accept(hanging);
  accept(fresh);
  expect(news()).toEqual(['opened 2', 'closed 2', 'opened 2']);
  hanging.tell(1);
  fresh.tell(2);
  expect(news()).toEqual(['progress 2']);
  links.send(TWO, progress(3));
  await Promise.resolve();
  expect([hanging.written.length, fresh.written.length]).toEqual([0, 1]);
  hanging.end();
  expect(news()).toEqual([]);
  fresh.end();
  expect(news()).toEqual(['closed 2']);
});

test('when the newer one ends first, the older one counts again', () => {
  const { accept, news } = linksOfOne();
  const [right, stranger] = [new Call(FOUND), new Call(LOST)];
  accept(right);
  accept(stranger);
  stranger.end();
  right.tell(1);
  expect(news().slice(-3)).toEqual(['closed 2', 'opened 2', 'progress 1']);
});

test('to a branch that has left, only a stream that is open is used', async () => {
  const { links, accept, news } = linksOfOne();
  links.setAddresses(new Map([[TWO, '127.0.0.1:1']]));
  const open = new Call(LOST);
  accept(open);
  links.part(TWO);
  links.send(TWO, progress(1));
  await Promise.resolve();
  expect(open.written.length).toBe(1);
  open.end();
  links.send(TWO, progress(2));
  expect(links.addressOf(TWO)).toBeUndefined();
  const again = new Call(LOST);
  accept(again);
  await Promise.resolve();
  expect(again.written).toEqual([]);
  expect(news()).toEqual(['opened 2', 'closed 2', 'opened 2']);
  links.stop();
});

test('whoever started the process knows best where a branch is', () => {
  const { links } = linksOfOne();
  links.meet(TWO, 'old:1');
  expect(links.addressOf(TWO)).toBe('old:1');
  links.setAddresses(new Map([[TWO, 'new:1']]));
  links.meet(TWO, 'old:1');
  links.learnAddresses(new Map([[TWO, 'old:1']]));
  expect(links.addressOf(TWO)).toBe('new:1');
  links.stop();
});
