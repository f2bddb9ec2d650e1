import { byId, make } from './elements.js';

export interface Key {
  /** As the browser names them. */
  readonly keys: readonly string[];
  readonly shown: string;
  readonly meaning: string;
  readonly act: () => void;
}

/** Keys work everywhere on the page, except where they mean something to what has the focus. */
export function listen(keys: readonly Key[]): void {
  for (const { shown, meaning } of keys) byId('keys').append(make('tr', [make('td', [make('kbd', shown)]), make('td', meaning)]));
  const help = byId<HTMLDialogElement>('help');
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const key = keys.find((candidate) => candidate.keys.includes(event.key));
    if (!key || meansSomething(event)) return;
    event.preventDefault();
    key.act();
  });
}

function meansSomething({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, select, textarea')) return true;
  if (key === 'Enter' || key === ' ') return target.closest('button, a, summary') !== null;
  return /^(Arrow|Page|Home|End)/.test(key) && target.closest('[data-scrolls]') !== null;
}
