import type { KnownWrite } from '../../check/story/chronicle.js';
import type { Disturbance } from '../../check/story/disturbances.js';
import type { Demand, Made, Story } from '../../check/story/story.js';
import { branchOf } from '../../domain/ids.js';
import { isRead, isWrite } from '../../domain/operations.js';
import { REFUSALS } from '../../domain/refusals.js';
import { WriteKind } from '../../domain/writes.js';
import { duration, moment, money, type WriteNames } from '../diagram/names.js';
import { vectorNames } from '../diagram/words.js';
import { harmless, who } from '../operation-words.js';
import { headline } from './headline.js';
import { lackLines } from './lack-words.js';
import { capital, guaranteeTitles, series } from './phrases.js';
import { estimateLines, sumLines } from './sum-words.js';
import { waitLines } from './wait-words.js';

/** Why an operation was answered as it was, in sentences: no more of them than it takes. */
export function formatStory(story: Story, names: WriteNames): string {
  const sections: Section[] = [
    { title: END_TITLES[story.operation.outcome], lines: endLines(story, names) },
    sumSection(story, names),
    { title: 'What it waited for', lines: waitLines(story, names) },
    { title: 'What it had to include', lines: demandLines(story, names) },
    { title: 'What it lacked', lines: lackLines(story, names) },
    { title: 'Which branch had the right to it', lines: story.rights.map((write) => rightLine(write, story, names)) },
    { title: 'What became of its write', lines: story.made ? madeLines(story.made, story, names) : [] },
    { title: 'What was broken meanwhile', lines: story.broken.map(brokenLine) },
    { title: 'What is not known', lines: unknownLines(story) },
  ];
  const told = sections.filter(({ lines }) => lines.length > 0);
  return [
    headline(story.operation, names),
    ...told.flatMap(({ title, lines }) => ['', title, ...lines.map((line) => `  ${line}`)]),
  ].join('\n');
}

const END_TITLES: Record<Story['operation']['outcome'], string> = {
  ok: 'What else it was told',
  fail: 'Why it was refused',
  info: 'What is known of its end',
};

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

function sumSection(story: Story, names: WriteNames): Section {
  const { sum, estimate, operation, servedBy } = story;
  const answer = operation.balanceMinor === undefined ? 'that answer' : money(operation.balanceMinor);
  const isAnswer = operation.kind === 'query' && operation.outcome === 'ok';
  const title = isAnswer ? `Why ${answer}` : `What account ${harmless(operation.account)} had at branch ${servedBy}`;
  if (sum) return { title, lines: sumLines(sum, story, names) };
  return { title, lines: estimate ? estimateLines(estimate, operation.branch) : [] };
}

/** What the reason means is said where its message does not say it, too. */
const SAYS_MORE: ReadonlySet<string> = new Set(['INSUFFICIENT_FUNDS', 'OUTCOME_UNKNOWN']);

function endLines({ operation, made, tells }: Story, names: WriteNames): string[] {
  const { outcome, reason, message, kind } = operation;
  const lines: string[] = [];
  if (message !== undefined) lines.push(sentence(capital(names.inText(harmless(message)))));
  if (reason !== undefined && (message === undefined || SAYS_MORE.has(reason))) lines.push(REFUSALS[reason].meaning);
  if (outcome === 'info' && lines.length === 0) lines.push('No answer came, so its customer cannot know what came of it.');
  if (operation.lost) lines.push(`${capital(who(operation))} goes on without what is lost: nothing waits for it any more.`);
  const stands = reason === 'WRITES_LOST' ? 'unless that is lost, too, it took effect' : 'it took effect';
  if (outcome !== 'ok' && made) lines.push(`But the log has it, as write ${names.of(made.write.id)}: ${stands}.`);
  else if (outcome === 'info' && isWrite(kind) && tells.logs) lines.push('No log that this history tells of has it.');
  return lines;
}

