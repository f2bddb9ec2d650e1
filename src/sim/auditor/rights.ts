import type { BranchId } from '../../domain/ids.js';
import { insist, type TwinWrite, type WriteName } from '../twin.js';

/** What logs say about one request, in the order in which they were written. */
interface Story {
  readonly home: BranchId;
  readonly writes: TwinWrite[];
}

/**
 * Who may write about a request, by the definition: its home, until that cedes it
 * to another branch, and so on. It ends with the effect or the void, of which
 * there is at most one.
 */
export class Rights {
  private readonly stories = new Map<string, Story>();
  /** Who took over the rights of branches that have left. */
  private readonly heirs = new Map<BranchId, BranchId>();

  /** A request was sent for the first time, to its home. */
  sent(request: string, home: BranchId): void {
    if (!this.stories.has(request)) this.stories.set(request, { home, writes: [] });
  }

  /** A write about the request was logged. */
  logged(write: TwinWrite): void {
    const request = write.request ?? write.about?.request;
    const story = request === undefined ? undefined : this.stories.get(request);
    if (!story) return;
    const last = story.writes.at(-1);
    const ended = last && last.about?.cededTo === undefined ? last : undefined;
    insist(!ended, 'DuplicateEffect', () => `${write.name} is about request ${request}, of which ${ended?.name} was the end`);
    const holder = this.heirOf(last?.about?.cededTo ?? story.home);
    insist(
      write.at === holder,
      'DuplicateEffect',
      () => `${write.name} is about request ${request}, to which branch ${holder} has the right`,
    );
    story.writes.push(write);
  }

  /** A branch has left. */
  inherit(branch: BranchId, heir: BranchId): void {
    this.heirs.set(branch, heir);
  }

  /** These are lost, and were seen by nobody. */
  forget(lost: readonly TwinWrite[]): void {
    const names = new Set<WriteName>(lost.map(({ name }) => name));
    for (const { request, about } of lost) {
      const story = this.stories.get(request ?? about?.request ?? '');
      if (story) story.writes.splice(0, story.writes.length, ...story.writes.filter(({ name }) => !names.has(name)));
    }
  }

  /** Whether somebody else has, or had, the right to it. */
  mayBeElsewhere(request: string, branch: BranchId): boolean {
    const story = this.stories.get(request);
    return story !== undefined && (story.home !== branch || story.writes.some(({ about }) => about?.cededTo !== undefined));
  }

  private heirOf(branch: BranchId): BranchId {
    const heir = this.heirs.get(branch);
    return heir === undefined ? branch : this.heirOf(heir);
  }

  /** The void of the request, if there is one. */
  voidOf(request: string): TwinWrite | undefined {
    const last = this.stories.get(request)?.writes.at(-1);
    return last?.about && last.about.cededTo === undefined ? last : undefined;
  }
}
