import type { Estimate, Part, Story, Sum } from '../../check/story/story.js';
import { type BranchId, branchOf } from '../../domain/ids.js';
import { WriteKind } from '../../domain/writes.js';
import { moment, money, type WriteNames } from '../diagram/names.js';
import { harmless } from '../operation-words.js';
import { made, series, writeNoun } from './phrases.js';

/** Of more writes only how many there were, by branch. */
const MOST_PARTS = 12;

/** How a balance adds up, a line a write. */
export function sumLines(sum: Sum, story: Story, names: WriteNames): string[] {
  const { parts, foundedMinor, totalMinor } = sum;
  const { servedBy: branch } = story;
  const account = `account ${harmless(sum.account)}`;
  if (parts.length === 0) {
    const begin = foundedMinor === undefined ? 'not even the one that opens it' : `which was founded with ${money(foundedMinor)}`;
    return [`Branch ${branch} had no write on ${account}, ${begin}.`, ...doubts(sum, branch)];
  }
  const rows = parts.length > MOST_PARTS ? grouped(parts, branch, names) : parts.map((part) => partRow(part, story, names));
  const all: Row[] = [
    [foundedMinor === undefined ? '0' : money(foundedMinor), 'at the beginning'],
    ...rows,
    [`= ${money(totalMinor)}`, ''],
  ];
  const width = Math.max(...all.map(([amount]) => amount.length));
  return [...all.map(([amount, text]) => `${amount.padStart(width)}  ${text}`.trimEnd()), ...doubts(sum, branch)];
}

type Row = readonly [string, string];

function partRow({ write, effectMinor, hereSinceUs }: Part, { operation, servedBy: branch }: Story, names: WriteNames): Row {
  const isOwn = branchOf(write.id.origin) === branch;
  const since = isOwn || hereSinceUs === undefined ? '' : `, here since ${moment(hereSinceUs)}`;
  return [signed(effectMinor), `write ${names.of(write.id)}: ${writeNoun(write, operation)}, ${made(write, branch)}${since}`];
}

function grouped(parts: readonly Part[], here: BranchId, names: WriteNames): Row[] {
  const groups = new Map<BranchId, Part[]>();
  for (const part of parts) {
    const branch = branchOf(part.write.id.origin);
    groups.set(branch, [...(groups.get(branch) ?? []), part]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([branch, group]) => groupRow(branch === here ? 'here' : `at branch ${branch}`, group, names));
}

const KINDS: readonly (readonly [WriteKind, string])[] = [
  [WriteKind.open, 'opening'],
  [WriteKind.deposit, 'deposit'],
  [WriteKind.withdraw, 'withdrawal'],
  [WriteKind.transfer, 'transfer'],
];

function groupRow(where: string, group: readonly Part[], names: WriteNames): Row {
  const counts = KINDS.flatMap(([kind, noun]) => {
    const n = group.filter(({ write }) => write.kind === kind).length;
    return n === 0 ? [] : [`${n} ${noun}${n === 1 ? '' : 's'}`];
  });
  const sum = group.some(({ effectMinor }) => effectMinor === undefined)
    ? undefined
    : group.reduce((total, { effectMinor = 0n }) => total + effectMinor, 0n);
  const last = group.reduce((a, b) => (b.write.id.sequence > a.write.id.sequence ? b : a)).write.id;
  return [signed(sum), `${series(counts)} ${where}, the last of them write ${names.of(last)}`];
}

function signed(minor: bigint | undefined): string {
  if (minor === undefined) return '+ ?';
  return minor < 0n ? `− ${money(-minor)}` : `+ ${money(minor)}`;
}

/** Where the sum is not the answer, or need not be. */
function doubts({ totalMinor, answeredMinor, untold, parts }: Sum, branch: BranchId): string[] {
  const lines: string[] = [];
  const unknownAmount = parts.some(({ effectMinor }) => effectMinor === undefined);
  if (answeredMinor !== undefined && answeredMinor !== totalMinor && !unknownAmount) {
    const difference = answeredMinor - totalMinor;
    const much = difference > 0n ? `${money(difference)} more` : `${money(-difference)} less`;
    lines.push(`The answer was ${money(answeredMinor)}: ${much} than these writes make.`);
  }
  if (untold > 0 && (answeredMinor === undefined || answeredMinor !== totalMinor)) {
    const which = untold === 1 ? '1 more write' : `${untold} more writes`;
    lines.push(
      `Branch ${branch} had ${which} that the history tells nothing of: what branches wrote among themselves, which changes no balance, or something else.`,
    );
  }
  return lines;
}

/** What can be said where nobody knows which writes the branch had. */
export function estimateLines(
  { account, foundedMinor = 0n, before, beforeMinor, perhaps, answeredMinor }: Estimate,
  branch: BranchId,
): string[] {
  const lines = [`The history does not say which writes branch ${branch} had, so what the answer is made of is not known.`];
  const what = before === 1 ? 'the 1 operation that was' : `the ${before} operations that were`;
  const begin = `Account ${harmless(account)} began with ${money(foundedMinor)}`;
  const certain =
    before === 0
      ? `${begin}, and nothing was acknowledged on it before`
      : `${begin}; with ${what} acknowledged on it before, that makes ${money(beforeMinor)}`;
  lines.push(
    `${certain}${answeredMinor === undefined ? '' : comparison(answeredMinor, before === 0 ? foundedMinor : beforeMinor)}.`,
  );
  if (perhaps > 0)
    lines.push(
      `${perhaps === 1 ? '1 more was' : `${perhaps} more were`} under way at the time, or nobody knows what came of ${perhaps === 1 ? 'it' : 'them'}.`,
    );
  return lines;
}

function comparison(answered: bigint, expected: bigint): string {
  if (answered === expected) return ', which is the answer';
  const difference = answered - expected;
  return `, and the answer was ${difference < 0n ? `${money(-difference)} less` : `${money(difference)} more`}`;
}
