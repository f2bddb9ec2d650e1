import { randomBytes } from 'node:crypto';
import { type ChannelCredentials, credentials } from '@grpc/grpc-js';
import type { BranchId } from '../domain/ids.js';
import type { Refusal } from '../domain/outcomes.js';
import type { AppliedWrite } from '../domain/writes.js';
import { BranchConnection, type Reachability } from './branch-connection.js';
import { Expiry } from './expiry.js';
import { BranchError, type Inquiries } from './inquiries.js';
import { Place } from './pending-operation.js';
import { Session, type SessionOptions, type SessionPorts } from './session.js';
import type { BranchStatus } from './status.js';

export interface BankOptions {
  /** Host and port of each branch. */
  readonly branches: ReadonlyMap<BranchId, string>;
  /** Default: no encryption. */
  readonly credentials?: ChannelCredentials;
  /** The moment from which recorded histories count, on the clock below. Default: when the bank is made. */
  readonly startedAtMs?: number;
  /** A clock that never goes back, in milliseconds. Default: `performance.now`. */
  readonly nowMs?: () => number;
  /** A random integer from 0 to 2^53-1. */
  readonly drawNonce?: () => number;
}

const LONGEST_CUSTOMER = 128;
const STATUS_TIMEOUT_MS = 5_000;

/**
 * A replicated bank as one process of its customers sees it. Connections are
 * made when a branch is first asked, one for all sessions of the process.
 */
export class Bank {
  private readonly connections = new Map<BranchId, BranchConnection>();
  private readonly expiry: Expiry;
  private readonly nowMs: () => number;
  private readonly ports: SessionPorts;
  private knownId = '';

  constructor(private readonly options: BankOptions) {
    this.nowMs = options.nowMs ?? (() => performance.now());
    this.expiry = new Expiry(this.nowMs);
    for (const [branch, address] of options.branches) this.connections.set(branch, this.connection(new Place(branch, address)));
    this.ports = this.sessionPorts();
  }

  /** Which bank this is; empty until a branch has said it. */
  get bankId(): string {
    return this.knownId;
  }

  /** Begins a session. Throws a RangeError if the customer's name is none. */
  session(options: SessionOptions): Session {
    const { length } = options.customer;
    if (length === 0 || length > LONGEST_CUSTOMER)
      throw new RangeError(`a customer is a text of 1 to ${LONGEST_CUSTOMER} characters`);
    return new Session((this.options.drawNonce ?? drawNonce)(), options, this.ports);
  }

  /** How a branch describes itself; one that is starting is waited for. Rejects with a BranchError that names it. */
  async status(branch: BranchId, { timeoutMs = STATUS_TIMEOUT_MS }: { timeoutMs?: number } = {}): Promise<BranchStatus> {
    return this.inquiries(branch).status(timeoutMs);
  }

  /** All writes that a branch has applied, in the order in which it did, with the internal ones. Rejects as `status` does. */
  async writes(branch: BranchId, { timeoutMs = STATUS_TIMEOUT_MS }: { timeoutMs?: number } = {}): Promise<AppliedWrite[]> {
    return this.inquiries(branch).writes(timeoutMs);
  }

  /** Waits for a branch that may still have to start. Never rejects. */
  async waitUntilReachable(branch: BranchId, { timeoutMs }: { timeoutMs: number }): Promise<Reachability> {
    const connection = this.connections.get(branch);
    return connection ? connection.waitUntilReachable(timeoutMs) : { reachable: false, message: this.noSuchBranch(branch) };
  }

  /**
   * Somebody knows that this branch is gone for good, for instance the parent of
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

  private inquiries(branch: BranchId): Inquiries {
    const connection = this.connections.get(branch);
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
      ask: (branch, request, done) => {
        const connection = this.connections.get(branch);
        if (connection) connection.ask(request, done);
        else done(this.branchNotFound(branch));
      },
    };
  }

  private branchNotFound(branch: BranchId): Refusal {
    const details = { branch: String(branch) };
    return { kind: 'refused', reason: 'BRANCH_NOT_FOUND', applied: 'no', message: this.noSuchBranch(branch), details };
  }

  private noSuchBranch(branch: BranchId): string {
    return `there is no branch ${branch} among those of this bank (${[...this.options.branches.keys()].join(', ')})`;
  }
}

/** 53 random bits. */
function drawNonce(): number {
  const bytes = randomBytes(7);
  return bytes.readUIntBE(0, 6) * 32 + (bytes.readUInt8(6) & 31);
}