/** Only where it did not have to wait: what it waited for says the same. */
function demandLines({ demands, waits, operation, servedBy, lacks, tells }: Story, names: WriteNames): string[] {
  if (waits.some(({ kind }) => kind === 'parked') || operation.outcome === 'info' || !operation.vector) return [];
  const asked = demands.filter((demand) => demand.asked);
  if (demands.length === 0) return ['Nothing: its session had made and seen nothing yet.'];
  if (asked.length === 0)
    return lacks.length > 0 ? [] : [`Nothing: ${unaskedWords(demands)} not asked for. As it happened, nothing was missing.`];
  const missed = lacks.some(({ spokenOfBy }) => spokenOfBy.some((one) => one.asked));
  if (missed) return [];
  const wanted = new Map(
    asked.flatMap(({ writes }) => writes.map(({ id }) => [id.origin, id.sequence] as const)).sort(([, a], [, b]) => a - b),
  );
  const what =
    wanted.size > MOST_NAMED ? 'what this customer had made and seen' : `all writes up to ${vectorNames(wanted, names)}`;
  const when = tells.work ? ' when it was asked' : '';
  return [
    `${capital(guaranteeTitles(asked.map(({ guarantee }) => guarantee)))} demanded ${what}: branch ${servedBy} had ${wanted.size > MOST_NAMED ? 'all that' : 'them'}${when}.`,
  ];
}

/** `Branch 1 handed request 2 of this customer to branch 2 …`: a request may be decided by one branch at a time. */
function rightLine({ id, kind, receiver, loggedAtUs, by }: KnownWrite, { operation }: Story, names: WriteNames): string {
  const when = loggedAtUs === undefined ? '' : ` at ${moment(loggedAtUs)}`;
  const how = `${when}, by write ${names.of(id)}`;
  const request = `request ${by?.event ?? operation.event} of ${who(operation)}`;
  const branch = `Branch ${branchOf(id.origin)}`;
  if (kind === WriteKind.cede) return `${branch} handed ${request} to branch ${receiver}${how}.`;
  return `${branch} refused ${request} for good${how}: it never takes effect, however often it is asked.`;
}

function unaskedWords(demands: readonly Demand[]): string {
  return `${guaranteeTitles(demands.map(({ guarantee }) => guarantee))} ${demands.length === 1 ? 'was' : 'were'}`;
}

/** Of more origins, no names. */
const MOST_NAMED = 4;
const MOST_BRANCHES = 4;

function madeLines({ write, reached, notReached, acknowledged }: Made, { tells }: Story, names: WriteNames): string[] {
  const name = `Write ${names.of(write.id)}`;
  const lines: string[] = [];
  if (write.loggedAtUs !== undefined) {
    const told = acknowledged ? '' : ', though its customer was not told so';
    lines.push(`${name} was in the log of branch ${branchOf(write.id.origin)} for good at ${moment(write.loggedAtUs)}${told}.`);
  }
  if (!tells.work) return lines;
  const since = (atUs: number) =>
    write.loggedAtUs === undefined ? `at ${moment(atUs)}` : `${duration(Math.max(0, atUs - write.loggedAtUs))} later`;
  const last = reached.at(-1);
  if (reached.length > MOST_BRANCHES && last) {
    const first = reached[0] as (typeof reached)[number];
    lines.push(
      `${reached.length} other branches got it, branch ${first.branch} ${since(first.atUs)} as the first and branch ${last.branch} ${since(last.atUs)} as the last.`,
    );
  } else if (last) lines.push(`${capital(series(reached.map(({ branch, atUs }) => `branch ${branch} had it ${since(atUs)}`)))}.`);
  if (notReached.length > 0) {
    const who = notReached.length > MOST_BRANCHES ? `${notReached.length} branches` : `branch ${series(notReached.map(String))}`;
    lines.push(`This history does not say that ${who} ever got it.`);
  }
  return lines;
}

function brokenLine(one: Disturbance): string {
  const until = one.untilUs === undefined ? 'on' : `to ${moment(one.untilUs)}`;
  const time = `from ${moment(one.fromUs)} ${until}`;
  if (one.kind === 'cut') return `Nothing came through from branch ${one.from} to branch ${one.to}, ${time}.`;
  return one.kind === 'down' ? `Branch ${one.branch} was down, ${time}.` : `Branch ${one.branch} stood still, ${time}.`;
}

function unknownLines({ operation, tells, estimate }: Story): string[] {
  const lines: string[] = [];
  const silent = operation.outcome === 'ok' && !operation.vector && !estimate;
  if (silent && isRead(operation.kind)) lines.push(`Which writes branch ${operation.branch} had: the history does not say.`);
  if (!tells.work)
    lines.push('When writes came to which branch, and who waited for them: the branches tell nothing in this history.');
  return lines;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
