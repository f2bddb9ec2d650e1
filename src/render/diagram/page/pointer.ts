import type { Viewport } from './viewport.js';

/** Two lines of a wheel that counts in lines are about this many pixels. */
const LINE = 16;
const CLICK = 5;

interface Handlers {
  readonly moved: () => void;
  readonly clicked: (x: number, y: number) => void;
  readonly hovered: (x: number, y: number) => void;
}

/** Wheel and two fingers zoom, a drag moves the drawing, a click selects. */
export class Pointer {
  private readonly down = new Map<number, { x: number; y: number }>();
  private travelled = 0;

  constructor(
    canvas: HTMLCanvasElement,
    private readonly view: Viewport,
    private readonly handlers: Handlers,
  ) {
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    canvas.addEventListener('pointerdown', (event) => {
      if (event.button > 0) return;
      canvas.setPointerCapture(event.pointerId);
      if (this.down.size === 0) this.travelled = 0;
      this.down.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    });
    canvas.addEventListener('pointermove', (event) => this.move(event));
    canvas.addEventListener('pointerup', (event) => this.up(event));
    canvas.addEventListener('pointercancel', (event) => this.down.delete(event.pointerId));
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const step = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    const [dx, dy] = [event.deltaX * step, event.deltaY * step];
    if (event.shiftKey || event.altKey) this.view.pan(dx, dy);
    else {
      this.view.zoom(1.0018 ** -dy, event.offsetX, event.offsetY);
      if (dx !== 0) this.view.pan(dx, 0);
    }
    this.handlers.moved();
  }

  private move(event: PointerEvent): void {
    const before = this.down.get(event.pointerId);
    const now = { x: event.offsetX, y: event.offsetY };
    if (!before) return this.handlers.hovered(now.x, now.y);
    const other = [...this.down].find(([id]) => id !== event.pointerId)?.[1];
    this.travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (other) {
      const distance = ({ x, y }: { x: number; y: number }) => Math.max(10, Math.hypot(x - other.x, y - other.y));
      this.view.zoom(distance(now) / distance(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
      this.view.pan((before.x - now.x) / 2, (before.y - now.y) / 2);
    } else if (this.travelled > CLICK) this.view.pan(before.x - now.x, before.y - now.y);
    this.down.set(event.pointerId, now);
    this.handlers.moved();
  }

  private up(event: PointerEvent): void {
    if (!this.down.delete(event.pointerId) || this.travelled > CLICK) return;
    this.handlers.clicked(event.offsetX, event.offsetY);
  }
}
