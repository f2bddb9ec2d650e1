import { duration } from '../names.js';
import { clock } from '../picture/geometry.js';
import { Brush } from './brush.js';
import { Heads } from './heads.js';
import { GUTTER, HEADER } from './viewport.js';

/** Lanes with their names, and times. */
export class FrameBrush extends Brush {
  private readonly names = new Heads(this.diagram.lanes, this.scene.layout.columns);

  laneLines(): void {
    const { context, view } = this;
    const bottom = Math.min(view.height, view.y(this.scene.layout.height));
    context.strokeStyle = this.theme.color('lane');
    context.lineWidth = 2;
    context.beginPath();
    for (const { x } of this.scene.layout.columns) {
      context.moveTo(view.x(x), HEADER);
      context.lineTo(view.x(x), bottom);
    }
    context.stroke();
  }

  pauses(top: number, bottom: number): void {
    const { context, view } = this;
    context.strokeStyle = this.theme.color('soft');
    context.lineWidth = 1;
    context.setLineDash([1, 5]);
    context.beginPath();
    for (const { y } of this.scene.layout.pauses) {
      if (y < top || y > bottom) continue;
      context.moveTo(GUTTER - 6, view.y(y));
      context.lineTo(view.width, view.y(y));
    }
    context.stroke();
    context.setLineDash([]);
  }

  times(first: number, end: number): void {
    const { context, view } = this;
    context.fillStyle = this.theme.color('paper');
    context.fillRect(0, 0, GUTTER - 6, view.height);
    this.font(11);
    context.textAlign = 'right';
    context.fillStyle = this.theme.color('soft');
    let last = { y: Number.NEGATIVE_INFINITY, text: '' };
    for (let id = first; id < end; id++) {
      const y = view.y(this.scene.yOf(id)) + 4;
      if (y - last.y < 15) continue;
      const text = clock(this.scene.event(id).atUs, this.diagram.endUs);
      if (text === last.text) continue;
      context.fillText(text, GUTTER - 14, y);
      last = { y, text };
    }
    if (view.scale < 0.5) return;
    this.context.font = `italic ${this.context.font}`;
    for (const { y, us } of this.scene.layout.pauses) context.fillText(`+ ${duration(us)}`, GUTTER - 14, view.y(y) + 4);
  }

  heads(): void {
    const { context, view } = this;
    context.fillStyle = this.theme.color('paper');
    context.fillRect(0, 0, view.width, HEADER - 4);
    this.font(13, 600);
    context.textAlign = 'center';
    const xs = this.scene.layout.columns.map(({ x }) => view.x(x));
    for (const [i, head] of this.names.at(xs).entries()) {
      const at = xs[i] as number;
      // What is left of the times is out of sight.
      if (!head || at - head.width / 2 < GUTTER - 20) continue;
      const { text, width } = head;
      context.beginPath();
      context.roundRect(at - width / 2, 8, width, 26, this.diagram.lanes[i]?.kind === 'customer' ? 13 : 4);
      context.fillStyle = this.theme.color('raised');
      context.fill();
      context.strokeStyle = this.theme.color('lane');
      context.lineWidth = 1;
      context.stroke();
      context.fillStyle = this.theme.color('ink');
      context.fillText(text, at, 25.5);
    }
  }
}
