import type { Arrow } from '../model.js';
import { headOf, lineOf } from '../picture/geometry.js';
import { DASHES } from '../picture/glyphs.js';
import { arrowColor } from '../picture/palette.js';
import { Brush } from './brush.js';

const MOST_ARROWS = 8000;

/** Who told whom. */
export class ArrowBrush extends Brush {
  /** Where arrows end that are lost, of those painted last. */
  private lostAt: { readonly x: number; readonly y: number }[] = [];

  paint(top: number, bottom: number, selected: number | undefined): void {
    this.lostAt = [];
    const groups = new Map<string, Arrow[]>();
    const chosen: Arrow[] = [];
    const seen = [...this.scene.arrows.between(top, bottom)];
    // So many make a shade, in which nobody misses some.
    const step = Math.ceil(seen.length / MOST_ARROWS);
    for (const [place, i] of seen.entries()) {
      const arrow = this.diagram.arrows[i] as Arrow;
      if (selected !== undefined && this.isOf(arrow, selected)) chosen.push(arrow);
      else if (place % step === 0) {
        const key = `${arrowColor(this.diagram, arrow)} ${arrow.kind}`;
        const group = groups.get(key);
        if (group) group.push(arrow);
        else groups.set(key, [arrow]);
      }
    }
    const shown = [...groups.values()].reduce((sum, group) => sum + group.length, 0);
    // Lines that cannot be told from each other are a shade only.
    this.context.globalAlpha = Math.min(1, Math.max(0.12, (2 * this.view.height) / (shown + 1)));
    for (const group of groups.values()) this.lines(group, 1.4);
    this.context.globalAlpha = 1;
    for (const arrow of chosen) this.lines([arrow], 2.8);
  }

  /** Of the same operation, or beginning or ending there. */
  private isOf({ from, to }: Arrow, selected: number): boolean {
    if (from === selected || to === selected) return true;
    const { operation } = this.scene.event(selected);
    if (operation === undefined || to === undefined) return false;
    return this.scene.event(from).operation === operation && this.scene.event(to).operation === operation;
  }

  /** Arrows of one colour and kind. */
  private lines(arrows: readonly Arrow[], width: number): void {
    const { context, view, scene } = this;
    const [first] = arrows;
    if (!first) return;
    const color = this.theme.color(arrowColor(this.diagram, first));
    const lines = arrows.map((arrow) =>
      lineOf(
        arrow,
        this.diagram.events,
        (lane) => view.x(scene.xOf(lane)),
        (id) => view.y(scene.yOf(id)),
      ),
    );
    context.strokeStyle = context.fillStyle = color;
    context.lineWidth = width;
    context.setLineDash(view.scale < 0.15 ? [] : [...DASHES[first.kind]]);
    context.beginPath();
    for (const { x1, y1, x2, y2 } of lines) {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    context.stroke();
    context.setLineDash([]);
    if (view.scale > 0.15) for (const line of lines) if (!line.lost) this.polygon(headOf(line, width > 2 ? 11 : 8));
    for (const { lost, x2: x, y2: y } of lines) if (lost) this.lostAt.push({ x, y });
  }

  /** Nothing hides them. */
  crosses(): void {
    const { context } = this;
    context.strokeStyle = this.theme.color('anomaly');
    context.lineWidth = 2;
    context.beginPath();
    for (const { x, y } of this.lostAt) {
      context.moveTo(x - 4, y - 4);
      context.lineTo(x + 4, y + 4);
      context.moveTo(x - 4, y + 4);
      context.lineTo(x + 4, y - 4);
    }
    context.stroke();
  }
}
