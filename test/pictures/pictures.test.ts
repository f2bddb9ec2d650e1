import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { branchId, type CustomerId } from '../../src/domain/ids.js';
import { anyDiagram, branchLane, customerLane, readWithoutTheWrite } from '../../src/render/diagram/fixtures.js';
import { htmlOf } from '../../src/render/diagram/html.js';
import type { Diagram, DiagramEvent } from '../../src/render/diagram/model.js';
import { GUTTER } from '../../src/render/diagram/page/viewport.js';
import { svgOf } from '../../src/render/diagram/picture/svg.js';
import { Bench } from '../e2e/harness.js';
import { Chromium, chromiumBinary } from './chromium.js';

/** Ten branches, close together: nothing is beside what branch 1 tells, and branch 3 is beside what branch 2 tells. */
function manyBranches(): Diagram {
  const told = (lane: number, atMs: number, kind: DiagramEvent['kind'], label = '') => ({ lane, atUs: atMs * 1000, kind, label });
  const events = [
    told(0, 0, 'ask', 'deposit 10'),
    told(1, 1, 'send', 'sends 1-1 to all of them'),
    told(1, 2, 'arrive'),
    told(2, 200, 'apply', 'has something long'),
    told(3, 201, 'arrive'),
    told(10, 400, 'apply', 'has 1-1'),
    ...[4, 5, 6, 7, 8, 9].map((lane) => told(lane, 600 + lane, 'arrive')),
  ].map((event, id): DiagramEvent => ({ id, ...event, details: [] }));
  const lanes = [customerLane('1'), ...Array.from({ length: 10 }, (_, i) => branchLane(i + 1))];
  return { title: 'ten', lanes, events, arrows: [], spans: [], marks: [], namesInFull: [], endUs: 700_000 };
}

const binary = chromiumBinary();
const reason = binary ? '' : ' (skipped: this machine has no chromium)';

const EVIL = '</script><b>eve';

