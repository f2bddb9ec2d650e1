import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { ChannelCredentials, credentials } from '@grpc/grpc-js';
import { type BranchId, branchId, isBranchNumber } from '../domain/ids.js';
import type { Refusal } from '../domain/outcomes.js';
import { type Attempt, Place } from './attempt.js';
import { BranchConnection } from './branch-connection.js';
import { BranchError } from './branch-error.js';
import { Expiry } from './expiry.js';
import type { Inquiries } from './inquiries.js';
import { Session, type SessionOptions } from './session.js';
import type { SessionPorts } from './session-ports.js';
import type { BranchStatus, Reachability } from './status.js';
import type { ListedWrites } from './unpack.js';

/** Where the branches of a bank are, and how they are spoken to. */
export interface BankOptions {
  /** Host and port of each branch by its number, as in `{ 1: 'localhost:20001' }`; sessions begin at the first. */
  readonly branches: ReadonlyMap<number, string> | Readonly<Record<number, string>>;
  /** As `@grpc/grpc-js` makes them, in the copy that this package uses. Default: no encryption. */
  readonly credentials?: ChannelCredentials;
  /** @internal The moment from which recorded histories count, on the clock below. Default: when the bank is made. */
  readonly startedAtMs?: number;
  /** @internal A clock that never goes back, in milliseconds. Default: `performance.now`. */
  readonly nowMs?: () => number;
  /** @internal A random integer from 0 to 2^53-1. */
  readonly drawNonce?: () => number;
}

const LONGEST_CUSTOMER = 128;
const STATUS_TIMEOUT_MS = 5_000;

/**
 * A replicated bank as one process of its customers sees it. Connections are
 * made when a branch is first asked, one for all sessions of the process, and
 * operations of one turn of the event loop leave together.
 */
export class Bank {
  private readonly connections = new Map<BranchId, BranchConnection>();
  private readonly expiry: Expiry;
  private readonly nowMs: () => number;
  private readonly ports: SessionPorts;
  private knownId = '';

  /** Throws a RangeError if the branches make no bank, and a TypeError for credentials that are none. */
  constructor(private readonly options: BankOptions) {
    checkBranches(options);
    if (options.credentials !== undefined && !(options.credentials instanceof ChannelCredentials))
      throw new TypeError('credentials are those of the @grpc/grpc-js that passbook uses: install that version, and only once');
    this.nowMs = options.nowMs ?? (() => performance.now());
    this.expiry = new Expiry(this.nowMs);
    for (const place of placesOf(options.branches)) this.connections.set(place.branch, this.connection(place));
    this.ports = this.sessionPorts();
  }

  /** Which bank this is; empty until a branch has said it. */
  get bankId(): string {
    return this.knownId;
  }

  /**
   * Begins a session. Throws a RangeError if an option makes no sense, or there is no branch, and a
   * PassbookError if the passbook is not one.
   */
  session(options: SessionOptions): Session {
    // Programs without types leave out anything.
    const customer: unknown = options?.customer;
    const length = typeof customer === 'string' ? customer.length : 0;
    if (length === 0 || length > LONGEST_CUSTOMER)
      throw new RangeError(`a customer is a text of 1 to ${LONGEST_CUSTOMER} characters`);
    if (this.connections.size === 0) throw new RangeError('a bank has at least one branch');
    return new Session((this.options.drawNonce ?? drawNonce)(), options, this.ports);
  }

  /** How a branch describes itself; one that is starting is waited for. Rejects with a BranchError that names it. */
  async status(branch: number, { timeoutMs = STATUS_TIMEOUT_MS }: { timeoutMs?: number } = {}): Promise<BranchStatus> {
    return this.inquiries(branch).status(timeoutMs);
  }

  /** @internal All writes that a branch has applied, as far as its log reaches back, with the internal ones. Rejects as `status` does. */
  async writes(branch: BranchId, { timeoutMs = STATUS_TIMEOUT_MS }: { timeoutMs?: number } = {}): Promise<ListedWrites> {
    return this.inquiries(branch).writes(timeoutMs);
  }

  /** Waits for a branch that may still have to start. Never rejects. */
  async waitUntilReachable(branch: number, { timeoutMs }: { timeoutMs: number }): Promise<Reachability> {
    const connection = this.connections.get(branch as BranchId);
    return connection ? connection.waitUntilReachable(timeoutMs) : { reachable: false, message: this.noSuchBranch(branch) };
  }

