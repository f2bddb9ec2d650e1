/** For the times at the left and the names of the lanes at the top, in pixels of the screen. */
export const GUTTER = 84;
export const HEADER = 44;
const MARGIN = 40;
/** Between the times and the first label. */
const EDGE = 8;
const LARGEST = 6;
/** Lanes do not come apart as far as time does, and at natural size no closer than labels can be read. */
const [NARROWEST, WIDEST] = [0.52, 1.5];
/** A small drawing is shown larger. */
const LARGEST_AT_FIRST = 1.8;

/** Which part of a drawing is seen, and how large. */
export class Viewport {
  /** Pixels of the screen for one of the drawing, downwards. */
  scale = 1;
  /** As the reader wants lanes closer or further apart. */
  private stretch = 1;
  /** What of the drawing is at the upper left corner, in its pixels. */
  private left = 0;
  private top = 0;
  width = 0;
  height = 0;

  constructor(
    private readonly drawingWidth: number,
    private readonly drawingHeight: number,
    /** Left of the first lane and right of the last one: labels, which need as much room when lanes come closer. */
    private readonly sides: readonly [number, number] = [0, 0],
  ) {}

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.keepInside();
  }

  /** Across: lanes come closer only until all of them are seen. */
  get across(): number {
    return Math.min(3, this.acrossAt(this.scale) * this.stretch);
  }

  get smallest(): number {
    return Math.min(1, this.allDown);
  }

  private get allAcross(): number {
    const room = this.width - GUTTER - MARGIN;
    const [left, right] = this.sides;
    const fixed = room < this.drawingWidth ? left + right : 0;
    return Math.max(0, room - fixed) / Math.max(1, this.drawingWidth - fixed);
  }

  private get allDown(): number {
    return (this.height - HEADER - MARGIN) / this.drawingHeight;
  }

  x(x: number): number {
    return GUTTER + (x - this.left) * this.across;
  }

  y(y: number): number {
    return HEADER + (y - this.top) * this.scale;
  }

  drawingX(x: number): number {
    return this.left + (x - GUTTER) / this.across;
  }

  drawingY(y: number): number {
    return this.top + (y - HEADER) / this.scale;
  }

  /** What is at (x, y) of the screen stays there. */
  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    const [fixedX, fixedY] = [this.drawingX(x), this.drawingY(y)];
    this.scale = Math.min(LARGEST, Math.max(this.smallest, this.scale * factor));
    this.left = fixedX - (x - GUTTER) / this.across;
    this.top = fixedY - (y - HEADER) / this.scale;
    this.keepInside();
  }

  /** Lanes further apart, or closer for a factor below 1. */
  widen(factor: number): void {
    const middle = this.drawingX(this.width / 2);
    this.stretch = within(this.stretch * factor, 0.2, 5);
    this.left = middle - (this.width / 2 - GUTTER) / this.across;
    this.keepInside();
  }

  pan(dx: number, dy: number): void {
    this.left += dx / this.across;
    this.top += dy / this.scale;
    this.keepInside();
  }

  /** Natural size, or larger if there is room. */
  begin(): void {
    this.scale = this.allAcross < 1 ? 1 : Math.max(1, Math.min(LARGEST_AT_FIRST, this.allDown));
    this.left = Number.NEGATIVE_INFINITY;
    this.keepInside();
  }

  fit(): void {
    this.scale = this.smallest;
    this.stretch = 1;
    this.left = Number.NEGATIVE_INFINITY;
    this.top = 0;
    this.keepInside();
  }

  /** In the middle of what is seen. */
  center(x: number | undefined, y: number): void {
    this.top = y - (this.height - HEADER) / 2 / this.scale;
    if (x !== undefined) this.left = x - (this.width - GUTTER) / 2 / this.across;
    this.keepInside();
  }

  /** Moves only if it must, and then no further than needed to show something and what is around it. */
  reveal(x: number, y: number): void {
    const room = Math.min(90, (this.height - HEADER) / 4);
    const [seenX, seenY] = [this.x(x), this.y(y)];
    if (seenY < HEADER + room) this.top -= (HEADER + room - seenY) / this.scale;
    else if (seenY > this.height - room) this.top += (seenY - this.height + room) / this.scale;
    const side = Math.min(200, (this.width - GUTTER) / 3);
    if (seenX < GUTTER + side) this.left -= (GUTTER + side - seenX) / this.across;
    else if (seenX > this.width - side) this.left += (seenX - this.width + side) / this.across;
    this.keepInside();
  }

  private acrossAt(scale: number): number {
    const all = this.allAcross;
    const natural = Math.min(WIDEST, Math.max(NARROWEST, all));
    if (scale >= 1) return Math.min(WIDEST, natural * scale ** 0.7);
    return Math.max(Math.min(natural, all), natural * scale);
  }

  private keepInside(): void {
    const seenHeight = (this.height - HEADER) / this.scale;
    const seenWidth = (this.width - GUTTER) / this.across;
    const [left, right] = this.sides.map((side) => side * Math.max(0, 1 / this.across - 1)) as [number, number];
    this.top = within(this.top, -MARGIN / 2, this.drawingHeight + MARGIN - seenHeight);
    const spare = seenWidth - this.drawingWidth - left - right;
    const rightmost = this.drawingWidth + right + MARGIN - seenWidth;
    this.left = spare > 0 ? -left - spare / 2 : within(this.left, -left - EDGE / this.across, rightmost);
  }
}

/** The lower limit wins where they cross. */
function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
