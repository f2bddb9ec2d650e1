import type { Diagram } from '../model.js';
import type { Scene } from './scene.js';
import type { Theme } from './theme.js';
import type { Viewport } from './viewport.js';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** What everybody needs who draws a part of a scene. */
export class Brush {
  constructor(
    protected readonly scene: Scene,
    protected readonly view: Viewport,
    protected readonly theme: Theme,
    protected readonly context: CanvasRenderingContext2D,
  ) {}

  protected get diagram(): Diagram {
    return this.scene.diagram;
  }

  protected font(size: number, weight = 400): void {
    this.context.font = `${weight} ${size}px ${FONT}`;
  }

  protected polygon(corners: readonly (readonly [number, number])[], x = 0, y = 0): void {
    const { context } = this;
    context.beginPath();
    for (const [dx, dy] of corners) context.lineTo(x + dx, y + dy);
    context.closePath();
    context.fill();
  }

  protected ring(x: number, y: number, radius: number, color: string, width: number): void {
    const { context } = this;
    context.strokeStyle = this.theme.color(color);
    context.lineWidth = width;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
  }
}
