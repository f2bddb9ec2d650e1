import { type ChannelCredentials, Client, connectivityState } from '@grpc/grpc-js';
import { branchOf, formatOrigin, type OriginId } from '../domain/ids.js';
import type { StreamedOutcome } from '../wire/batch-results.js';
import { TellerService } from '../wire/services.js';
import { type Attempt, type Place, POINTLESS_TO_REPEAT, type Terms } from './attempt.js';
import { type BatchCall, BranchStream, type StreamEnd } from './branch-stream.js';
import type { Expiry } from './expiry.js';
import { Inquiries } from './inquiries.js';
import type { EntriesPage, ListingPage } from './listing.js';
import { PageAttempt } from './page-attempt.js';
import { type AttemptDone, type OperationRequest, PendingOperation } from './pending-operation.js';
import type { Reachability } from './status.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

const CHANNEL_OPTIONS = {
  // The defaults wait a second, more than all the branches of a bank need to start.
  'grpc.initial_reconnect_backoff_ms': FIRST_PAUSE_MS,
  'grpc.max_reconnect_backoff_ms': LONGEST_PAUSE_MS,
  'grpc.max_receive_message_length': 16 * 2 ** 20,
  // Banks of one process end one by one, each with its own connections.
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_http_proxy': 0,
  // Attempts are repeated here, where their ids and origins are known.
  'grpc.enable_retries': 0,
  'grpc.service_config_disable_resolution': 1,
  // A machine that vanishes says no goodbye, and TCP takes a quarter of an hour to notice.
  'grpc.keepalive_time_ms': 20_000,
  'grpc.keepalive_timeout_ms': 10_000,
};

/** What a connection needs of its bank. */
export interface ConnectionPorts {
  readonly credentials: ChannelCredentials;
  readonly nowMs: () => number;
  readonly expiry: Expiry;
  /** Takes note of the bank's id; false if an earlier branch named another. */
  readonly isOurBank: (bankId: string) => boolean;
}

/**
 * The way to one branch: a channel, and on it one stream of batches at a time.
 *
 * Operations of one turn of the event loop leave together. When a stream breaks,
 * what it had not answered is sent again, with the same request ids, on the
 * next one: a branch that remembers carries each out once. Nothing leaves until
 * the Welcome has said who answers: another bank would carry it out, and a branch
 * that came back as another origin has forgotten what was sent before.
 */
export class BranchConnection {
  /** Operations to be sent, in order; those that were sent before stand in front. */
  private queue: PendingOperation[] = [];
  private phase: 'resting' | 'connecting' | 'pausing' | 'streaming' = 'resting';
  private client: Client | undefined;
  private stream: BranchStream | undefined;
  /** Streams that were used up, and of which not all is answered. */
  private readonly retired = new Set<BranchStream>();
  private pauseMs = FIRST_PAUSE_MS;
  private pauseTimer: NodeJS.Timeout | undefined;
  private flushing: NodeJS.Immediate | undefined;
  /** What is asked about the branch itself, beside the stream of operations. */
  readonly inquiries: Inquiries;
  /** Why nothing can be asked here any more, as a sentence. */
  private gone: string | undefined;
  /** That somebody else answered at the address last, as a sentence. */
  private stranger: string | undefined;

  constructor(
    private readonly place: Place,
    private readonly ports: ConnectionPorts,
  ) {
    this.inquiries = new Inquiries(place, {
      open: () => this.openClient(),
      whyGone: () => this.gone,
      whySilent: (timeoutMs) =>
        this.connectivity === connectivityState.READY
          ? `${place} did not answer within ${timeoutMs} ms`
          : this.noConnection(timeoutMs),
    });
  }

