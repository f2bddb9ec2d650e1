import type { Note } from '../core/notes.js';
import { workOf } from '../core/work.js';
import type { FromBranch, Told } from './process-messages.js';

/** Tells whoever started this process what the branch does: all that happened together in one message. */
export class Telling {
  private told: Told[] = [];

  constructor(private readonly tell: (message: FromBranch) => void) {}

  note(note: Note): void {
    const atMs = performance.timeOrigin + performance.now();
    for (const work of workOf(note)) {
      if (this.told.length === 0) setImmediate(() => this.flush());
      this.told.push({ atMs, work });
    }
  }

  private flush(): void {
    const told = this.told;
    this.told = [];
    this.tell({ kind: 'told', told });
  }
}
