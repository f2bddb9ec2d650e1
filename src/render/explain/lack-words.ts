import type { Lack, Story } from '../../check/story/story.js';
import { branchOf } from '../../domain/ids.js';
import { isRead } from '../../domain/operations.js';
import { duration, moment, type WriteNames } from '../diagram/names.js';
import { capital, guaranteeTitles, made, operationNoun, series, writeNoun } from './phrases.js';

/** Of more only how many there were. */
const MOST_LACKS = 3;

/** What the answer did not reflect although it existed, where that was, and who should have cared. */
export function lackLines(story: Story, names: WriteNames): string[] {
  const { lacks } = story;
  const due = lacks.filter(({ spokenOfBy }) => spokenOfBy.length > 0);
  const others = lacks.filter(({ spokenOfBy }) => spokenOfBy.length === 0);
  return [
    ...due.slice(0, MOST_LACKS).map((lack) => dueLine(lack, story, names)),
    ...rest(due.slice(MOST_LACKS), 'made or seen by this customer before', names),
    ...otherLines(others, story, names),
  ];
}

function dueLine(lack: Lack, story: Story, names: WriteNames): string {
  const { write, because, spokenOfBy } = lack;
  const { operation, servedBy } = story;
  const isOwn =
    because?.write !== undefined && because.write.origin === write.id.origin && because.write.sequence === write.id.sequence;
  const shown = because && !isOwn ? `, which this customer's ${operationNoun(because)} had shown` : '';
  const what = `Write ${names.of(write.id)}: the ${writeNoun(write, operation)}, ${made(write, servedBy)}${shown}.`;
  const asked = spokenOfBy.filter((one) => one.asked).map(({ guarantee }) => guarantee);
  const unasked = spokenOfBy.filter((one) => !one.asked).map(({ guarantee }) => guarantee);
  const demand =
    asked.length > 0
      ? `${capital(guaranteeTitles(asked))} ${verb(asked, 'was', 'were')} asked for and ${verb(asked, 'demands', 'demand')} it: that is a violation.`
      : `${capital(guaranteeTitles(unasked))} would have demanded it, and ${verb(unasked, 'was', 'were')} not asked for.`;
  return [what, whereabouts(lack, story), demand].filter((part) => part !== '').join(' ');
}

function verb(items: readonly unknown[], one: string, many: string): string {
  return items.length === 1 ? one : many;
}

/** Where it was when the branch decided, and when it came. */
function whereabouts(
  { write, holders, underWay, heldBack, laterAtUs }: Lack,
  { operation, servedBy, tells, decidedAtUs, made }: Story,
): string {
  if (!tells.work) return '';
  const now = decidedAtUs ?? made?.write.loggedAtUs ?? operation.completedAtUs;
  const came = arrival(laterAtUs, now);
  if (underWay) return `It was on its way from branch ${underWay.branch}, sent at ${moment(underWay.atUs)}.${came}`;
  if (heldBack) return `It had come, and waited for a write that it follows.${came}`;
  const others = holders.filter((branch) => branch !== branchOf(write.id.origin));
  const also = others.length === 0 ? '' : `; branch ${series(others.map(String))} had it`;
  if (!tells.sending) return came.trim();
  return `Nobody had sent it to branch ${servedBy} yet${also}.${came}`;
}

function arrival(laterAtUs: number | undefined, nowUs: number | undefined): string {
  if (laterAtUs === undefined) return ' It does not come in this history.';
  // By clocks that differ it may seem to have been there.
  if (nowUs === undefined || laterAtUs <= nowUs) return ` It came at ${moment(laterAtUs)}.`;
  return ` It came ${duration(laterAtUs - nowUs)} later.`;
}

/** Writes that the session knew nothing of: of a single one it may be good to know where it was. */
function otherLines(lacks: readonly Lack[], story: Story, names: WriteNames): string[] {
  const [first] = lacks;
  if (!first || !isRead(story.operation.kind)) return [];
  if (lacks.length > 1) return rest(lacks, 'on the account existed by then', names, '; no guarantee speaks of them');
  const what = `Write ${names.of(first.write.id)}, the ${writeNoun(first.write, story.operation)}, ${made(first.write, story.servedBy)}, existed by then; no guarantee speaks of it.`;
  return [[what, whereabouts(first, story)].join(' ').trimEnd()];
}

function rest(lacks: readonly Lack[], which: string, names: WriteNames, end = ''): string[] {
  if (lacks.length === 0) return [];
  const some = lacks.slice(0, MOST_LACKS).map(({ write }) => names.of(write.id));
  const more = lacks.length - some.length;
  return [
    `${lacks.length} more ${verb(lacks, 'write', 'writes')} ${which}: ${more > 0 ? `${some.join(', ')} and ${more} more` : series(some)}${end}.`,
  ];
}
