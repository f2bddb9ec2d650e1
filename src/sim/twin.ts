import type { AnomalyName } from '../domain/anomalies.js';
import {
  type AccountId,
  type BranchId,
  branchOf,
  foundedAccount,
  type OriginId,
  openedAccount,
  originId,
  type WriteId,
} from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import { hasCounterpart, hasLabel, isOfCustomer, namesAccount, type WriteBatch, WriteKind } from '../domain/writes.js';

/** Something that must not happen, by the name that the anomaly has. */
export class Finding extends Error {
  override name = 'Finding';
}

export function insist(condition: boolean, anomaly: AnomalyName, what: () => string): asserts condition {
  if (!condition) throw new Finding(`${anomaly}: ${what()}`);
}

/** The name of a write: its origin and its sequence. */
export type WriteName = string & { readonly __brand: 'WriteName' };
export type Names = ReadonlySet<WriteName>;

export function nameOf(origin: OriginId, sequence: number): WriteName {
  return `${origin}/${sequence}` as WriteName;
}

export function idOf(name: WriteName): WriteId {
  const [origin, sequence] = name.split('/').map(Number) as [OriginId, number];
  return { origin, sequence };
}

/** A write as its origin logged it. */
export interface TwinWrite {
  readonly name: WriteName;
  readonly at: BranchId;
  readonly kind: WriteKind;
  /** The account opened, credited, debited or granted from; empty for a cession or void. */
  readonly account: AccountId;
  readonly amount: bigint;
  /** The account a transfer credits. */
  readonly to: AccountId | undefined;
  /** The branch that receives a grant. */
  readonly receiver: BranchId | undefined;
  /** Customer, session and counter; undefined for a write that is not what became of a request. */
  readonly request: string | undefined;
  /** The request that a cession or void is about, and the branch that a cession is for. */
  readonly about: { readonly request: string; readonly cededTo: BranchId | undefined } | undefined;
  /** The branch that joins by it. */
  readonly joins: BranchId | undefined;
  /** Of a seal: the branch whose data directories are given up, and the one that goes on. */
  readonly seal: { readonly branch: BranchId; readonly successor: OriginId | undefined } | undefined;
  /** What must be applied directly before it; the rest follows from theirs. */
  readonly parents: readonly WriteName[];
  /** The branch's vector just before it accepted the write, its own entry included. */
  readonly before: VersionVector;
  /** The branch's vector as its writes before this one tell it. */
  readonly known: VersionVector;
}

export interface Money {
  balance: bigint;
  readonly allowances: Map<BranchId, bigint>;
}

export function requestName(customer: string, session: number, counter: number): string | undefined {
  return counter > 0 ? `${customer}/${session}/${counter}` : undefined;
}

/**
 * The bank as a plain set of writes: no prefix, no sum and no index is kept, all
 * is derived anew from the writes in question, slowly and obviously.
 */
export class Twin {
  readonly writes = new Map<WriteName, TwinWrite>();
  private readonly vectors = new Map<OriginId, Map<OriginId, number>>();
  /** Made once: they are asked for again and again. */
  private readonly nameLists = new Map<OriginId, WriteName[]>();

  constructor(
    private readonly members: readonly BranchId[],
    private readonly foundedMinor: readonly bigint[],
  ) {}

