/**
 * Allowances, replayed from the logs (escrow: O'Neil 1986; bounded counter: Balegas
 * et al. 2015). With D what a branch had applied when it accepted a write:
 *
 *   founded share + own credits + grants received in D − sent − paid out ≥ 0
 *
 * after each of its writes. A founded balance is divided equally over the branches,
 * the remainder one unit each to the lowest numbers; who joins later has none of it. The
 * origins of a branch share its allowance. When a branch leaves, what it had and is yet
 * granted is its heir's. Every grant is for another branch of the bank, and in a log.
 */
import { type BranchId, branchOf } from '../../domain/ids.js';
import { namesAccount, WriteKind } from '../../domain/writes.js';
import type { Context } from './context.js';
import { SeriesTable } from './sums.js';
import { NONE } from './tape.js';

export function checkAllowances(context: Context): void {
  if (context.log.logged === 0) return;
  const replay = new Replay(context);
  replay.run();
  checkGrants(context);
}

class Replay {
  /** By account and receiving or owning branch, and by origin: what its writes add to the allowance. */
  private readonly effects: SeriesTable;
  private readonly members: readonly BranchId[];
  private readonly founders: readonly BranchId[];

  constructor(private readonly context: Context) {
    const { tape, facts, writes, seals } = context;
    this.founders = [...facts.branches].sort((a, b) => a - b);
    this.members = [...new Set([...this.founders, ...seals.joined])];
    this.effects = new SeriesTable(tape.vectors.origins.values.length);
    for (let origin = 0; origin < tape.vectors.origins.values.length; origin++) {
      const owner = branchOf(tape.origin(origin));
      for (let index = writes.begin(origin); index < writes.end(origin); index++) this.enter(index, origin, owner);
    }
  }

  run(): void {
    const { tape, log, writes, docket } = this.context;
    for (let index = 0; index < writes.size; index++) {
      const row = writes.logRow[index] as number;
      if (row === NONE || !takesAway(writes.kind(index))) continue;
      const [before, account] = [writes.before(index), writes.account(index)];
      if (before === NONE) continue;
      const id = writes.idOf(index);
      const hadMinor = this.knownAt(branchOf(id.origin), account, before);
      if (hadMinor === undefined) continue;
      docket.checked('AllowanceNegative');
      const spentMinor = BigInt(log.amount.at(row));
      if (hadMinor >= spentMinor) continue;
      docket.found('AllowanceNegative', { kind: 'allowance', id, account: tape.accounts.at(account), hadMinor, spentMinor });
    }
  }

  private enter(index: number, origin: number, owner: BranchId): void {
    const { log, writes } = this.context;
    const kind = writes.kind(index) as WriteKind;
    if (!namesAccount(kind)) return;
    const [account, amount] = [writes.account(index), writes.amount(index)];
    const [to, row] = [writes.to(index), writes.logRow[index] as number];
    this.add(account, owner, origin, index, kind === WriteKind.deposit ? amount : -amount);
    if (kind === WriteKind.transfer && to !== NONE) this.add(to, owner, origin, index, amount);
    if (kind === WriteKind.grant) this.add(account, log.receiver.at(row) as BranchId, origin, index, amount);
  }

  private add(account: number, branch: BranchId, origin: number, index: number, effect: number): void {
    const member = this.members.indexOf(branch);
    if (member >= 0) this.effects.add(account * this.members.length + member, origin, index, effect);
  }

  /** What the branch has, and those have whose heir it is. Undefined where the vector names writes that no log tells. */
  private knownAt(branch: BranchId, account: number, vector: number): bigint | undefined {
    if (!this.members.includes(branch)) return undefined;
    let sum = 0n;
    for (const [member, owner] of this.members.entries()) {
      if (this.context.seals.heirOf(owner, vector) !== branch) continue;
      const minor = this.ownAt(member, account, vector);
      if (minor === undefined) return undefined;
      sum += minor;
    }
    return sum;
  }

  private ownAt(member: number, account: number, vector: number): bigint | undefined {
    const { tape, writes, balances } = this.context;
    const founder = this.founders.indexOf(this.members[member] as BranchId);
    let minor = founder < 0 ? 0n : share(balances.foundedMinor(account), founder, this.founders.length);
    const { vectors } = tape;
    for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
      const [origin, sequence] = [vectors.name(k), vectors.sequence(k)];
      if (sequence > (writes.gapless[origin] as number)) return undefined;
      const series = this.effects.get(account * this.members.length + member, origin);
      if (series) minor += series.sumBelow(writes.upTo(origin, sequence));
    }
    return minor;
  }
}

function takesAway(kind: number): boolean {
  return kind === WriteKind.withdraw || kind === WriteKind.transfer || kind === WriteKind.grant;
}

function share(founded: bigint, member: number, members: number): bigint {
  const count = BigInt(members);
  return founded / count + (BigInt(member) < founded % count ? 1n : 0n);
}

function checkGrants({ tape, log, facts, losses, seals, docket }: Context): void {
  const members = [...facts.branches, ...seals.joined];
  const logged = new Map<string, number>();
  for (let row = 0; row < log.logged; row++) {
    if (log.kind.at(row) !== WriteKind.grant) continue;
    const id = { origin: tape.origin(log.origin.at(row)), sequence: log.sequence.at(row) };
    const grant = {
      branch: branchOf(id.origin),
      to: log.receiver.at(row) as BranchId,
      account: tape.accounts.at(log.account.at(row)),
      amountMinor: log.amount.at(row),
    };
    docket.checked('AllowanceMinted');
    const isFair = grant.to !== grant.branch && members.includes(grant.to);
    if (!isFair) docket.found('AllowanceMinted', { kind: 'minted', grant, id });
    logged.set(keyOf(grant), (logged.get(keyOf(grant)) ?? 0) + 1);
  }
  for (const grant of log.grants) {
    // What a branch said that it gave is in its log, if that was recorded to the end.
    if (!log.finals.has(grant.branch) || losses.hasCrashed(grant.branch)) continue;
    docket.checked('AllowanceMinted');
    const left = logged.get(keyOf(grant)) ?? 0;
    if (left === 0) docket.found('AllowanceMinted', { kind: 'minted', grant: { ...grant } });
    else logged.set(keyOf(grant), left - 1);
  }
}

function keyOf(grant: { branch: number; to: number; account: string; amountMinor: number }): string {
  return `${grant.branch} ${grant.to} ${grant.amountMinor} ${grant.account}`;
}
