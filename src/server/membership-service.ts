import {
  Metadata,
  type ServerErrorResponse,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import type { Branch } from '../core/branch.js';
import type { ChangeOutcome } from '../core/messages.js';
import type { BranchId } from '../domain/ids.js';
import type { Driver } from '../driver/driver.js';
import { packError } from '../wire/errors.js';
import { checkBranch } from '../wire/vectors.js';
import { drained } from './drained.js';
import { invalid, Refused, reading } from './requests.js';

/** Of a snapshot, in one message. */
const PART_BYTES = 256 * 1024;
/** The trailer of a refusal that names the branch which decides who comes and goes. */
export const DECIDED_BY = 'passbook-decided-by';

type JoinCall = ServerUnaryCall<{ branch?: number; address?: string }, object>;
type RetireCall = ServerUnaryCall<{ branches?: number[]; lost?: boolean }, object>;
type SnapshotCall = ServerWritableStream<{ bankOnly?: boolean }, object>;

/** Branches that join, leave, and begin with what this one knows. */
export class MembershipService {
  constructor(
    private readonly branch: Branch,
    private readonly driver: Driver,
    private readonly addressOf: (branch: BranchId) => string | undefined,
  ) {}

  readonly handlers = {
    join: (call: JoinCall, callback: sendUnaryData<object>) =>
      this.change(callback, [], () => {
        const branch = reading('branch', () => checkBranch(call.request.branch));
        return this.driver.admit(branch, readAddress(call.request.address));
      }),
    retire: (call: RetireCall, callback: sendUnaryData<object>) => {
      const { branches = [], lost = false } = call.request;
      this.change(callback, branches, () => this.driver.retire(readBranches(branches), lost));
    },
    getSnapshot: (call: SnapshotCall) => void this.sendSnapshot(call),
  };

  private change(callback: sendUnaryData<object>, leaving: readonly number[], ask: () => Promise<ChangeOutcome>): void {
    try {
      void ask().then((outcome) => callback(outcome.kind === 'done' ? null : this.refused(outcome.message, leaving), {}));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      callback(packError(error.refusal));
    }
  }

  /** Says who decides: the first of those that stay. */
  private refused(message: string, leaving: readonly number[]): ServerErrorResponse {
    const metadata = new Metadata();
    const first = this.branch.members.find((member) => !leaving.includes(member));
    if (first !== undefined) metadata.set(DECIDED_BY, `${first}`);
    // It could do it, and will, when it takes on writes.
    const isEarly = first === this.branch.self && !this.branch.isSure;
    const code = isEarly ? status.UNAVAILABLE : status.FAILED_PRECONDITION;
    return Object.assign(new Error(message), { code, details: message, metadata });
  }

  private async sendSnapshot(call: SnapshotCall): Promise<void> {
    call.write({ bank: this.bank() });
    const bytes = call.request.bankOnly ? new Uint8Array() : await this.driver.snapshot();
    for (let at = 0; at < bytes.length && !call.cancelled; at += PART_BYTES) {
      // A snapshot may be large, and whoever reads it slow.
      if (!call.write({ part: bytes.subarray(at, at + PART_BYTES) })) await drained(call);
    }
    call.end();
  }

  private bank(): object {
    const { config, members, silentBranches } = this.branch;
    return {
      bankId: config.bankId,
      foundingMembers: config.members,
      foundedMinor: config.foundedMinor.map(String),
      members: members.map((branch) => ({ branch, address: this.addressOf(branch) ?? '' })),
      awaited: silentBranches,
    };
  }
}

function readBranches(numbers: readonly number[]): BranchId[] {
  if (numbers.length === 0) throw invalid('branches', 'it is not said which branches are to leave');
  return [...new Set(numbers)].map((number) => reading('branches', () => checkBranch(number)));
}

function readAddress(address = ''): string {
  if (/^(?:\[[0-9a-fA-F:.]+\]|[^:[\]\s]+):[1-9]\d{0,4}$/.test(address)) return address;
  throw invalid('address', `"${address}" is no address; write host:port, such as 127.0.0.1:20001`);
}
