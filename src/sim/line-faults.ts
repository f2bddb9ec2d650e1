import { branchId } from '../domain/ids.js';
import { unreachable } from '../std/assert.js';
import type { FaultTime } from './fault-time.js';
import type { Lossiness } from './network.js';
import type { Fault, Line } from './plan.js';
import type { World } from './world.js';

type LineFault = Fault & { kind: 'lossy' | 'cut' | 'clog' | 'break-link' };
type Lossy = Fault & { kind: 'lossy' };
type Cut = Fault & { kind: 'cut' };

/** What befalls the lines between branches, each fault for its time. */
export class LineFaults {
  private readonly lossy = new Set<Lossy>();
  private linesCut = 0;

  constructor(
    private readonly world: World,
    private readonly time: FaultTime,
  ) {}

  begin(fault: LineFault): void {
    switch (fault.kind) {
      case 'lossy':
        return this.lose(fault);
      case 'cut':
        return this.cut(fault);
      case 'clog':
        return this.clog(fault.line, fault.forMs);
      case 'break-link':
        this.time.say('break-link', fault.between);
        return this.breakLink(fault.between);
      default:
        return unreachable(fault);
    }
  }

  private lose(fault: Lossy): void {
    this.time.say('lossy', [], percentages(fault));
    this.lossy.add(fault);
    this.world.network.trouble(this.worst());
    this.time.after(fault.forMs, () => {
      this.lossy.delete(fault);
      this.world.network.trouble(this.worst());
    });
  }

  /** Of all that is lossy now. */
  private worst(): Lossiness | undefined {
    const all = [...this.lossy];
    if (all.length === 0) return undefined;
    const most = (of: (lossy: Lossy) => number) => Math.max(...all.map(of));
    return {
      loss: most(({ loss }) => loss),
      duplication: most(({ duplication }) => duplication),
      replay: most(({ replay }) => replay),
      reordering: most(({ reordering }) => reordering),
    };
  }

  private cut(fault: Cut): void {
    const endsMs = this.world.timeline.nowMs + fault.forMs;
    const { flapMs } = fault;
    const on = () => {
      this.block(fault.lines, `${fault.shape}${flapMs ? ', flapping' : ''}`);
      if (fault.breaks) for (const line of fault.lines) this.breakLink(line);
      const leftMs = endsMs - this.world.timeline.nowMs;
      this.time.after(Math.min(flapMs ?? leftMs, leftMs), () => {
        this.unblock(fault.lines);
        if (flapMs !== undefined && this.world.timeline.nowMs + flapMs < endsMs) this.time.after(flapMs, on);
      });
    };
    on();
  }

  private clog(line: Line, forMs: number): void {
    this.block([line], 'clogged');
    this.time.after(forMs, () => this.unblock([line]));
  }

  private block(lines: readonly Line[], detail: string): void {
    this.linesCut += lines.length;
    for (const [from, to] of lines) this.world.network.block(branchId(from), branchId(to));
    for (const from of new Set(lines.map(([a]) => a))) {
      const to = lines.flatMap(([a, b]) => (a === from ? branchId(b) : []));
      this.time.say('cut', [from], detail, to);
    }
  }

  private unblock(lines: readonly Line[]): void {
    this.linesCut -= lines.length;
    for (const [from, to] of lines) this.world.network.unblock(branchId(from), branchId(to));
    if (this.linesCut === 0) this.time.say('heal', []);
  }

  private breakLink([a, b]: Line): void {
    this.world.network.breakLink(branchId(a), branchId(b));
  }
}

function percentages({ loss, duplication, replay, reordering }: Lossiness): string {
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return `${percent(loss)} lost, ${percent(duplication)} doubled, ${percent(replay)} replayed, ${percent(reordering)} out of order`;
}
