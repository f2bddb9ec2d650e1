import { EventEmitter } from 'node:events';
import { Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { branchId, formatOrigin, type OriginId, originId } from '../domain/ids.js';
import type { PeerMessageShape } from '../wire/messages.js';
import { packPeerMessage } from '../wire/peer-messages.js';
import { PropagationService } from '../wire/services.js';
import { Introduction } from './introduction.js';
import { Links, type LinksConfig } from './links.js';

const [ONE, TWO, SEVEN] = [branchId(1), branchId(2), branchId(7)];
const [LOST, FOUND] = [originId(TWO, 11), originId(TWO, 22)];

/** A stream that another branch has opened. */
class Call extends EventEmitter {
  readonly metadata = new Metadata();
  readonly written: PeerMessageShape[] = [];

  constructor(origin: OriginId, bankId = 'bank') {
    super();
    this.metadata.set('passbook-bank', bankId);
    this.metadata.set('passbook-origin', formatOrigin(origin));
    this.on('error', (error) => {
      this.refused = error;
    });
  }

  /** What the other branch is told of who answers. */
  answer: Metadata | undefined;
  refused: { code: status; details: string } | undefined;

  sendMetadata(metadata: Metadata): void {
    this.answer = metadata;
  }

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
function linksOfOne(more: Partial<LinksConfig> = {}) {
  const told: string[] = [];
  const links = new Links({
    bankId: 'bank',
    origin: originId(ONE, 1),
    founders: [ONE, TWO],
    slowness: { delayMs: 0, jitterMs: 0 },
    onBadMessage: (_, error) => expect.unreachable(error.message),
    onStranger: (_, sentence) => expect.unreachable(sentence),
    ...more,
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

test('a branch of the bank is heard whether it is known or not', () => {
  const { accept, news } = linksOfOne();
  accept(new Call(originId(SEVEN, 1)));
  accept(new Call(FOUND));
  accept(new Call(LOST));
  expect(news()).toEqual(['opened 7', 'opened 2', 'closed 2', 'opened 2']);
});

test('one of another bank is refused and told why, and so is one that goes by the own number', () => {
  const { accept, news } = linksOfOne();
  const calls = [new Call(originId(branchId(8), 1), 'another bank'), new Call(originId(ONE, 2))];
  for (const call of calls) {
    accept(call);
    const details = 'this is branch 1 of bank bank, and takes calls from its other branches only';
    expect(call.refused).toMatchObject({ code: status.FAILED_PRECONDITION, details });
    expect(call.answer).toBeUndefined();
  }
  expect(news()).toEqual([]);
});

/** Links that answer at an address of this machine. */
async function answering(links: Links): Promise<string> {
  const server = new Server();
  server.addService(PropagationService, { link: links.accept.bind(links) as never });
  onTestFinished(() => {
    links.stop();
    server.forceShutdown();
  });
  const bind = (resolve: (port: number) => void) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_, port) => resolve(port));
  return `127.0.0.1:${await new Promise(bind)}`;
}

/** What branch 1 says first of whoever answers at the address for branch 2, and what else it has reported by then. */
async function saidOf(address: string) {
  let said = (_: string) => {};
  const saying = new Promise<string>((resolve) => {
    said = resolve;
  });
  const { links, news } = linksOfOne({ onStranger: (peer, sentence) => said(`${peer}: ${sentence}`) });
  onTestFinished(() => links.stop());
  links.setAddresses(new Map([[TWO, address]]));
  links.dial(TWO, true);
  return { said: (await saying).replace(address, 'THERE'), news };
}

test('who answers from another bank is named, and dropped', async () => {
  const there = await answering(linksOfOne({ bankId: 'other', origin: FOUND }).links);
  const { said, news } = await saidOf(there);
  expect(said).toBe('2: THERE is branch 2 of bank other, and this is branch 1 of bank bank');
  expect(news()).toEqual([]);
});

test('another branch of the bank at the address of one is named, and dropped', async () => {
  for (const origin of [originId(SEVEN, 1), originId(ONE, 9)]) {
    const { said, news } = await saidOf(await answering(linksOfOne({ origin }).links));
    expect(said).toBe(`2: THERE is branch ${origin === originId(ONE, 9) ? 1 : 7} of bank bank, and not branch 2`);
    expect(news()).toEqual([]);
  }
});

test('an address that leads back is named as that', async () => {
  const { said } = await saidOf(await answering(linksOfOne().links));
  expect(said).toBe('2: THERE leads to this branch itself, and not to branch 2');
});

test('a stranger is told of once, and dialled again: the address may change hands', async () => {
  const banks = ['other', 'other', 'third', 'bank'];
  // Somebody else answers each time.
  const accept = (call: never) => linksOfOne({ bankId: banks.shift() as string, origin: FOUND }).links.accept(call);
  const there = await answering({ accept, stop: () => {} } as unknown as Links);
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const said: string[] = [];
  const { links } = linksOfOne({ onStranger: (_, sentence) => said.push(sentence) });
  links.attach({ opened: open, closed: () => {}, message: () => {}, writes: () => {} });
  onTestFinished(() => links.stop());
  links.setAddresses(new Map([[TWO, there]]));
  links.dial(TWO, true);
  await opened;
  expect(said.map((sentence) => /of bank (\w+),/.exec(sentence)?.[1])).toEqual(['other', 'third']);
});

test('a branch that takes itself for a founder is told where it is none, and the core goes on', async () => {
  const there = await answering(linksOfOne({ origin: FOUND, founders: [TWO, SEVEN] }).links);
  const { said, news } = await saidOf(there);
  expect(said).toBe('2: THERE is branch 2 of bank bank, which was founded without branch 1');
  expect(news()).toEqual(['opened 2']);
});

test('one that joined need not be a founder', () => {
  const call = new Call(originId(SEVEN, 1));
  linksOfOne().accept(call);
  expect(call.answer?.get('passbook-not-founder')).toEqual(['yes']);
  const joined = new Introduction({ bankId: 'bank', origin: originId(SEVEN, 1), founders: [ONE, TWO] });
  expect(joined.notFounder(ONE, 'somewhere', call.answer as Metadata)).toBeUndefined();
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

test('who has a data directory that is given up is told so, though another one has its place', async () => {
  const { links, accept } = linksOfOne();
  const [former, successor] = [new Call(LOST), new Call(FOUND)];
  for (const call of [former, successor]) accept(call);
  links.send(TWO, { kind: 'dismissed', origin: LOST });
  await Promise.resolve();
  expect([former.written.length, successor.written.length]).toEqual([1, 0]);
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
