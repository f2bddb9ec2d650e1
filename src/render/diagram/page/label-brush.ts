import type { DiagramEvent } from '../model.js';
import { type Column, LABEL_GAP, LABEL_SIZE } from '../picture/layout.js';
import { Brush } from './brush.js';
import { EDGE } from './viewport.js';

const LINE = 14;
/** Smaller than this only labels that matter are legible among each other. */
const LABELLED = 0.35;

/** The few words beside events. */
export class LabelBrush extends Brush {
  private readonly fits = new Map<string, string>();

  /** As many as there is room for; those that matter first. */
  paint(first: number, end: number, selected: number | undefined): void {
    const taken = this.diagram.lanes.map((): number[] => []);
    this.font(LABEL_SIZE);
    this.context.lineJoin = 'round';
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
    const text = this.fitted(label, this.roomOf(lane, side) - indent);
    context.textAlign = side < 0 ? 'right' : 'left';
    context.strokeStyle = this.theme.color('paper');
    context.lineWidth = 4;
    const at = this.view.x(x) + side * indent;
    context.strokeText(text, at, y);
    context.fillStyle = this.theme.color('ink');
    context.fillText(text, at, y);
  }

  /** Up to the next lane. */
  private roomOf(lane: number, side: -1 | 1): number {
    const { columns } = this.scene.layout;
    const x = columns[lane]?.x ?? 0;
    const next = columns[lane + side]?.x;
    if (next === undefined) return (side < 0 ? x : this.scene.layout.width - x) * this.view.across + EDGE;
    return Math.abs(next - x) * this.view.across - (side < 0 ? 10 : 20);
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
