/** Colours as the page's style sheet has them now: light or dark. */
export class Theme {
  private readonly colors = new Map<string, string>();

  color(name: string): string {
    let color = this.colors.get(name);
    if (color === undefined) {
      color = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
      this.colors.set(name, color);
    }
    return color;
  }

  forget(): void {
    this.colors.clear();
  }
}
