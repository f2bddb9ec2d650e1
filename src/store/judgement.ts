import type { Aside } from './repair.js';
import type { SegmentFolder } from './segment-folder.js';
import { type DirectoryState, pathOfState, type Unknown } from './state-file.js';
import type { Survey, Surveyed } from './survey.js';

/** What was found in a directory. */
export interface Found {
  readonly directory: string;
  readonly before: DirectoryState | Unknown;
  readonly log: Survey;
  /** Paths of snapshots. */
  readonly damagedSnapshots: readonly string[];
  /** All own writes up to this one are there. */
  readonly ownThrough: number;
}

/** What is to be thought of a directory. */
export interface Judgement {
  readonly openings: number;
  readonly ownLast: number;
  readonly isEndKnown: boolean;
  readonly isTrusted: boolean;
  readonly findings: readonly string[];
}

export function openingsOf({ before, log }: Pick<Found, 'before' | 'log'>): number {
  return Math.max(typeof before === 'string' ? 0 : before.openings, log.opening + 1);
}

export function judge(found: Found, folder: SegmentFolder, aside: Aside): Judgement {
  const { before, log, ownThrough } = found;
  const ownLast = Math.max(ownThrough, log.ownLast, typeof before === 'string' ? 0 : before.ownLast);
  const damage = damageIn(found, folder, aside);
  const wasEndKnown = typeof before !== 'string' && before.isEndKnown;
  const isEndKnown = wasEndKnown && !log.isEndCutOff && !log.isCopy;
  const isTrusted = isEndKnown && damage.length === 0 && ownThrough >= ownLast;
  const findings = [...damage];
  if (log.isCopy) findings.push(`${found.directory} is a copy, or was restored: this branch may have written more than is here`);
  if (log.isEndCutOff) findings.push('the end of the log may be cut off: this branch may have written more than is here');
  if (typeof before !== 'string' && !before.isEndKnown && before.openings > 0) {
    findings.push('an earlier start found that this branch may have written more than is here, and it has not become sure since');
  }
  if (ownThrough < ownLast) findings.push(`own writes behind ${ownThrough} are missing, of ${ownLast} that were durable`);
  return { openings: openingsOf(found), ownLast, isEndKnown, isTrusted, findings };
}

/** What is damaged, and what is done about it. */
function damageIn({ directory, before, log, damagedSnapshots }: Found, folder: SegmentFolder, aside: Aside): string[] {
  const damage: string[] = [];
  if (typeof before === 'string') damage.push(`${pathOfState(directory)} was ${before}, and is written anew`);
  for (const path of damagedSnapshots) damage.push(`${path} was damaged, and is now ${aside.nameOf(path)}`);
  for (const surveyed of log.segments) {
    const { wrong, bytes, segment } = surveyed;
    const path = folder.pathOf(segment);
    if (wrong.length > 0) {
      const done = bytes === undefined ? '' : `; what is whole of it is kept, all of it is in ${aside.nameOf(path)}`;
      damage.push(`${path} ${wrong.join(', ')}${done}`);
    }
  }
  const lost = log.segments.flatMap(lostIn).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (lost > 0) damage.push(`the log has lost the writes of ${lost === 1 ? 'one commit' : `${lost} commits`}`);
  return damage;
}

function lostIn({ scanned, lostBefore, lostBehind }: Surveyed) {
  return [lostBefore, ...(scanned?.gaps ?? []), lostBehind].filter((gap) => gap !== undefined);
}