/** A history in which customer eve does not see her own deposit, between so many of others that do. */
function history(others: number): string {
  const lines: object[] = [{ passbook: 'history', version: 1, branches: [1, 2], foundedMinor: ['0'], complete: true }];
  let us = 0;
  const counts = new Map<string, number>();
  const operation = (process: string, f: string, branch: number, given: object, answer: object) => {
    const event = (counts.get(process) ?? 0) + 1;
    counts.set(process, event);
    const both = { process, f };
    const value = { event, branch, account: '1', guarantees: [], ...given };
    lines.push({ index: lines.length - 1, type: 'invoke', ...both, value, time: (us += 300) * 1000 });
    lines.push({ index: lines.length - 1, type: 'ok', ...both, value: { event, ...answer }, time: (us += 700) * 1000 });
  };
  const query = (process: string, branch: number, sees: object, balanceMinor: string) =>
    operation(process, 'query', branch, {}, { vector: sees, balanceMinor });
  for (let i = 0; i < others; i++) query(`c${i % 5}`, 1 + (i % 2), {}, '0');
  operation(EVIL, 'deposit', 1, { amountMinor: 500 }, { write: '1-00000001-1', vector: {} });
  query(EVIL, 2, {}, '0');
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe.skipIf(!binary)(`pictures in a browser${reason}`, () => {
  let chromium: Chromium;
  let bench: Bench;
  const shots = mkdtempSync(join(tmpdir(), 'passbook-pictures-'));

  beforeAll(async () => {
    chromium = await Chromium.start(binary as string);
  });
  afterAll(async () => {
    await chromium?.close();
    rmSync(shots, { recursive: true, force: true });
  });
  beforeEach(async () => {
    bench = new Bench();
    chromium.complaints.length = 0;
    await chromium.prefer('light');
    await chromium.size(1200, 800);
  });
  afterEach(() => bench.close());

  async function openPage(others: number): Promise<void> {
    const out = bench.path('page.html');
    const { code, stderr } = await bench.passbook([
      'export',
      bench.file('h.jsonl', history(others)),
      '--to',
      'html',
      '--out',
      out,
    ]);
    expect(code, stderr).toBe(0);
    await chromium.open(out);
  }

  const text = (id: string) => chromium.value<string>(`document.getElementById('${id}').textContent`);
  const shot = (name: string) => chromium.screenshot(join(shots, `${name}.png`));

  it('the page opens at the first anomaly, without an error and without the network', async () => {
    await openPage(20);
    expect(await text('anomalies-heading')).toBe('Anomalies (1)');
    expect(await text('details-heading')).toContain('has its answer: 0');
    expect(await text('details')).toContain('1 ReadYourWrites: Customer');
    expect(chromium.complaints).toEqual([]);
  });

  it('a name from a file stays text', async () => {
    await openPage(0);
    expect(await chromium.value('document.querySelectorAll("b").length')).toBe(0);
    expect(await text('details-heading')).toContain(`customer ${EVIL} has`);
    expect(await chromium.value('document.querySelector("h1").textContent')).toContain('1 anomaly');
    expect(chromium.complaints).toEqual([]);
  });

  it('keys step through the events, to the details and back, and between anomalies', async () => {
    await openPage(3);
    await chromium.press('Home');
    expect(await text('details')).toContain('event 1 of');
    await chromium.press('ArrowDown');
    expect(await text('details')).toContain('event 2 of');
    const second = await text('said');
    await chromium.press('ArrowRight');
    expect(await text('said')).not.toBe(second);
    await chromium.press('f');
    await chromium.press('Enter');
    expect(await chromium.value('document.activeElement.id')).toBe('details-heading');
    await chromium.press('Escape');
    expect(await chromium.value('document.activeElement.id')).toBe('drawing');
    await chromium.press('n');
    expect(await text('said')).toContain('Anomaly 1, ReadYourWrites');
    expect(await chromium.value('document.querySelector("#anomalies button").ariaCurrent')).toBe('true');
    await chromium.press('?');
    expect(await chromium.value('document.getElementById("help").open')).toBe(true);
    await chromium.press('Escape');
    expect(chromium.complaints).toEqual([]);
  });

  it('keys and the wheel zoom, a drag moves', async () => {
    await openPage(200);
    const seen = [await shot('begin')];
    const changes = async (act: () => Promise<void>) => {
      await act();
      const now = await shot(`step-${seen.length}`);
      expect(
        seen.some((earlier) => earlier.equals(now)),
        `step ${seen.length}`,
      ).toBe(false);
      seen.push(now);
    };
    await changes(() => chromium.press('-'));
    await changes(() => chromium.press('0'));
    await changes(() => chromium.wheel(400, 400, -600));
    await changes(async () => {
      await chromium.mouse('mousePressed', 400, 500);
      await chromium.mouse('mouseMoved', 400, 420);
      await chromium.mouse('mouseReleased', 400, 300);
    });
    expect(chromium.complaints).toEqual([]);
  });

  /** Where the pointer is over an event, found as people find it: by moving about. */
  async function someEvent(): Promise<{ x: number; y: number }> {
    for (let x = 100; x < 800; x += 50)
      for (let y = 120; y < 700; y += 14) {
        await chromium.mouse('mouseMoved', x, y);
        if (!(await chromium.value<boolean>('document.getElementById("tip").hidden'))) return { x, y };
      }
    throw new Error('there is no event on the page');
  }

  it('a pointer that rests on an event names it, and a click selects it', async () => {
    await openPage(20);
    await chromium.press('Home');
    const { x, y } = await someEvent();
    const named = await text('tip');
    await chromium.mouse('mousePressed', x, y);
    await chromium.mouse('mouseReleased', x, y);
    expect(named).toContain(await text('details-heading'));
    expect(chromium.complaints).toEqual([]);
  });

  it('is dark in the dark, and fits a small screen', async () => {
    await openPage(5);
    const paper = () => chromium.value<string>('getComputedStyle(document.body).backgroundColor');
    const light = await paper();
    const lightShot = await shot('light');
    await chromium.prefer('dark');
    expect(await paper()).not.toBe(light);
    expect((await shot('dark')).equals(lightShot)).toBe(false);
    await chromium.size(390, 780);
    expect(await chromium.value('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await chromium.value('document.getElementById("drawing").clientHeight')).toBeGreaterThan(300);
    await shot('small');
    expect(chromium.complaints).toEqual([]);
  });

  it('all events are in a table, too, a page of it at a time', async () => {
    await openPage(400);
    await chromium.press('Home');
    await chromium.press('t');
    expect(await text('rows-shown')).toMatch(/^Events 1 to 200 of 1\d\d\d$/);
    expect(await chromium.value('document.querySelectorAll("#rows tr").length')).toBe(200);
    expect(await chromium.value('document.querySelector("#rows tr[aria-selected=true]").dataset.event')).toBe('0');
    await chromium.press('End');
    expect(await chromium.value('document.querySelector("#rows tr[aria-selected=true]").textContent')).toContain(
      'ReadYourWrites',
    );
    await chromium.press('t');
    expect(await chromium.value('document.getElementById("table").hidden')).toBe(true);
    expect(chromium.complaints).toEqual([]);
  });

  it('ten thousand events can be walked through', async () => {
    await openPage(3400);
    expect(await text('details')).toMatch(/of 102\d\d/);
    await chromium.press('0');
    await shot('all-of-many');
    await chromium.press('Home');
    expect(await text('details')).toContain('event 1 of');
    expect(chromium.complaints).toEqual([]);
  });

  /** Of labels: which overlap or may be struck through by arrows, and which texts are not within the picture. */
  const MISPLACED = `(() => {
    const box = (element) => element.getBoundingClientRect();
    const paper = box(document.documentElement);
    const inside = ({ left, right, top, bottom }) =>
      left >= paper.left && right <= paper.right && top >= paper.top && bottom <= paper.bottom;
    const texts = [...document.querySelectorAll('text')].filter((element) => element.textContent.trim() !== '');
    const outside = texts.filter((element) => !inside(box(element))).map((element) => 'outside: ' + element.textContent);
    const labels = texts.filter((element) => element.classList.contains('label'));
    const overlaps = labels.flatMap((a, i) => labels.slice(i + 1).flatMap((b) => {
      const [p, q] = [box(a), box(b)];
      const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
      const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
      return across > 1 && down > 3 ? [a.textContent + ' × ' + b.textContent] : [];
    }));
    const ground = document.querySelector('path.ground');
    const arrows = [...document.querySelectorAll('title + line')];
    const isAbove = arrows.every((arrow) => arrow.compareDocumentPosition(ground) & Node.DOCUMENT_POSITION_FOLLOWING);
    const struck = labels.filter((label) => {
      const { x, y, width, height } = label.getBBox();
      const corners = [[x, y + 3], [x + width, y + 3], [x, y + height - 3], [x + width, y + height - 3]];
      return !isAbove || !corners.every(([x, y]) => ground.isPointInFill(new DOMPoint(x, y)));
    }).map((label) => 'struck through: ' + label.textContent);
    return [...outside, ...overlaps, ...struck];
  })()`;

  it.each([1, 2, 3, 4, 5, 6])('in a picture no label overlaps another or leaves it: any diagram %i', async (seed) => {
    const path = join(shots, `any-${seed}.svg`);
    writeFileSync(path, svgOf(anyDiagram(seed)));
    await chromium.open(path);
    expect(await chromium.value(MISPLACED)).toEqual([]);
    expect(chromium.complaints).toEqual([]);
  });

  it('nor in a picture of long labels and names', async () => {
    const path = join(shots, 'long.svg');
    const small = readWithoutTheWrite();
    const long = 'Wonderfully wide WWWWWWW and much too long for any lane of this picture';
    const lanes: Diagram['lanes'] = [
      { kind: 'customer', customer: 'a' as CustomerId, label: `customer ${long}` },
      { kind: 'branch', branch: branchId(1), label: 'branch 1000000' },
      { kind: 'branch', branch: branchId(2), label: 'branch 2' },
    ];
    const events = small.events.map((event) => ({ ...event, label: long }));
    writeFileSync(
      path,
      svgOf({
        ...small,
        title: `${long} ${long}`,
        lanes,
        events,
        marks: [{ ...small.marks[0], sentence: `${long} `.repeat(9) }] as Diagram['marks'],
      }),
    );
    await chromium.open(path);
    expect(await chromium.value(MISPLACED)).toEqual([]);
  });

  it('a picture that is wider than the window is shown smaller, and all of it', async () => {
    const path = join(shots, 'wide.svg');
    writeFileSync(path, svgOf(manyBranches()));
    await chromium.size(700, 800);
    await chromium.open(path);
    expect(await chromium.value('document.documentElement.scrollWidth')).toBeLessThanOrEqual(700);
    expect(await chromium.value(MISPLACED)).toEqual([]);
  });

  it('on a page labels go on beyond the next lane where nothing is in the way, and none is cut at the edge', async () => {
    const path = join(shots, 'many-branches.html');
    writeFileSync(path, htmlOf(manyBranches()));
    await chromium.open(path);
    await chromium.press('[');
    // What is drawn when the next key is pressed, with the places of labels: those of customers end where they stand.
    await chromium.value(`window.drawn = []; {
      const { fillText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        const { width } = this.measureText(text);
        window.drawn.push({ text, left: this.textAlign === 'right' ? x - width : x });
        fillText.call(this, text, x, y);
      };
    }`);
    await chromium.press('Home');
    const drawn = await chromium.value<{ text: string; left: number }[]>('window.drawn');
    const texts = drawn.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['c1', 'b1', 'b10', 'deposit 10', 'sends 1-1 to all of them', 'has 1-1']));
    expect(texts.filter((text) => text.endsWith('…'))).toEqual([expect.stringMatching(/^has/)]);
    // Left of this there are the times.
    expect(drawn.find(({ text }) => text === 'deposit 10')?.left).toBeGreaterThanOrEqual(GUTTER - 6);
    expect(chromium.complaints).toEqual([]);
  });

  it.each(['with', 'without'])('the picture %s guarantees in the documentation is well placed', async (name) => {
    await chromium.open(join(process.cwd(), `docs/pictures/${name}.svg`));
    expect(await chromium.value(MISPLACED)).toEqual([]);
    expect(chromium.complaints).toEqual([]);
  });
});
