import { once } from 'node:events';
import { createServer, type Server as TcpServer } from 'node:net';
import { Server, ServerCredentials, type ServerDuplexStream, status } from '@grpc/grpc-js';
import { branchId, foundedAccount, type OriginId, originId } from '../domain/ids.js';
import type { Outcome, View } from '../domain/outcomes.js';
import type { VersionVector } from '../domain/vector.js';
import type { WriteSession } from '../domain/writes.js';
import { BatchRequestReader, type StreamedOperation } from '../wire/batch-requests.js';
import { BatchResponseWriter } from '../wire/batch-results.js';
import type { BatchRequest, BatchResponseShape } from '../wire/messages.js';
import { BranchService, TellerService } from '../wire/services.js';
import { packOrigin, packVector } from '../wire/vectors.js';

export const ACCOUNT = foundedAccount(1);

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
  messages = 0;
  /** What the branch lists as its writes. */
  listed: object[] = [];
  readonly received: Received[] = [];
  readonly streams = new Set<Call>();
  private readonly answers = new Map<string, Outcome>();
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
    this.server.addService(TellerService, { batch: (call: Call) => this.serve(call) });
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

  /** Resolves when that many operations have come in, over all streams. */
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
    this.answers.clear();
  }

  view(): View {
    return { origin: this.origin, own: this.own, others: this.others };
  }

  /** Carries the operation out, once. */
  decide({ operation, session, counter }: StreamedOperation): Outcome {
    if (operation.kind === 'query') return { kind: 'balance', balance: this.balance, view: this.view() };
    const key = `${session.customer}/${session.session}/${counter}`;
    const known = this.answers.get(key);
    if (known) return known;
    this.balance += BigInt(operation.kind === 'deposit' ? operation.amount : -operation.amount);
    this.own += 1;
    const outcome: Outcome = { kind: 'written', view: this.view() };
    this.answers.set(key, outcome);
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
        if (!this.holds) writer.add(mine, this.decide(operation));
      }
      if (writer.size > 0) call.write(writer.take());
      this.notify();
    });
    call.on('end', () => call.end());
    call.on('error', () => this.streams.delete(call));
    call.on('cancelled', () => this.streams.delete(call));
  }

  private notify(): void {
    const ready = this.waiting.filter(({ count }) => this.received.length >= count);
    this.waiting = this.waiting.filter(({ count }) => this.received.length < count);
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

/** A port on which nobody listens, for as long as nobody takes it. */
export async function freePort(): Promise<number> {
  const server: TcpServer = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