  ask(request: OperationRequest, terms: Terms, done: AttemptDone<StreamedOutcome>): Attempt {
    const pending = new PendingOperation(request, this.place, terms, this.ports.nowMs() + terms.timeoutMs, done);
    if (this.gone !== undefined) pending.fail(this.gone, 'elsewhere');
    else if (this.stream?.origin !== undefined && !pending.isKnownTo(this.stream.origin))
      this.forgotten(pending, this.stream.origin);
    else this.enqueue(pending);
    return pending;
  }

  list(page: ListingPage, terms: Terms, done: AttemptDone<EntriesPage>): Attempt {
    return new PageAttempt(this.place, this.inquiries, terms, page, done);
  }

  private enqueue(pending: PendingOperation): void {
    this.ports.expiry.add(pending);
    this.queue.push(pending);
    this.flushing ??= setImmediate(() => {
      this.flushing = undefined;
      this.flush();
    });
  }

  /** The branch is gone for good. */
  lost(why: string): void {
    this.end(`${this.place} is gone: ${why}`);
  }

  /** Ends what is under way and refuses what comes; `why` is a sentence. */
  end(why: string): void {
    if (this.gone !== undefined) return;
    this.gone = why;
    clearTimeout(this.pauseTimer);
    clearImmediate(this.flushing);
    const underWay = this.takeAll();
    this.inquiries.cancel();
    this.client?.close();
    for (const pending of underWay) pending.fail(why, 'elsewhere');
  }

  private takeAll(): PendingOperation[] {
    const streams = [...this.retired, ...(this.stream ? [this.stream] : [])];
    this.retired.clear();
    this.stream = undefined;
    return [...streams.flatMap((stream) => stream.cancel()), ...this.queue.splice(0)];
  }

  waitUntilReachable(timeoutMs: number): Promise<Reachability> {
    const deadline = Date.now() + timeoutMs;
    return new Promise((resolve) => {
      const unreachable = () => resolve({ reachable: false, message: this.gone ?? this.noConnection(timeoutMs) });
      // Not the library's waitForReady: that one wakes up a channel which was closed meanwhile.
      const look = (error?: Error) => {
        if (error || this.gone !== undefined) return unreachable();
        const channel = this.openClient().getChannel();
        const state = channel.getConnectivityState(true);
        if (state === connectivityState.READY) resolve({ reachable: true });
        else channel.watchConnectivityState(state, deadline, look);
      };
      look();
    });
  }

  private noConnection(timeoutMs: number): string {
    return `${this.place} cannot be reached: no connection within ${timeoutMs} ms`;
  }

  private get connectivity(): connectivityState | undefined {
    return this.client?.getChannel().getConnectivityState(false);
  }

  /** Sends what waits, or takes the next step towards it. */
  private flush(): void {
    if (this.stream?.origin === undefined) this.queue = this.queue.filter((pending) => !pending.isDone);
    if (this.queue.length === 0) return;
    if (this.phase === 'resting') this.connect();
    if (this.phase === 'connecting' && this.connectivity === connectivityState.TRANSIENT_FAILURE)
      this.sendElsewhere(`${this.place} cannot be reached`);
    if (this.phase === 'pausing' && this.stranger !== undefined) this.sendElsewhere(this.stranger);
    const stream = this.stream;
    if (stream?.origin === undefined) return;
    while (this.queue.length > 0 && stream.isWritable && !stream.isFull) stream.send(this.queue, stream.origin);
    if (stream.isFull) this.replace(stream);
  }

  private replace(stream: BranchStream): void {
    this.retired.add(stream);
    this.stream = undefined;
    this.phase = 'resting';
    stream.retire();
    this.flush();
  }

  /** A stream is opened only on an established connection: what finds none was certainly not sent. */
  private connect(): void {
    const channel = this.openClient().getChannel();
    const state = channel.getConnectivityState(true);
    if (state === connectivityState.READY) return this.openStream();
    this.phase = 'connecting';
    channel.watchConnectivityState(state, Number.POSITIVE_INFINITY, () => this.proceed());
  }

