import type { DiagramEvent, Span } from '../model.js';
import type { Bar } from '../picture/bars.js';
import { type Column, LABEL_ASCENT, LABEL_GAP, LABEL_HEIGHT, LABEL_SIZE } from '../picture/layout.js';
import { Brush } from './brush.js';
import { GUTTER } from './viewport.js';

const LINE = 14;
/** What the sign of an event covers above and below its level. */
const SPOT = 8;
/** How far from its level an event may cover anything. */
const REACH = 20;
/** Left of a branch: for the tips of arrows, and for requests that wait. */
const [TIP, WAITING] = [14, 20];
/** Right of a customer. */
const AFTER = 10;
/** With less room than this a label says nothing. */
const LEAST_ROOM = 16;
/** Smaller than this only labels that matter are legible among each other. */
const LABELLED = 0.35;

/** The few words beside events, each on a ground of its own: what crosses them passes behind. */
export class LabelBrush extends Brush {
  private readonly fits = new Map<string, string>();
  /** By lane: from where to where on the screen something lasts. */
  private lasting: (readonly [number, number])[][] = [];

  /** As many as there is room for; those that matter first. */
  paint(first: number, end: number, selected: number | undefined): void {
    const taken = this.diagram.lanes.map((): number[] => []);
    this.font(LABEL_SIZE);
    this.context.lineJoin = 'round';
    this.noteWhatLasts();
    const matters = (id: number) => id === selected || this.scene.marked.has(id);
    const ids = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
    const few = this.view.scale >= LABELLED ? ids : ids.filter(matters);
    for (const id of [...few.filter(matters), ...few.filter((other) => !matters(other))]) {
      const { lane, label } = this.scene.event(id);
      if (label === '') continue;
      const y = this.view.y(this.scene.yOf(id)) + (this.scene.layout.drops[id] ?? 0);
      const others = taken[lane] as number[];
      if (this.view.scale < 1 && others.some((other) => Math.abs(other - y) < LINE)) continue;
      others.push(y);
      this.label(this.scene.event(id), y);
    }
  }

  private label({ id, lane, label }: DiagramEvent, y: number): void {
    const { context } = this;
    const { x, side } = this.scene.layout.columns[lane] as Column;
    const indent = LABEL_GAP + (side < 0 ? (this.scene.indents.get(id) ?? 0) : 0);
    const room = this.roomOf(lane, side, y, indent + context.measureText(label).width) - indent;
    if (room < LEAST_ROOM) return;
    const text = this.fitted(label, room);
    const { width } = context.measureText(text);
    context.textAlign = side < 0 ? 'right' : 'left';
    context.strokeStyle = this.theme.color('paper');
    context.lineWidth = 4;
    const at = this.view.x(x) + side * indent;
    context.fillStyle = this.theme.color('paper');
    context.fillRect(side < 0 ? at - width - 1 : at - 1, y - LABEL_ASCENT, width + 2, LABEL_HEIGHT);
    context.strokeText(text, at, y);
    context.fillStyle = this.theme.color('ink');
    context.fillText(text, at, y);
  }

  /** Up to the next lane, and beyond it as far as it is needed and nothing of other lanes is at that height. */
  private roomOf(lane: number, side: -1 | 1, y: number, needed: number): number {
    const { columns } = this.scene.layout;
    const from = this.view.x((columns[lane] as Column).x);
    const [top, bottom] = [y - LABEL_ASCENT, y - LABEL_ASCENT + LABEL_HEIGHT];
    const inSight = side < 0 ? from - GUTTER + 4 : this.view.width - from - 4;
    for (let other = lane + side; columns[other]; other += side) {
      const isLasting = this.lasts(other, top, bottom);
      const before = isLasting ? WAITING : TIP;
      const room = Math.abs(this.view.x((columns[other] as Column).x) - from) - (side < 0 ? AFTER : before);
      if (room >= needed || isLasting || this.isTaken(other, top, bottom)) return Math.min(room, inSight);
    }
    return inSight;
  }

  /** Between two heights on the screen. */
  private isTaken(lane: number, top: number, bottom: number): boolean {
    for (const id of this.scene.between(lane, this.view.drawingY(top - REACH), this.view.drawingY(bottom + REACH))) {
      const level = this.view.y(this.scene.yOf(id));
      if (level - SPOT < bottom && level + SPOT > top) return true;
      const label = level + (this.scene.layout.drops[id] ?? 0) - LABEL_ASCENT;
      if (this.scene.event(id).label !== '' && label < bottom && label + LABEL_HEIGHT > top) return true;
    }
    return false;
  }

  private lasts(lane: number, top: number, bottom: number): boolean {
    return this.lasting[lane]?.some(([from, to]) => from < bottom && to > top) === true;
  }

  private noteWhatLasts(): void {
    const { view, scene } = this;
    this.lasting = this.diagram.lanes.map(() => []);
    for (const i of scene.spans.between(view.drawingY(0), view.drawingY(view.height))) {
      const { from, to } = scene.layout.bars[i] as Bar;
      this.lasting[(this.diagram.spans[i] as Span).lane]?.push([view.y(from), view.y(to)]);
    }
  }

  private fitted(text: string, room: number): string {
    const key = `${Math.floor(room / 8)} ${text}`;
    const known = this.fits.get(key);
    if (known !== undefined) return known;
    let shown = text;
    if (this.context.measureText(text).width > room) {
      const letters = [...text];
      while (letters.length > 1 && this.context.measureText(`${letters.join('')}…`).width > room) letters.pop();
      shown = `${letters.join('').trimEnd()}…`;
    }
    this.fits.set(key, shown);
    return shown;
  }
}
