import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readHistory } from '../../src/check/history/reader.js';
import type { RecordedOperation } from '../../src/domain/history.js';
import { type Findings, judgeRound, type RoundRecord, vanishedOf } from './judgement.js';
import { describePlan, type Plan } from './plan.js';
import { playRound } from './round.js';

/** Longer than any round takes; the judges are the slowest part of it. */
export const ROUND_TIMEOUT_MS = 180_000;
/** In the folder of that name every history is kept; otherwise only those in which something is wrong. */
const FOLDER = process.env.HISTORIES;

/** Plays a round, says what happened, and expects that nothing is wrong with it. `name` becomes a part of the file's. */
export async function playAndJudge(name: string, plan: Plan): Promise<void> {
  say(`${name}, ${describePlan(plan)}`);
  judge(name, plan.seed, await playRound(plan));
}

/** Says what happened, and expects that nothing is wrong with it. */
export function judge(name: string, seed: number, record: RoundRecord): void {
  const findings = judgeRound(record);
  say(`  ${summaryOf(record)}; ${figuresOf(findings)}`);
  keepIfWrong(name, seed, record, findings.problems);
  expect(findings.problems).toEqual([]);
}

/** The history, so that it can be judged again. */
export function keepIfWrong(name: string, seed: number, record: RoundRecord, problems: readonly string[]): void {
  if (FOLDER !== undefined || problems.length > 0) say(`  history: ${keep(`${name}-seed-${seed}`, record)}`);
}

/** On standard error and at once: what a test prints is otherwise held back until it ends. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function summaryOf(record: RoundRecord): string {
  const count = (pattern: RegExp) => record.lines.filter((line) => pattern.test(line)).length;
  const [begun, ok, failed] = [count(/"type":"invoke"/), count(/"type":"ok"/), count(/"type":"fail"/)];
  const done = `${begun} operations: ${ok} ok, ${failed} refused, ${begun - ok - failed} unknown`;
  const outlived = record.isDurable ? `, ${outlivedIn(record)} writes answered by a branch that was killed meanwhile` : '';
  const vanished = record.lost.length > 0 ? `, ${vanishedOf(record)} acknowledged writes vanished with their branch` : '';
  return `${done}; ${count(/"process":"nemesis"/)} fault events${outlived}${vanished}`;
}

/** Acknowledged writes whose branch crashed between question and answer: it had to be asked again, under the same id. */
function outlivedIn({ lines }: RoundRecord): number {
  const { operations, entries } = readHistory(lines);
  const crashes = entries.flatMap((entry) => (entry.kind === 'fault' && entry.event.fault === 'crash' ? [entry.event] : []));
  const outlived = ({ outcome, write, branch, invokedAtUs, completedAtUs = 0 }: RecordedOperation) =>
    outcome === 'ok' &&
    write !== undefined &&
    crashes.some(({ branches, atUs }) => branches.includes(branch) && atUs > invokedAtUs && atUs < completedAtUs);
  return operations.filter(outlived).length;
}

function figuresOf({ problems, figures }: Findings): string {
  const { checks, unknown, blackChecks, blackUnknown } = figures;
  return `${checks} checks (${unknown} undecided), as a black box ${blackChecks} (${blackUnknown} undecided): ${problems.length} problems`;
}

function keep(name: string, { lines }: RoundRecord): string {
  const folder = FOLDER ?? mkdtempSync(join(tmpdir(), 'passbook-faults-'));
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.jsonl`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
