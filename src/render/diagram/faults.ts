import type { FaultEvent, FaultKind } from '../../domain/history.js';
import type { BranchId } from '../../domain/ids.js';
import type { Draft } from './draft.js';
import type { SpanKind } from './model.js';
import { faultLabel, faultText } from './words.js';

/** Faults that last, and what of a branch that is shown as. */
const LASTING: Partial<Record<FaultKind, SpanKind>> = { crash: 'down', 'failing-disk': 'down', pause: 'paused', cut: 'cut' };

/** What ends which of them: `heal` frees every line, and when the faults end all is mended. */
const ENDS: Partial<Record<FaultKind, readonly SpanKind[]>> = {
  heal: ['cut'],
  restart: ['down'],
  resume: ['paused'],
  crash: ['paused'],
  'faults-end': ['cut', 'down', 'paused'],
};

interface Open {
  readonly kind: SpanKind;
  readonly branch: BranchId;
  readonly from: number;
  readonly label: string;
}

/** What was broken, from its beginning to what ended it. */
export class Faults {
  private open: Open[] = [];

  constructor(private readonly draft: Draft) {}

  take(event: FaultEvent): void {
    const { atUs, fault, branches, to = [] } = event;
    const concerned = branches.length > 0 ? new Set([...branches, ...to]) : this.draft.branches;
    const details = [faultText(event)];
    const at = new Map<BranchId, number>();
    for (const branch of concerned) {
      const lane = this.draft.branch(branch);
      at.set(branch, this.draft.event({ lane, kind: 'fault', atUs, label: faultLabel(event, branch), details }));
    }
    this.end(event, at);
    const kind = LASTING[fault];
    if (!kind) return;
    for (const [branch, from] of at) this.open.push({ kind, branch, from, label: faultLabel(event, branch) });
  }

  finish(): void {
    for (const open of this.open) this.close(open, undefined);
    this.open = [];
  }

  private end({ fault, branches }: FaultEvent, at: ReadonlyMap<BranchId, number>): void {
    const kinds = ENDS[fault] ?? [];
    const ends = ({ kind, branch }: Open) => kinds.includes(kind) && (branches.length === 0 || branches.includes(branch));
    for (const open of this.open.filter(ends)) this.close(open, at.get(open.branch));
    this.open = this.open.filter((open) => !ends(open));
  }

  private close({ kind, branch, from, label }: Open, to: number | undefined): void {
    this.draft.span({ kind, lane: this.draft.branch(branch), from, to, label });
  }
}
