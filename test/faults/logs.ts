import type { BranchId } from '../../src/domain/ids.js';
import { branchOf, formatWriteId } from '../../src/domain/ids.js';
import { type LoggedWrite, writesOf } from '../../src/domain/writes.js';
import { openDataDirectory } from '../../src/store/data-directory.js';
import { decodeWriteBatch } from '../../src/wire/write-batch.js';
import type { BranchEnd } from './judgement.js';

/** What a directory holds, read when nobody works in it. */
export interface ReadLog {
  /** Those of other branches among them. After a repair not in their order, and some may be there twice. */
  readonly writes: readonly LoggedWrite[];
  /** What was found damaged, or not to be trusted. */
  readonly findings: readonly string[];
}

export async function readLog(directory: string): Promise<ReadLog> {
  const notThere = () => {
    throw new Error(`${directory} is empty`);
  };
  // The disk may be small.
  const { store, isTrusted, findings } = await openDataDirectory(directory, notThere, { segmentBytes: 1 << 16 });
  const writes: LoggedWrite[] = [];
  for (const bytes of store.readAll()) writes.push(...writesOf(decodeWriteBatch(bytes)));
  store.close();
  await store.closed;
  return { writes, findings: isTrusted ? findings : [...findings, 'it is not trusted'] };
}

/** A branch's own writes, each once and in order: what it tells of them in a history. */
export function ownWrites(branch: BranchId, { writes }: ReadLog): LoggedWrite[] {
  const own = new Map<number, LoggedWrite>();
  for (const write of writes) if (branchOf(write.id.origin) === branch) own.set(write.id.sequence, write);
  return [...own.values()].sort((a, b) => a.id.sequence - b.id.sequence);
}

/** What a branch said that it has against what its log has. */
export function* differences({ branch, writes: listed }: BranchEnd, { writes, findings }: ReadLog): Generator<string> {
  for (const finding of findings) yield `the directory of branch ${branch}: ${finding}`;
  const logged = new Map<string, string>();
  for (const write of writes) {
    const id = formatWriteId(write.id);
    if ((logged.get(id) ?? contentOf(write)) !== contentOf(write)) yield `the log of branch ${branch} has two writes ${id}`;
    logged.set(id, contentOf(write));
  }
  for (const write of listed) {
    const id = formatWriteId(write.id);
    if (logged.get(id) !== contentOf(write)) yield `the log of branch ${branch} does not have ${id} as the branch listed it`;
    logged.delete(id);
  }
  for (const id of logged.keys()) yield `branch ${branch} did not list ${id}, which its log has`;
}

type Content = Pick<LoggedWrite, 'kind' | 'account' | 'amountMinor' | 'request'>;

function contentOf({ kind, account, amountMinor, request }: Content): string {
  const { customer, session, counter } = request ?? {};
  return [kind, account, amountMinor, customer, session, counter].join(' ');
}
