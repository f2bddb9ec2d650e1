import { basename } from 'node:path';
import { checkHistory } from '../check/checker/checker.js';
import type { HistoryEntry } from '../domain/history.js';
import { diagramOf } from '../render/diagram/build.js';
import { historyFindings } from '../render/diagram/findings.js';
import type { Diagram } from '../render/diagram/model.js';
import { WriteNames } from '../render/diagram/names.js';
import { PICTURES, type PictureForm, TooMuch } from '../render/diagram/pictures.js';
import { selected } from '../render/diagram/select.js';
import { didYouMean } from '../std/did-you-mean.js';
import { CommandError, Exit } from './exit.js';
import { type LoadedHistory, loadHistory } from './history-file.js';
import { prepareFiles, writeFile } from './output-files.js';
import { count } from './summary.js';
import { Terminal } from './terminal.js';

export interface ExportOptions {
  readonly to: PictureForm;
  readonly out?: string;
  readonly witness?: boolean;
  /** Milliseconds since the run began. */
  readonly from?: number;
  readonly until?: number;
  readonly customers?: readonly string[];
}

/** `passbook export`: a recorded run as a picture, or for programs that draw pictures. */
export async function exportHistory(path: string, options: ExportOptions): Promise<number> {
  const { from = 0, until = Number.MAX_VALUE, out } = options;
  if (from > until) throw new CommandError(`--from ${from} is later than --until ${until}: nothing lies between`, Exit.usage);
  if (out !== undefined) prepareFiles(path, { '--out': out }, 'the history');
  const terminal = new Terminal();
  const history = await loadHistory(path, terminal, 'nothing was drawn');
  const picture = drawn(path, history, options, terminal);
  if (out === undefined) process.stdout.write(picture);
  else {
    writeFile(out, picture);
    terminal.say(`written to ${out}`);
  }
  return Exit.done;
}

function drawn(path: string, history: LoadedHistory, options: ExportOptions, terminal: Terminal): string {
  const diagram = diagramOfPart(path, history, options, terminal);
  try {
    return PICTURES[options.to].draw(diagram);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw new CommandError(`${error.message}; ${hintOf(path, options)}`, Exit.usage);
  }
}

function hintOf(path: string, { to, witness }: ExportOptions): string {
  const less = `show less of it with --from, --until, --customers${witness ? '' : ' or --witness'}`;
  if (to === 'html') return less;
  return `passbook export ${path === '-' ? 'HISTORY' : path} --to html shows more, or ${less}`;
}

function diagramOfPart(path: string, history: LoadedHistory, options: ExportOptions, terminal: Terminal): Diagram {
  const { name, header, entries } = history;
  terminal.progress('judging');
  const names = new WriteNames(entries);
  const findings = historyFindings(checkHistory(header, entries), names);
  terminal.clearProgress();
  if (options.witness && findings.length === 0)
    throw new CommandError(`${name}: nothing is wrong with it, so there is no witness to show; leave out --witness`);
  const customers = options.customers && knownCustomers(history, options.customers);
  const part = selected(entries, {
    customers,
    fromUs: options.from === undefined ? undefined : options.from * 1000,
    untilUs: options.until === undefined ? undefined : options.until * 1000,
    witnessOf: options.witness ? findings : undefined,
  });
  const diagram = diagramOf({
    branches: header.branches,
    entries: part,
    findings,
    names,
    title: titleOf(path, part, findings.length),
  });
  if (diagram.events.length === 0)
    throw new CommandError(`${name}: nothing of it is left to show; choose a longer time or more customers`, Exit.usage);
  return diagram;
}

function titleOf(path: string, entries: readonly HistoryEntry[], anomalies: number): string {
  const operations = entries.filter(({ kind }) => kind === 'invoked').length;
  const found = anomalies === 0 ? 'nothing wrong' : `${anomalies} ${anomalies === 1 ? 'anomaly' : 'anomalies'}`;
  return `${path === '-' ? 'history' : basename(path)}: ${count(operations, 'operation')}, ${found}`;
}

function knownCustomers({ name: file, entries }: LoadedHistory, wanted: readonly string[]): Set<string> {
  const known = new Set(entries.flatMap((entry) => (entry.kind === 'invoked' ? [entry.operation.customer as string] : [])));
  for (const name of wanted) {
    if (known.has(name)) continue;
    const meant = didYouMean(name, [...known]);
    const hint = meant ? ` Did you mean ${meant}?` : '';
    throw new CommandError(`${file}: there is no customer "${name}" in it.${hint}`, Exit.usage);
  }
  return new Set(wanted);
}
