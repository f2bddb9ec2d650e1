import { once } from 'node:events';
import { createServer, type Server as TcpServer } from 'node:net';
import {
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServiceError,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { branchId, foundedAccount, type OriginId, originId } from '../domain/ids.js';
import { type Outcome, type View, viewVector } from '../domain/outcomes.js';
import type { VersionVector } from '../domain/vector.js';
import type { WriteSession } from '../domain/writes.js';
import { BatchRequestReader, type StreamedOperation } from '../wire/batch-requests.js';
import { BatchResponseWriter } from '../wire/batch-results.js';
import type { BatchRequest, BatchResponseShape, pb } from '../wire/messages.js';
import { BranchService, TellerService } from '../wire/services.js';
import { packOrigin, packPassbook, packVector, unpackPassbook } from '../wire/vectors.js';
import { Bank } from './bank.js';

export const ACCOUNT = foundedAccount(1);

type ListingRequest = InstanceType<typeof pb.ListEntriesRequest>;
type Call = ServerDuplexStream<BatchRequest, BatchResponseShape>;

/** An operation as it reached the branch; `answer` is how the test, or the branch, replies. */
export interface Received extends StreamedOperation {
  readonly answer: (outcome: Outcome) => void;
}

/**
 * A branch as small as the client can tell: one account, a log that is a number,
 * and a memory of request ids. It listens on a real loopback socket. `holds`
 * leaves the answering to the test.
 */
export class FakeBranch {
  holds = false;
  welcomes = true;
  bankId = 'bank';
  origin: OriginId;
  own = 0;
  /** What the branch has of others; replace, never change. */
  others: VersionVector = new Map();
  balance = 0n;
  credits = 0n;
  messages = 0;
  /** What the branch lists as its writes. */
  listed: object[] = [];
  /** What the branch lists as the entries of its account. */
  entries: object[] = [];
  /** As the first page of them tells it. */
  broughtForward: object = {};
  /** What was asked for pages of them. */
  readonly listings: ListingRequest[] = [];
  /** Called when a client cancels the call of a listing. */
  onCancelledListing = (): void => {};
  /** Ends the next listings with this error. */
  listingError: Partial<ServiceError> | undefined;
  readonly received: Received[] = [];
  /** Answers instead of the branch; undefined leaves it to the test. */
  answers: ((operation: StreamedOperation) => Outcome | undefined) | undefined;
  readonly streams = new Set<Call>();
  private readonly remembered = new Map<string, Outcome>();
  private waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  private server = new Server();
  port = 0;

  private constructor(readonly branch: number) {
    this.origin = originId(branchId(branch), branch * 1000);
  }

  static async start(branch: number, port = 0): Promise<FakeBranch> {
    const fake = new FakeBranch(branch);
    await fake.listen(port);
    return fake;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  async listen(port = this.port): Promise<void> {
    this.server = new Server();
    this.server.addService(TellerService, {
      batch: (call: Call) => this.serve(call),
      listEntries: (call: ServerUnaryCall<ListingRequest, object>, answer: sendUnaryData<object>) => {
        const { request } = call;
        this.listings.push(request);
        call.on('cancelled', () => this.onCancelledListing());
        this.notify();
        if (this.listingError) answer(this.listingError);
        else if (!this.holds) answer(null, this.page(request));
      },
    });
    this.server.addService(BranchService, {
      getStatus: (_call: unknown, answer: (error: null, response: object) => void) => answer(null, this.status()),
      listWrites: (call: { write(message: object): void; end(): void }) => {
        // One a message, so that a client has to put them together.
        for (const write of this.listed) call.write({ writes: [write] });
        if (!this.holds) call.end();
      },
    });
    this.port = await new Promise<number>((resolve, reject) => {
      this.server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
  }

  /** Resolves when that many operations and listings have come in, over all streams. */
  receivedAtLeast(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ count, resolve });
      this.notify();
    });
  }

  /** Breaks every stream and connection, and listens no more. */
  crash(): void {
    this.server.forceShutdown();
    this.streams.clear();
  }

  /** Breaks every stream; the connection stays. */
  breakStreams(code = status.UNAVAILABLE, details = 'broken by the test'): void {
    for (const call of this.streams) call.emit('error', { code, details });
    this.streams.clear();
  }

  /** The process came back without its memory. */
  forget(): void {
    this.origin = (this.origin + 1) as OriginId;
    this.own = 0;
    this.balance = 0n;
    this.remembered.clear();
  }

  view(): View {
    return { origin: this.origin, own: this.own, others: this.others };
  }

  /** Carries the operation out, once. */
  decide({ operation, session, counter }: StreamedOperation): Outcome {
    if (operation.kind === 'query') {
      const { balance, credits } = this;
      return { kind: 'balance', balance, credits, available: balance / 2n, view: this.view() };
    }
    const key = `${session.customer}/${session.session}/${counter}`;
    const known = this.remembered.get(key);
    if (known) return known;
    const amount = operation.kind === 'open' ? 0n : BigInt(operation.amount);
    if (operation.kind === 'deposit') this.credits += amount;
    this.balance += operation.kind === 'deposit' ? amount : -amount;
    this.own += 1;
    const outcome: Outcome = { kind: 'written', view: this.view() };
    this.remembered.set(key, outcome);
    return outcome;
  }

  private serve(call: Call): void {
    this.streams.add(call);
    const reader = new BatchRequestReader<WriteSession>((customer, session) => ({ customer, session }));
    const writer = new BatchResponseWriter(this.origin);
    let number = 0;
    if (this.welcomes) call.write({ welcome: { bankId: this.bankId, origin: packOrigin(this.origin) } });
    call.on('data', (batch: BatchRequest) => {
      this.messages += 1;
      for (const operation of reader.read(batch)) {
        const mine = number++;
        const answer = (outcome: Outcome) => {
          writer.add(mine, outcome);
          call.write(writer.take());
        };
        this.received.push({ ...operation, answer });
        if (this.holds) continue;
        const outcome = this.answers ? this.answers(operation) : this.decide(operation);
        if (outcome) writer.add(mine, outcome);
      }
      if (writer.size > 0) call.write(writer.take());
      this.notify();
    });
    call.on('end', () => {
      this.streams.delete(call);
      call.end();
    });
    call.on('error', () => this.streams.delete(call));
    call.on('cancelled', () => this.streams.delete(call));
  }

  /** Two entries a page; the token is the number of those before. */
  private page({ context, pageToken }: ListingRequest): object {
    const first = Number(pageToken || 0);
    const last = first + 2;
    const passbook = unpackPassbook(context?.passbook ?? {});
    return {
      passbook: packPassbook({ ...passbook, read: viewVector(this.view()) }),
      entries: this.entries.slice(first, last),
      ...(first === 0 ? this.broughtForward : {}),
      nextPageToken: last < this.entries.length ? `${last}` : '',
    };
  }

  private notify(): void {
    const received = this.received.length + this.listings.length;
    const ready = this.waiting.filter(({ count }) => received >= count);
    this.waiting = this.waiting.filter(({ count }) => received < count);
    for (const { resolve } of ready) resolve();
  }

  private status(): object {
    return {
      bankId: this.bankId,
      origin: packOrigin(this.origin),
      members: [this.branch],
      vector: packVector(new Map([[this.origin, this.own]])),
      parked: 2,
      stateDigest: 'digest',
      accounts: [{ account: ACCOUNT, label: 'joint', balanceMinor: `${this.balance}`, allowanceMinor: '7' }],
    };
  }
}

/** One branch, and a bank of it. */
export async function oneBranch(): Promise<{ fake: FakeBranch; bank: Bank; close(): void }> {
  const fake = await FakeBranch.start(1);
  const bank = new Bank({ branches: { 1: fake.address } });
  const close = () => {
    bank.close();
    fake.crash();
  };
  return { fake, bank, close };
}

/** A port on which nobody listens, for as long as nobody takes it. */
export async function freePort(): Promise<number> {
  const server: TcpServer = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
