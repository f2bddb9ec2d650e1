import type { FaultEvent } from '../../domain/history.js';
import type { BranchId } from '../../domain/ids.js';

/** Something of the bank that did not work, and from when to when. */
export type Disturbance = { readonly fromUs: number; readonly untilUs?: number } & (
  | { readonly kind: 'down' | 'paused'; readonly branch: BranchId }
  /** Nothing came through from the one to the other. */
  | { readonly kind: 'cut'; readonly from: BranchId; readonly to: BranchId }
);

type Open = Disturbance & { untilUs?: number };

/** What was broken, arranged by when it was. */
export class Disturbances {
  private readonly all: Open[] = [];

  take({ fault, branches, to = [], atUs }: FaultEvent): void {
    const one = (branch: BranchId) => branches.length === 0 || branches.includes(branch);
    switch (fault) {
      case 'cut':
        for (const from of branches) for (const other of to) this.all.push({ kind: 'cut', from, to: other, fromUs: atUs });
        return;
      case 'crash':
      case 'failing-disk':
        this.end(atUs, (open) => open.kind === 'paused' && one(open.branch));
        for (const branch of branches) this.all.push({ kind: 'down', branch, fromUs: atUs });
        return;
      case 'pause':
        for (const branch of branches) this.all.push({ kind: 'paused', branch, fromUs: atUs });
        return;
      case 'heal':
        return this.end(atUs, ({ kind }) => kind === 'cut');
      case 'restart':
        return this.end(atUs, (open) => open.kind === 'down' && one(open.branch));
      case 'resume':
        return this.end(atUs, (open) => open.kind === 'paused' && one(open.branch));
      case 'faults-end':
        return this.end(atUs, () => true);
      default:
        return;
    }
  }

  /** Those that lasted into that time; of cuts, the lines between these branches. */
  between(fromUs: number, untilUs: number, branches: ReadonlySet<BranchId>): Disturbance[] {
    const concerns = (one: Disturbance) =>
      one.kind === 'cut' ? branches.has(one.from) && branches.has(one.to) : branches.has(one.branch);
    return this.all.filter((one) => one.fromUs <= untilUs && (one.untilUs ?? Number.MAX_VALUE) > fromUs && concerns(one));
  }

  private end(atUs: number, ends: (open: Disturbance) => boolean): void {
    for (const open of this.all) if (open.untilUs === undefined && ends(open)) open.untilUs = atUs;
  }
}