  /** Takes in a batch as its origin logged it. */
  record(batch: WriteBatch): TwinWrite[] {
    let vector = this.vectors.get(batch.origin);
    if (!vector) this.vectors.set(batch.origin, (vector = new Map()));
    const [counterparts, labels] = [[...batch.counterparts], [...batch.labels]];
    const known = vector;
    let followed = batch.followed;
    return batch.kinds.map((kind, i) => {
      const sequence = batch.first + i;
      const knownBefore = new Map(known);
      const parents: WriteName[] = sequence > 1 ? [nameOf(batch.origin, sequence - 1)] : [];
      batch.dependencyAt.forEach((at, d) => {
        if (at !== i) return;
        const origin = batch.origins[batch.dependencyOrigin[d] as number] as OriginId;
        known.set(origin, batch.dependencySequence[d] as number);
        followed += batch.dependencyGrowth[d] as number;
        parents.push(nameOf(origin, batch.dependencySequence[d] as number));
      });
      // By that number and its own, entries are listed in the same order everywhere.
      const sum = [...known].reduce((total, [origin, last]) => total + (origin === batch.origin ? 0 : last), 0);
      insist(
        followed === sum,
        'Divergence',
        () => `${batch.origin}/${sequence} says that it follows ${followed} writes, not ${sum}`,
      );
      const counterpart = hasCounterpart(kind) ? counterparts.shift() : undefined;
      if (hasLabel(kind)) labels.shift();
      const amount = batch.amounts[i] as number;
      const write: TwinWrite = {
        name: nameOf(batch.origin, sequence),
        at: branchOf(batch.origin),
        kind,
        account: accountOf(batch, i),
        amount: BigInt(namesAccount(kind) ? amount : 0),
        joins: kind === WriteKind.join ? (counterpart as BranchId) : undefined,
        seal: kind === WriteKind.seal ? sealOf(counterpart as BranchId, amount) : undefined,
        to: kind === WriteKind.transfer ? batch.accounts[counterpart as number] : undefined,
        receiver: kind === WriteKind.grant ? (counterpart as BranchId) : undefined,
        ...requestOf(batch, i, kind === WriteKind.cede ? (counterpart as BranchId) : undefined),
        parents,
        before: new Map(known),
        known: knownBefore,
      };
      insist(!this.writes.has(write.name), 'WriteIdReuse', () => `${write.name} is logged twice`);
      for (const parent of parents)
        insist(this.writes.has(parent), 'ThinAirRead', () => `${write.name} follows ${parent}, which is in no log`);
      this.writes.set(write.name, write);
      known.set(batch.origin, sequence);
      return write;
    });
  }

  /** The writes of an origin from that one on are lost; returns them. */
  forget(origin: OriginId, from: number): TwinWrite[] {
    const lost: TwinWrite[] = [];
    for (let sequence = from; ; sequence++) {
      const write = this.writes.get(nameOf(origin, sequence));
      if (!write) break;
      this.writes.delete(write.name);
      lost.push(write);
    }
    // As it was just before the first of them.
    if (lost[0]) this.vectors.set(origin, new Map(lost[0].known));
    return lost;
  }

  /** The writes that a vector stands for. */
  names(vector: VersionVector): Set<WriteName> {
    const names = new Set<WriteName>();
    for (const [origin, last] of vector) {
      const list = this.namesOf(origin, last);
      for (let i = 0; i < last; i++) names.add(list[i] as WriteName);
    }
    return names;
  }

  private namesOf(origin: OriginId, last: number): readonly WriteName[] {
    let list = this.nameLists.get(origin);
    if (!list) this.nameLists.set(origin, (list = []));
    while (list.length < last) list.push(nameOf(origin, list.length + 1));
    return list;
  }

  /** Every write is there with all that its branch had when it accepted it. */
  checkClosed(names: Names, where: string): void {
    for (const name of names) {
      const write = this.writes.get(name);
      insist(write !== undefined, 'ThinAirRead', () => `${where} has ${name}, which is in no log`);
      for (const parent of write.parents) insist(names.has(parent), 'CausalGap', () => `${where} has ${name} without ${parent}`);
    }
  }

