import type { Diagram } from '../model.js';
import type { Bar } from '../picture/bars.js';
import { waitingX } from '../picture/glyphs.js';
import { Brush } from './brush.js';

/** Names of colours, and lengths of dashes and gaps. */
interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly dash?: readonly number[];
}

/** Operations, requests that wait, and what is broken: all that lasts. */
export class BarBrush extends Brush {
  paint(top: number, bottom: number): void {
    const { spans } = this.diagram;
    for (const i of this.scene.spans.between(top, bottom)) {
      const { kind, lane } = spans[i] as Diagram['spans'][number];
      const { from, to, slot } = this.scene.layout.bars[i] as Bar;
      const x = this.view.x(this.scene.xOf(lane));
      const [y, height] = [this.view.y(from), (to - from) * this.view.scale];
      if (kind === 'operation' && height < 2) continue;
      if (kind === 'operation') this.bar(x - 5, y, 10, height, { fill: 'operation' });
      else if (kind === 'parked' || kind === 'short')
        this.bar(x + waitingX(slot) - 3, y, 6, height, { fill: 'wait', stroke: 'waiting' });
      else if (kind === 'cut') this.bar(x - 6, y, 12, height, { stroke: 'fault', dash: [5, 3] });
      else this.bar(x - 9, y, 18, height, { fill: 'down', stroke: 'fault', dash: kind === 'paused' ? [2, 3] : [] });
    }
  }

  private bar(x: number, y: number, width: number, height: number, { fill, stroke, dash = [] }: Paint): void {
    const { context } = this;
    // Far beyond the edges dashes would take long to draw.
    const [upper, lower] = [Math.max(y, -50), Math.min(y + height, this.view.height + 50)];
    context.beginPath();
    context.roundRect(x, upper, width, Math.max(1, lower - upper), Math.min(4, width / 2));
    if (fill) {
      context.fillStyle = this.theme.color(fill);
      context.fill();
    }
    if (fill === 'wait') this.hatch(x, upper, width, lower - upper);
    if (!stroke) return;
    context.strokeStyle = this.theme.color(stroke);
    context.lineWidth = 1.2;
    context.setLineDash([...dash]);
    context.stroke();
    context.setLineDash([]);
  }

  private hatch(x: number, y: number, width: number, height: number): void {
    const { context } = this;
    context.strokeStyle = this.theme.color('waiting');
    context.lineWidth = 1.2;
    context.beginPath();
    for (let at = y + width; at < y + height; at += 5) {
      context.moveTo(x, at);
      context.lineTo(x + width, at - width);
    }
    context.stroke();
  }
}
