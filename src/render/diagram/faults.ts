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
    const lanes = branches.length > 0 ? [...branches, ...to].map((id) => this.draft.branch(id)) : this.draft.branchLanes;
    const shown = { kind: 'fault' as const, atUs, label: faultLabel(event), details: [faultText(event)] };
    const at = new Map([...new Set(lanes)].map((lane) => [lane, this.draft.event({ lane, ...shown })]));
    this.end(event, at);
    const kind = LASTING[fault];
    if (!kind) return;
    for (const branch of new Set([...branches, ...to])) {
      const from = at.get(this.draft.branch(branch));
      if (from !== undefined) this.open.push({ kind, branch, from, label: faultLabel(event) });
    }
  }

  finish(): void {
    for (const open of this.open) this.close(open, undefined);
    this.open = [];
  }

  private end({ fault, branches }: FaultEvent, at: ReadonlyMap<number, number>): void {
    const kinds = ENDS[fault] ?? [];
    const ends = ({ kind, branch }: Open) => kinds.includes(kind) && (branches.length === 0 || branches.includes(branch));
    for (const open of this.open.filter(ends)) this.close(open, at.get(this.draft.branch(open.branch)));
    this.open = this.open.filter((open) => !ends(open));
  }

  private close({ kind, branch, from, label }: Open, to: number | undefined): void {
    this.draft.span({ kind, lane: this.draft.branch(branch), from, to, label });
  }
}
