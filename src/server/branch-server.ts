import { Server, ServerCredentials, type ServerDuplexStream, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { Branch, type BranchConfig } from '../core/branch.js';
import type { Note } from '../core/notes.js';
import { type BranchId, formatWriteId } from '../domain/ids.js';
import type { WriteBatch } from '../domain/writes.js';
import { Driver } from '../driver/driver.js';
import type { BatchRequest, BatchResponseShape } from '../wire/messages.js';
import { BranchService, PropagationService, TellerService } from '../wire/services.js';
import { encodeSnapshot } from '../wire/snapshot.js';
import { sealWriteBatch } from '../wire/write-batch.js';
import { BatchStream } from './batch-stream.js';
import { nodeClock } from './clock.js';
import type { Slowness } from './link.js';
import { Links } from './links.js';
import { MembershipService } from './membership-service.js';
import { limited } from './message-limit.js';
import type { OpenedBranch } from './open-branch.js';
import { Reports } from './reports.js';
import { StandardServices } from './standard-services.js';
import { Teller } from './teller.js';
import { TimeLimits } from './time-limits.js';

/** Largest message that is received: a frame of another branch. Customers may send less. */
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
/** How long a branch that closes waits for the last answers to be read. */
const DRAIN_MS = 1000;

export interface BranchServerConfig extends Pick<BranchConfig, 'patienceMs' | 'maxParked' | 'observe'> {
  readonly opened: OpenedBranch;
  readonly slowness: Slowness;
  /** No request keeps the branch busy for longer, whatever its sender says. */
  readonly maxDeadlineMs: number;
  readonly onNote: (note: Note) => void;
  /** The branch has all that it ever wrote, and takes on writes from now on. */
  readonly onReady?: () => void;
  /** Where others reach this branch, for whoever asks for all addresses. */
  readonly address?: string;
  /** The branch has left the bank and has stopped: it is to be shut. */
  readonly onLeft?: () => void;
  /** The branch has stopped: its log cannot be written, or to go on would do harm. */
  readonly onFailure: (error: Error) => void;
  readonly onBadMessage: (peer: BranchId, error: Error) => void;
  /** Somebody else answers at the address of a branch. */
  readonly onStranger: (peer: BranchId, sentence: string) => void;
}

/** It cannot listen there; the message is for people. */
export class ListenError extends Error {
  override name = 'ListenError';
}

export class PortTakenError extends ListenError {
  override name = 'PortTakenError';
}

/** One branch of the bank, listening. It dials nobody before `meet` says where the others are. */
export class BranchServer {
  private readonly server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE_BYTES, 'grpc.so_reuseport': 0 });
  private readonly standard = new StandardServices();
  private readonly streams = new Set<BatchStream>();
  private readonly limits: TimeLimits;
  private readonly links: Links;
  private readonly branch: Branch;
  private readonly driver: Driver;

  constructor(private readonly config: BranchServerConfig) {
    const { opened, patienceMs, maxParked, observe, slowness, onNote, onFailure, onBadMessage, onStranger } = config;
    const { origin, incarnation, store, founding } = opened;
    const { bankId, members: founders } = founding;
    this.limits = new TimeLimits(config.maxDeadlineMs);
    this.branch = new Branch({ ...founding, origin, incarnation, patienceMs, maxParked, observe });
    this.links = new Links({ bankId, origin, founders, slowness, onBadMessage, onStranger });
    this.driver = new Driver(this.branch, {
      clock: nodeClock,
      store,
      transport: this.links,
      encode: sealWriteBatch,
      encodeSnapshot,
      observe: (note) => {
        if (note.kind === 'forked') onBadMessage(note.from, forked(note.batch));
        onNote(note);
      },
      failed: onFailure,
      recovered: () => this.becameReady(),
      left: () => config.onLeft?.(),
    });
    this.links.attach(this.driver);
    this.addServices();
    if (opened.kept) this.branch.restore(opened.kept, nodeClock.nowMs());
    opened.whenFull((isFull) => this.driver.diskFull(isFull));
    if (!this.branch.isSure) this.standard.setServing(false);
  }

  /** Whether it takes on writes: not before it knows that it has all its own. */
  get isReady(): boolean {
    return this.branch.isSure;
  }

  /** Those that have not yet told what they have of this branch's writes. */
  get silentBranches(): readonly BranchId[] {
    return this.branch.silentBranches;
  }

  /** Whether these are to give up the directory whose place it takes. */
  get waitsForPromises(): boolean {
    return this.branch.waitsForPromises;
  }

  /** Whether it answers nobody, as it has nothing and knows nobody. */
  get isBlank(): boolean {
    return this.branch.isBlank;
  }

  /** Binds the listener and returns its port; 0 asks for a free one. */
  async listen(host: string, port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (!error) {
          this.driver.begin();
          resolve(bound);
        } else reject(explained(error, host, port));
      });
    });
  }

  /** Where the other branches are. */
  meet(addresses: ReadonlyMap<BranchId, string>): void {
    this.links.setAddresses(addresses);
  }

  /** Where others are, as somebody else says: what is known stands. */
  learnAddresses(addresses: ReadonlyMap<BranchId, string>): void {
    this.links.learnAddresses(addresses);
  }

  /** Members that this branch cannot dial, as it does not know where they are. */
  get unreachable(): readonly BranchId[] {
    const { self, members } = this.branch;
    return members.filter((member) => member !== self && this.links.addressOf(member) === undefined);
  }

  /** Refuses new requests, finishes what was accepted, says goodbye. */
  async close(): Promise<void> {
    this.standard.setServing(false);
    await this.driver.close();
    await this.shut();
  }

  /** Says goodbye: of a branch that has left, there is nothing to finish. */
  async shut(): Promise<void> {
    this.standard.setServing(false);
    // What was said in the last turn leaves with the end of that.
    await new Promise((resolve) => setImmediate(resolve));
    for (const stream of this.streams) stream.end();
    this.links.stop();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.server.forceShutdown(), DRAIN_MS);
      this.server.tryShutdown(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    await this.config.opened.close();
  }

  private becameReady(): void {
    this.standard.setServing(true);
    this.config.onReady?.();
  }

  private addServices(): void {
    const teller = new Teller(this.branch, this.driver, this.limits);
    const reports = new Reports(this.branch, this.driver, this.config.opened.store, this.limits);
    const handlers = (table: object) => table as UntypedServiceImplementation;
    this.server.addService(
      limited(TellerService),
      handlers({
        ...teller.handlers,
        listEntries: reports.listEntries.bind(reports),
        batch: (call: ServerDuplexStream<BatchRequest, BatchResponseShape>) => this.openStream(call),
      }),
    );
    this.server.addService(
      BranchService,
      handlers({
        ...new MembershipService(this.branch, this.driver, (branch) => this.addressOf(branch)).handlers,
        getStatus: reports.getStatus.bind(reports),
        listWrites: reports.listWrites.bind(reports),
      }),
    );
    this.server.addService(PropagationService, handlers({ link: this.links.accept.bind(this.links) }));
    this.standard.addTo(this.server);
  }

  private addressOf(branch: BranchId): string | undefined {
    return branch === this.branch.self ? this.config.address : this.links.addressOf(branch);
  }

  private openStream(call: ServerDuplexStream<BatchRequest, BatchResponseShape>): void {
    const stream = new BatchStream(call, this.branch, this.driver, this.limits);
    this.streams.add(stream);
    call.on('close', () => this.streams.delete(stream));
  }
}

/** The library says in its text only what went wrong, with all addresses of a name together. */
function explained(error: Error, host: string, port: number): Error {
  const { message } = error;
  if (message.includes('EADDRINUSE')) return new PortTakenError(`port ${port} is taken by another program`);
  if (message.includes('EADDRNOTAVAIL')) return new ListenError(`${host} is no address of this machine`);
  if (message.includes('EACCES')) return new ListenError(`only a privileged user may listen on port ${port}`);
  if (/Name resolution failed|No addresses resolved/.test(message))
    return new ListenError(`the name ${host} cannot be resolved to an address`);
  return error;
}

/** Nobody can tell which of the two is right, so what came second is left out. */
function forked({ origin, first }: WriteBatch): Error {
  const id = formatWriteId({ origin, sequence: first });
  return new Error(
    `it tells write ${id} otherwise than it is known here: two logs go by one name, and one of them is an old copy`,
  );
}
