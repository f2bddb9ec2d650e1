import type { DiagramEvent } from '../model.js';
import { badgeCorners } from '../picture/geometry.js';
import { glyphOf } from '../picture/glyphs.js';
import { eventColor } from '../picture/palette.js';
import { Brush } from './brush.js';

/** More than this at once are drawn as dots. */
const MOST_GLYPHS = 2500;

/** The signs of events, and the numbers of anomalies. */
export class SpotBrush extends Brush {
  paint(first: number, end: number, selected: number | undefined): void {
    const dots = end - first > MOST_GLYPHS;
    const rows: number[] = [];
    for (let id = first; id < end; id++) {
      const event = this.scene.event(id);
      const [x, y] = [this.view.x(this.scene.xOf(event.lane)), this.view.y(this.scene.yOf(id))];
      if (this.scene.marked.has(id)) this.ring(x, y, 8, 'anomaly', 1.5);
      if (id === selected) this.ring(x, y, 12, 'focus', 3);
      if (!dots || id === selected || this.scene.marked.has(id)) this.spot(event, x, y);
      else if (rows[event.lane] !== Math.floor(y)) {
        rows[event.lane] = Math.floor(y);
        this.context.fillStyle = this.theme.color(eventColor(this.diagram, event));
        this.context.fillRect(x - 2, y - 1, 4, 2);
      }
    }
  }

  private spot(event: DiagramEvent, x: number, y: number): void {
    const { context } = this;
    const glyph = glyphOf(event);
    const size = Math.min(1, Math.max(0.5, this.view.scale ** 0.4));
    const color = this.theme.color(eventColor(this.diagram, event));
    context.fillStyle = glyph.filled ? color : this.theme.color('paper');
    context.strokeStyle = color;
    context.lineWidth = glyph.filled ? 1 : 1.8;
    if ('corners' in glyph)
      this.polygon(
        glyph.corners.map(([dx, dy]) => [dx * size, dy * size] as const),
        x,
        y,
      );
    else {
      context.beginPath();
      context.arc(x, y, glyph.radius * size, 0, 2 * Math.PI);
      context.fill();
    }
    context.stroke();
  }

  badges(top: number, bottom: number): void {
    const { context } = this;
    for (const { event, blamed, text, dx, half } of this.scene.badges) {
      const y = this.scene.yOf(event);
      if (y < top || y > bottom) continue;
      const at = this.view.x(this.scene.xOf(this.scene.event(event).lane)) + dx;
      context.fillStyle = this.theme.color(blamed ? 'anomaly' : 'paper');
      context.strokeStyle = this.theme.color('anomaly');
      context.lineWidth = 1.5;
      this.polygon(badgeCorners(half), at, this.view.y(y));
      context.stroke();
      this.font(11, 700);
      context.textAlign = 'center';
      context.fillStyle = this.theme.color(blamed ? 'onAnomaly' : 'anomaly');
      context.fillText(text, at, this.view.y(y) + 4);
    }
  }
}
