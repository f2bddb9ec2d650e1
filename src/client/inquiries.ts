import { type Client, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { AccountId, CustomerId } from '../domain/ids.js';
import { type AppliedWrite, WriteKind } from '../domain/writes.js';
import { pb, WireError } from '../wire/messages.js';
import { BranchService } from '../wire/services.js';
import { checkSequence, unpackOrigin } from '../wire/vectors.js';
import type { Place } from './pending-operation.js';
import { type BranchStatus, type StatusResponse, unpackStatus } from './status.js';

/** A branch could not be asked; the message names it. */
export class BranchError extends Error {
  override name = 'BranchError';
}

/** What inquiries need of the connection to their branch. */
export interface InquiryPorts {
  open(): Client;
  /** Why nothing can be asked here any more, as a sentence. */
  whyGone(): string | undefined;
  /** Why there was no answer in time, as a sentence. */
  whySilent(timeoutMs: number): string;
}

type LoggedShape = InstanceType<typeof pb.ListWritesResponse>['writes'][number];

/** Questions about a branch itself, each a call of its own. A branch that is just starting is waited for. */
export class Inquiries {
  private readonly calls = new Set<{ cancel(): void }>();

  constructor(
    private readonly place: Place,
    private readonly ports: InquiryPorts,
  ) {}

  status(timeoutMs: number): Promise<BranchStatus> {
    const { path, requestSerialize, responseDeserialize } = BranchService.getStatus;
    return this.ask('status', timeoutMs, (client, options, ended) => {
      const request = new pb.GetStatusRequest();
      const metadata = new Metadata({ waitForReady: true });
      const answered = (error: ServiceError | null, response?: StatusResponse) =>
        ended(error, () => unpackStatus(response as StatusResponse));
      return client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, metadata, options, answered);
    });
  }

  /** In the order in which the branch applied them. */
  writes(timeoutMs: number): Promise<AppliedWrite[]> {
    const { path, requestSerialize, responseDeserialize } = BranchService.listWrites;
    return this.ask('writes', timeoutMs, (client, options, ended) => {
      const listed: LoggedShape[] = [];
      const request = new pb.ListWritesRequest();
      const metadata = new Metadata({ waitForReady: true });
      const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, metadata, options);
      call.on('data', (response: InstanceType<typeof pb.ListWritesResponse>) => {
        for (const write of response.writes) listed.push(write);
      });
      call.on('error', (error: ServiceError) => ended(error, () => []));
      call.on('end', () => ended(null, () => inOrder(listed.map(unpackWrite))));
      return call;
    });
  }

  /** Ends what is under way. */
  cancel(): void {
    for (const call of this.calls) call.cancel();
  }

  private ask<T>(
    what: string,
    timeoutMs: number,
    begin: (
      client: Client,
      options: { readonly deadline: number },
      ended: (error: ServiceError | null, read: () => T) => void,
    ) => { cancel(): void },
  ): Promise<T> {
    const gone = this.ports.whyGone();
    if (gone !== undefined) return Promise.reject(new BranchError(gone));
    return new Promise((resolve, reject) => {
      const call = begin(this.ports.open(), { deadline: Date.now() + timeoutMs }, (error, read) => {
        this.calls.delete(call);
        if (error) return reject(new BranchError(this.describe(what, error, timeoutMs)));
        try {
          resolve(read());
        } catch (problem) {
          const why = (problem as Error).message;
          reject(new BranchError(`${this.place} told its ${what} in a way that cannot be read: ${why}`));
        }
      });
      this.calls.add(call);
    });
  }

  private describe(what: string, { code, details }: ServiceError, timeoutMs: number): string {
    const gone = this.ports.whyGone();
    if (gone !== undefined) return gone;
    if (code === status.DEADLINE_EXCEEDED) return this.ports.whySilent(timeoutMs);
    return `${this.place} cannot tell its ${what}: ${details}`;
  }
}

const KINDS: ReadonlySet<number> = new Set(Object.values(WriteKind));

function unpackWrite({ writeId, kind, account, amountMinor, customer, requestId, position }: LoggedShape): AppliedWrite {
  const sequence = checkSequence(writeId?.sequence);
  if (sequence === 0 || !KINDS.has(kind ?? 0)) throw new WireError('a write has an id and a kind');
  return {
    id: { origin: unpackOrigin(writeId?.origin), sequence },
    kind: kind as number as WriteKind,
    account: (account ?? '') as AccountId,
    amountMinor: checkSequence(amountMinor),
    ...(customer ? { request: { customer: customer as CustomerId, ...requestOf(requestId) } } : {}),
    position: checkSequence(position),
  };
}

function requestOf(id: LoggedShape['requestId']): { session: number; counter: number } {
  return { session: checkSequence(id?.session), counter: checkSequence(id?.counter) };
}

function inOrder(writes: AppliedWrite[]): AppliedWrite[] {
  return writes.sort((a, b) => a.position - b.position);
}
