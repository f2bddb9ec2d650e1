import { describe, expect, it } from 'vitest';
import { anyDiagram, customerLane, readWithoutTheWrite } from './fixtures.js';
import { htmlOf } from './html.js';

const EVIL = '</script><b onclick="alert(1)">&amp;<!--';

describe('the page', () => {
  it('gives the script exactly the diagram', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const diagram = anyDiagram(seed);
      const [, data = ''] = /<script type="application\/json" id="diagram">([^<]*)<\/script>/.exec(htmlOf(diagram)) ?? [];
      expect(JSON.parse(data)).toEqual(diagram);
    }
  });

  it('names cannot leave the place where they are shown', () => {
    const diagram = readWithoutTheWrite({ title: EVIL, lanes: [customerLane(EVIL), ...readWithoutTheWrite().lanes.slice(1)] });
    const [plain, page] = [htmlOf(readWithoutTheWrite()), htmlOf(diagram)];
    const tags = (html: string) => (html.match(/<[/!]?[a-z-]+/gi) ?? []).length;
    expect(tags(page)).toBe(tags(plain));
    expect(page).not.toContain('<b ');
  });

  it('asks for nothing from anywhere', () => {
    const page = htmlOf(readWithoutTheWrite());
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/\b(?:src|href)="(?!data:)|@import|url\((?!#)|\beval\(|new Function|import\(/);
  });
});
