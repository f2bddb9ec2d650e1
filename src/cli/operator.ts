import { Client, credentials, type Metadata, type MethodDefinition, type ServiceError, status } from '@grpc/grpc-js';
import { type BranchId, branchId } from '../domain/ids.js';
import { DECIDED_BY } from '../server/membership-service.js';
import { BranchService } from '../wire/services.js';

/** A question that is answered out of memory. */
const ANSWER_MS = 5000;
/** Nothing has come for so long: the other side is gone, or as good as gone. */
const SILENCE_MS = 15_000;

/** What a branch says of its bank. */
export interface BankFacts {
  readonly bankId: string;
  readonly foundingMembers: readonly BranchId[];
  readonly foundedMinor: readonly bigint[];
  /** The branches that belong to it now, with their addresses; empty where the branch does not know it. */
  readonly members: ReadonlyMap<BranchId, string>;
  /** Those whose word the branch waits for. */
  readonly awaited: readonly BranchId[];
}

/** A branch that did not do what it was asked to. */
export class OperatorError extends Error {
  override name = 'OperatorError';

  constructor(
    message: string,
    /** Nobody answered, or the branch has just begun: later it may do it. */
    readonly mayRetry: boolean,
    /** The branch that decides it, if the one asked has said so. */
    readonly decidedBy?: BranchId,
  ) {
    super(message);
  }
}

/** What operators ask a branch, and branches that begin. */
export class Operator {
  private readonly client: Client;

  constructor(private readonly address: string) {
    this.client = new Client(address, credentials.createInsecure(), {
      'grpc.enable_http_proxy': 0,
      'grpc.use_local_subchannel_pool': 1,
      // Some answers take long, and a machine that vanishes says no goodbye.
      'grpc.keepalive_time_ms': 20_000,
    });
  }

  close(): void {
    this.client.close();
  }

  async join(branch: BranchId, address: string): Promise<void> {
    await this.call(BranchService.join, { branch, address }, ANSWER_MS);
  }

  /** Waits as long as it takes. */
  async retire(branches: readonly BranchId[], lost: boolean): Promise<void> {
    await this.call(BranchService.retire, { branches, lost });
  }

  async bank(): Promise<BankFacts> {
    return (await this.read(true)).bank;
  }

  /** Whether this is the branch of that bank, and it runs. */
  async isBranch(branch: BranchId, bankId: string): Promise<boolean> {
    const status = await this.call(BranchService.getStatus, {}, ANSWER_MS).catch(() => undefined);
    return status?.bankId === bankId && status.origin?.branch === branch;
  }

  /** What a branch that begins has to know. */
  snapshot(): Promise<{ readonly bank: BankFacts; readonly snapshot: Uint8Array }> {
    return this.read(false);
  }

  private call<Req, Res>(method: MethodDefinition<Req, Res>, request: object, timeoutMs?: number): Promise<Res> {
    const options = timeoutMs === undefined ? {} : { deadline: Date.now() + timeoutMs };
    return new Promise((resolve, reject) => {
      const { path, requestSerialize, responseDeserialize } = method;
      this.client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request as Req, options, (error, answer) =>
        error ? reject(this.explain(error)) : resolve(answer as Res),
      );
    });
  }

  private read(bankOnly: boolean): Promise<{ bank: BankFacts; snapshot: Uint8Array }> {
    const { path, requestSerialize, responseDeserialize } = BranchService.getSnapshot;
    const call = this.client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, { bankOnly } as never);
    const silence = setTimeout(() => call.cancel(), SILENCE_MS);
    const parts: Uint8Array[] = [];
    let bank: BankFacts | undefined;
    return new Promise((resolve, reject) => {
      call.on('data', (message: SnapshotMessage) => {
        silence.refresh();
        if (message.bank) bank = readBank(message.bank);
        else if (message.part) parts.push(message.part);
      });
      call.once('error', (error: ServiceError) => reject(this.explain(error)));
      call.once('end', () => bank && resolve({ bank, snapshot: Buffer.concat(parts) }));
      call.once('close', () => clearTimeout(silence));
    });
  }

  private explain({ code, details, metadata }: ServiceError): OperatorError {
    if (code === status.UNIMPLEMENTED) return new OperatorError(`${this.address} is no branch that could do this`, false);
    const mayRetry = [status.UNAVAILABLE, status.DEADLINE_EXCEEDED, status.CANCELLED].includes(code);
    const decidedBy = decidedIn(metadata);
    const isAnswer = !mayRetry || decidedBy !== undefined;
    return new OperatorError(isAnswer ? details : `nobody answers at ${this.address}`, mayRetry, decidedBy);
  }
}

interface SnapshotMessage {
  readonly bank?: BankMessage | null;
  readonly part?: Uint8Array;
}

interface BankMessage {
  readonly bankId: string;
  readonly foundingMembers: readonly number[];
  readonly foundedMinor: readonly string[];
  readonly members: readonly { readonly branch: number; readonly address: string }[];
  readonly awaited: readonly number[];
}

function readBank({ bankId, foundingMembers, foundedMinor, members, awaited }: BankMessage): BankFacts {
  return {
    bankId,
    foundingMembers: foundingMembers.map(branchId),
    foundedMinor: foundedMinor.map(BigInt),
    members: new Map(members.map(({ branch, address }) => [branchId(branch), address])),
    awaited: awaited.map(branchId),
  };
}

function decidedIn(metadata: Metadata | undefined): BranchId | undefined {
  const [text] = metadata?.get(DECIDED_BY) ?? [];
  return text === undefined ? undefined : branchId(Number(text));
}
