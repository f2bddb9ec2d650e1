import { type Client, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { pb, type VectorShape } from '../wire/messages.js';
import { BranchService, TellerService } from '../wire/services.js';
import type { Place } from './attempt.js';
import { BranchError } from './branch-error.js';
import { type EntriesPage, type EntriesResponse, type ListingPage, packListing, unpackPage } from './listing.js';
import type { BranchStatus } from './status.js';
import { type ListedWrites, type LoggedShape, type StatusResponse, unpackStatus, unpackWrites } from './unpack.js';

/** What inquiries need of the connection to their branch. */
export interface InquiryPorts {
  open(): Client;
  /** Why nothing can be asked here any more, as a sentence. */
  whyGone(): string | undefined;
  /** Why there was no answer in time, as a sentence. */
  whySilent(timeoutMs: number): string;
}

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

  /** All that the branch has applied, as far as it can list it. */
  writes(timeoutMs: number): Promise<ListedWrites> {
    const { path, requestSerialize, responseDeserialize } = BranchService.listWrites;
    return this.ask('writes', timeoutMs, (client, options, ended) => {
      const listed: LoggedShape[] = [];
      const request = new pb.ListWritesRequest();
      const metadata = new Metadata({ waitForReady: true });
      const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, metadata, options);
      const unlisted: VectorShape[] = [];
      call.on('data', (response: InstanceType<typeof pb.ListWritesResponse>) => {
        for (const write of response.writes) listed.push(write);
        if (response.notListed) unlisted.push(response.notListed);
      });
      call.on('error', (error: ServiceError) => ended(error, () => unpackWrites([], [])));
      call.on('end', () => ended(null, () => unpackWrites(listed, unlisted)));
      return call;
    });
  }

  /** One page of the entries of an account, until `signal` is aborted. `waits`: for a connection, if there is none. */
  page(listing: ListingPage, timeoutMs: number, waits: boolean, signal: AbortSignal): Promise<EntriesPage> {
    const { path, requestSerialize, responseDeserialize } = TellerService.listEntries;
    return this.ask('entries', timeoutMs, (client, options, ended) => {
      const metadata = new Metadata({ waitForReady: waits });
      const answered = (error: ServiceError | null, response?: EntriesResponse) =>
        ended(error, () => unpackPage(response as EntriesResponse));
      const request = packListing(listing);
      const call = client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, metadata, options, answered);
      signal.addEventListener('abort', () => call.cancel());
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
        if (error) return reject(new BranchError(this.describe(what, error, timeoutMs), error));
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
