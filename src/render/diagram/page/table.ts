import { clock } from '../picture/geometry.js';
import { button, byId, make } from './elements.js';
import type { Scene } from './scene.js';
import { anomaliesAt, kindWords } from './words.js';

const ROWS = 200;

/** All events as a table, for who cannot or would not read the drawing; a page of it at a time. */
export class Table {
  private first = 0;
  private built = -1;

  constructor(
    private readonly scene: Scene,
    private readonly select: (id: number) => void,
  ) {
    byId('rows-before').addEventListener('click', () => this.turn(-1));
    byId('rows-after').addEventListener('click', () => this.turn(1));
  }

  /** The page with that event. */
  show(selected: number | undefined): void {
    if (selected !== undefined) this.first = Math.floor(selected / ROWS) * ROWS;
    if (this.built !== this.first) this.build();
    for (const row of byId('rows').querySelectorAll('tr'))
      row.setAttribute('aria-selected', String(row.dataset.event === String(selected)));
    byId('rows').querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  private turn(step: -1 | 1): void {
    const next = this.first + step * ROWS;
    if (next < 0 || next >= this.scene.diagram.events.length) return;
    this.first = next;
    this.build();
  }

  private build(): void {
    const { events, lanes, endUs } = this.scene.diagram;
    this.built = this.first;
    const shown = events.slice(this.first, this.first + ROWS);
    byId('rows-shown').textContent = `Events ${this.first + 1} to ${this.first + shown.length} of ${events.length}`;
    byId<HTMLButtonElement>('rows-before').disabled = this.first === 0;
    byId<HTMLButtonElement>('rows-after').disabled = this.first + ROWS >= events.length;
    byId('rows').replaceChildren(
      ...shown.map((event) => {
        const { id, atUs, lane, details } = event;
        const row = make('tr', [
          make('td', [button(String(id + 1), () => this.select(id), 'link')]),
          make('td', clock(atUs, endUs)),
          make('td', lanes[lane]?.label ?? ''),
          make('td', kindWords(event)),
          make('td', [...this.anomaliesAt(id), ...details].join(' ')),
        ]);
        row.dataset.event = String(id);
        return row;
      }),
    );
  }

  private anomaliesAt(id: number): string[] {
    return anomaliesAt(this.scene.diagram, id).map(({ words }) => words);
  }
}