  /** What the accounts hold, and which branch may pay out how much, after these writes in any causal order. */
  money(names: Names): Map<AccountId, Money> {
    const accounts = new Map<AccountId, Money>();
    this.foundedMinor.forEach((balance, n) => {
      const count = BigInt(this.members.length);
      const shares = this.members.map((branch, i) => [branch, (balance - BigInt(i) + count - 1n) / count] as const);
      accounts.set(foundedAccount(n + 1), { balance, allowances: new Map(shares) });
    });
    const at = (account: AccountId): Money => {
      let money = accounts.get(account);
      if (!money) accounts.set(account, (money = { balance: 0n, allowances: new Map() }));
      return money;
    };
    const move = (account: AccountId, branch: BranchId, amount: bigint): void => {
      const { allowances } = at(account);
      allowances.set(branch, (allowances.get(branch) ?? 0n) + amount);
    };
    for (const name of names) {
      const { kind, account, amount, at: branch, to, receiver } = this.writes.get(name) as TwinWrite;
      if (!isOfCustomer(kind) && kind !== WriteKind.grant) continue;
      const out = kind === WriteKind.withdraw || kind === WriteKind.transfer;
      if (kind === WriteKind.deposit) at(account).balance += amount;
      if (out) at(account).balance -= amount;
      if (to !== undefined) at(to).balance += amount;
      if (kind !== WriteKind.open) move(account, branch, kind === WriteKind.deposit ? amount : -amount);
      if (to !== undefined) move(to, branch, amount);
      if (receiver !== undefined) move(account, receiver, amount);
      at(account);
    }
    this.inherit(names, accounts);
    return accounts;
  }

  /** What branches that have left could pay out is their heirs'. */
  private inherit(names: Names, accounts: ReadonlyMap<AccountId, Money>): void {
    // In the order in which they were logged: an heir may leave, too.
    for (const { name, at: heir, seal } of this.writes.values()) {
      if (!seal || seal.successor !== undefined || !names.has(name)) continue;
      for (const { allowances } of accounts.values()) {
        allowances.set(heir, (allowances.get(heir) ?? 0n) + (allowances.get(seal.branch) ?? 0n));
        allowances.delete(seal.branch);
      }
    }
  }

  /** Of the directories that a seal gives up, the last write that stands: what its branch had applied. */
  cuts({ seal, before }: TwinWrite): Map<OriginId, number> {
    const given = [...this.vectors.keys()].filter((origin) => branchOf(origin) === seal?.branch && origin !== seal.successor);
    return new Map(given.map((origin) => [origin, before.get(origin) ?? 0]));
  }

  /** Who belongs to the bank, by these writes. */
  membersAfter(names: Names): Set<BranchId> {
    const members = new Set(this.members);
    for (const { name, seal, joins } of this.writes.values()) {
      if (!names.has(name)) continue;
      if (joins !== undefined) members.add(joins);
      if (seal && seal.successor === undefined) members.delete(seal.branch);
    }
    return members;
  }

  /** All money of the bank: what it was founded with, what came in and what went out. */
  total(names: Names): bigint {
    let total = this.foundedMinor.reduce((sum, balance) => sum + balance, 0n);
    for (const name of names) {
      const { kind, amount } = this.writes.get(name) as TwinWrite;
      if (kind === WriteKind.deposit) total += amount;
      if (kind === WriteKind.withdraw) total -= amount;
    }
    return total;
  }
}

function requestOf(batch: WriteBatch, i: number, cededTo: BranchId | undefined): Pick<TwinWrite, 'request' | 'about'> {
  const kind = batch.kinds[i] as WriteKind;
  const session = batch.sessions[(batch.sessionIndices[i] as number) - 1];
  const request = session && requestName(session.customer, session.session, batch.counters[i] as number);
  if (kind !== WriteKind.cede && kind !== WriteKind.void) return { request, about: undefined };
  return { request: undefined, about: { request: request as string, cededTo } };
}

function sealOf(branch: BranchId, nonce: number): TwinWrite['seal'] {
  return { branch, successor: nonce === 0 ? undefined : originId(branch, nonce) };
}

function accountOf(batch: WriteBatch, i: number): AccountId {
  const kind = batch.kinds[i] as WriteKind;
  if (kind === WriteKind.open) return openedAccount({ origin: batch.origin, sequence: batch.first + i });
  return (namesAccount(kind) ? batch.accounts[batch.accountIndices[i] as number] : '') as AccountId;
}
