import type { BranchId, OriginId } from '../../domain/ids.js';
import type { WriteBatch } from '../../domain/writes.js';
import { insist, nameOf, type Twin, type TwinWrite, type WriteName } from '../twin.js';
import { Rights } from './rights.js';

/** All writes that are in a log: each is the same wherever it is, and a request makes one at most. */
export class Writes {
  readonly rights = new Rights();
  /** Of each batch, by its first write. */
  private readonly bytes = new Map<WriteName, Uint8Array>();
  private readonly byRequest = new Map<string, TwinWrite>();

  constructor(readonly twin: Twin) {}

  /** A branch has logged the batch. Yields the writes that are new, one at a time: a seal changes who may write the next one. */
  *logged(branch: BranchId, batch: WriteBatch, bytes: Uint8Array): Generator<TwinWrite> {
    const name = nameOf(batch.origin, batch.first);
    const original = this.bytes.get(name);
    if (original) return insist(Buffer.compare(original, bytes) === 0, 'WriteIdReuse', () => `${name} differs at ${branch}`);
    this.bytes.set(name, bytes);
    for (const write of this.twin.record(batch)) {
      insist(write.at === branch, 'ThinAirRead', () => `${branch} has ${write.name}, which its origin has not logged`);
      this.rights.logged(write);
      this.made(write);
      yield write;
    }
  }

  /** The writes of an origin from that one on are lost; returns them. */
  forget(origin: OriginId, from: number): TwinWrite[] {
    const lost = this.twin.forget(origin, from);
    this.rights.forget(lost);
    for (const { name, request } of lost) {
      this.bytes.delete(name);
      if (request !== undefined) this.byRequest.delete(request);
    }
    return lost;
  }

  /** Whether the request has made a write. */
  hasMade(request: string): boolean {
    return this.byRequest.has(request);
  }

  private made(write: TwinWrite): void {
    if (write.request === undefined) return;
    const earlier = this.byRequest.get(write.request);
    insist(!earlier, 'DuplicateEffect', () => `request ${write.request} made ${earlier?.name} and ${write.name}`);
    this.byRequest.set(write.request, write);
  }
}