  /** Nobody answers at the address, or not who should: who has another to ask does not wait for this one. */
  private sendElsewhere(why: string): void {
    const [going, staying] = [this.queue.filter(isImpatient), this.queue.filter((pending) => !isImpatient(pending))];
    this.queue = staying;
    for (const pending of going) pending.fail(why);
  }

  private proceed(): void {
    if (this.gone !== undefined) return;
    this.phase = 'resting';
    this.flush();
  }

  private openClient(): Client {
    this.client ??= new Client(this.place.address, this.ports.credentials, CHANNEL_OPTIONS);
    return this.client;
  }

  private openStream(): void {
    const { path, requestSerialize, responseDeserialize } = TellerService.batch;
    const call: BatchCall = this.openClient().makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
    this.phase = 'streaming';
    const stream: BranchStream = new BranchStream(
      call,
      {
        welcomed: (bankId, origin) => this.welcomed(bankId, origin),
        writable: () => this.flush(),
        ended: (end) => (this.retired.delete(stream) ? this.retiredEnded(end) : this.streamEnded(end)),
      },
      this.ports.nowMs,
    );
    this.stream = stream;
  }

  private welcomed(bankId: string, origin: OriginId): void {
    const stranger = this.whyStranger(bankId, origin);
    if (stranger !== undefined) return this.turnFrom(stranger);
    this.stranger = undefined;
    this.forgetWhatIsUnknownTo(origin);
    this.pauseMs = FIRST_PAUSE_MS;
    this.flush();
  }

  private whyStranger(bankId: string, origin: OriginId): string | undefined {
    const { place } = this;
    const found = branchOf(origin);
    if (found !== place.branch) return `${place.address} is not branch ${place.branch} but branch ${found}`;
    return this.ports.isOurBank(bankId) ? undefined : `${place} is of another bank (${bankId})`;
  }

  /**
   * Ends what is under way at somebody else. Addresses change hands: the branch may be back
   * there later, so this is not the end.
   */
  private turnFrom(stranger: string): void {
    this.stranger = stranger;
    const underWay = this.takeAll();
    this.pause();
    for (const pending of underWay) pending.fail(stranger, 'elsewhere');
  }

  private forgetWhatIsUnknownTo(origin: OriginId): void {
    for (const pending of [...this.queue]) if (!pending.isKnownTo(origin)) this.forgotten(pending, origin);
  }

  private forgotten(pending: PendingOperation, origin: OriginId): void {
    const who = `${this.place} came back as origin ${formatOrigin(origin)}`;
    pending.fail(`${who}, which does not know what the one before did`, 'nowhere');
  }

  private streamEnded(end: StreamEnd): void {
    const wasWelcome = this.stream?.origin !== undefined;
    this.stream = undefined;
    if (!wasWelcome && POINTLESS_TO_REPEAT.has(end.code)) return this.turnFrom(`${this.place} ${howItEnded(end)}`);
    this.takeBack(end);
    this.pause();
  }

  private retiredEnded(end: StreamEnd): void {
    this.takeBack(end);
    if (this.stream?.origin !== undefined) this.forgetWhatIsUnknownTo(this.stream.origin);
    this.flush();
  }

  /** What was not answered is sent again. */
  private takeBack(end: StreamEnd): void {
    const how = howItEnded(end);
    if (POINTLESS_TO_REPEAT.has(end.code)) for (const pending of end.unanswered) pending.fail(`${this.place} ${how}`, 'nowhere');
    this.queue = [...end.unanswered, ...this.queue];
    for (const pending of this.queue) pending.trouble = `it ${how}`;
  }

  private pause(): void {
    this.phase = 'pausing';
    this.pauseTimer = setTimeout(() => this.proceed(), this.pauseMs);
    this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
  }
}

function howItEnded({ details }: StreamEnd): string {
  return `broke the stream off: ${details}`;
}

function isImpatient({ terms }: PendingOperation): boolean {
  return terms.failsFast;
}