  /**
   * @internal Somebody knows that this branch is gone for good, for instance the parent of
   * its process. What is under way there ends at once, and so does what comes:
   * nobody has to wait for deadlines.
   */
  lost(branch: BranchId, why: string): void {
    this.connections.get(branch)?.lost(why);
  }

  /** Ends all that is under way and every connection, so that the process can end. */
  close(why = 'the bank was closed by its user'): void {
    for (const connection of this.connections.values()) connection.end(why);
    this.expiry.close();
  }

  private inquiries(branch: number): Inquiries {
    const connection = this.connections.get(branch as BranchId);
    if (!connection) throw new BranchError(this.noSuchBranch(branch));
    return connection.inquiries;
  }

  private connection(place: Place): BranchConnection {
    return new BranchConnection(place, {
      credentials: this.options.credentials ?? credentials.createInsecure(),
      nowMs: this.nowMs,
      expiry: this.expiry,
      isOurBank: (bankId) => {
        this.knownId ||= bankId;
        return this.knownId === bankId;
      },
    });
  }

  private sessionPorts(): SessionPorts {
    const bankId = () => this.knownId;
    return {
      get bankId() {
        return bankId();
      },
      startedAtMs: this.options.startedAtMs ?? this.nowMs(),
      nowMs: this.nowMs,
      branches: [...this.connections.keys()],
      remind: (item) => this.expiry.add(item),
      ask: (branch, request, terms, done) =>
        this.connections.get(branch)?.ask(request, terms, done) ?? nowhere(this.branchNotFound(branch), done),
      list: (branch, page, terms, done) =>
        this.connections.get(branch)?.list(page, terms, done) ?? nowhere(this.branchNotFound(branch), done),
    };
  }

  private branchNotFound(branch: BranchId): Refusal {
    const details = { branch: String(branch) };
    return { kind: 'refused', reason: 'BRANCH_NOT_FOUND', applied: 'no', message: this.noSuchBranch(branch), details };
  }

  private noSuchBranch(branch: number): string {
    return `there is no branch ${branch} among those of this bank (${[...this.connections.keys()].join(', ')})`;
  }
}

/** Programs without types leave out anything. */
function checkBranches(options: BankOptions | undefined): void {
  const branches: unknown = options?.branches;
  if (typeof branches === 'object' && branches !== null) return;
  const is = inspect(branches, { maxStringLength: 100 });
  throw new RangeError(
    `branches says where each of them is, as in new Bank({ branches: { 1: 'localhost:20001' } }); it is ${is}`,
  );
}

function placesOf(branches: BankOptions['branches']): Place[] {
  const entries = branches instanceof Map ? [...branches] : Object.entries(branches);
  return entries.map(([number, address]: [unknown, unknown]) => {
    if (!isBranchNumber(Number(number))) throw new RangeError(`${number} is not the number of a branch`);
    if (typeof address !== 'string') throw new RangeError(`branch ${number} has no address, such as 'localhost:20001'`);
    if (!isAddress(address))
      throw new RangeError(`the address of branch ${number} is a host and a port, such as 'localhost:20001', not '${address}'`);
    return new Place(branchId(Number(number)), address);
  });
}

/** Said at once: what cannot be an address would look like a branch that does not answer. */
function isAddress(address: string): boolean {
  if (/^(unix|dns|ipv4|ipv6):./.test(address)) return true;
  const port = /^(?:[^\s:/]+|\[[^\s\]]+\]):(\d{1,5})$/.exec(address)?.[1];
  return port !== undefined && Number(port) >= 1 && Number(port) <= 65_535;
}

/** The attempt to ask a branch that there is not. */
function nowhere(refusal: Refusal, done: (refusal: Refusal, attempt: Attempt) => void): Attempt {
  const attempt: Attempt = {
    isDone: true,
    wasSent: false,
    copies: 0,
    sentTo: undefined,
    again: 'nowhere',
    doubt: undefined,
    fail: () => {},
  };
  done(refusal, attempt);
  return attempt;
}

/** 53 random bits. */
function drawNonce(): number {
  const bytes = randomBytes(7);
  return bytes.readUIntBE(0, 6) * 32 + (bytes.readUInt8(6) & 31);
}
