import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { HistoryChecker } from '../check/checker/checker.js';
import { type HistoryHeader, looksLikeHistory } from '../check/history/header.js';
import { HistoryProblem, HistoryReader } from '../check/history/reader.js';
import type { HistoryEntry } from '../domain/history.js';
import { diagramOf } from '../render/diagram/build.js';
import { historyFindings } from '../render/diagram/findings.js';
import type { Diagram } from '../render/diagram/model.js';
import { WriteNames } from '../render/diagram/names.js';
import { PICTURES, type PictureForm, TooMuch } from '../render/diagram/pictures.js';
import { selected } from '../render/diagram/select.js';
import { didYouMean } from '../std/did-you-mean.js';
import { CommandError, Exit } from './exit.js';
import { linesOf } from './input-lines.js';
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
  if (out !== undefined) prepareFiles(path, { '--out': out });
  const terminal = new Terminal();
  const history = await readFile(path, terminal);
  const picture = drawn(path, history, options, terminal);
  if (out === undefined) process.stdout.write(picture);
  else {
    writeFile(out, picture);
    terminal.say(`written to ${out}`);
  }
  return Exit.done;
}

function drawn(path: string, history: ReadHistory, options: ExportOptions, terminal: Terminal): string {
  const diagram = diagramOfPart(path, history, options, terminal);
  try {
    return PICTURES[options.to].draw(diagram);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw new CommandError(`${error.message}; ${hintOf(path, options)}`, Exit.usage);
  }
}

function hintOf(path: string, { witness }: ExportOptions): string {
  const file = path === '-' ? 'HISTORY' : path;
  const less = `show less of it with --from, --until, --customers${witness ? '' : ' or --witness'}`;
  return `passbook export ${file} --to html draws it all, or ${less}`;
}

function diagramOfPart(path: string, history: ReadHistory, options: ExportOptions, terminal: Terminal): Diagram {
  const { header, entries, checker } = history;
  terminal.progress('judging');
  const names = new WriteNames(entries);
  const findings = historyFindings(checker.verdict(), names);
  terminal.clearProgress();
  if (options.witness && findings.length === 0)
    throw new CommandError(`${nameOf(path)}: nothing is wrong with it, so there is no witness to show; leave out --witness`);
  const customers = options.customers && knownCustomers(path, entries, options.customers);
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
    throw new CommandError(`${nameOf(path)}: nothing of it is left to show; choose a longer time or more customers`, Exit.usage);
  return diagram;
}

function titleOf(path: string, entries: readonly HistoryEntry[], anomalies: number): string {
  const operations = entries.filter(({ kind }) => kind === 'invoked').length;
  const found = anomalies === 0 ? 'nothing wrong' : `${anomalies} ${anomalies === 1 ? 'anomaly' : 'anomalies'}`;
  return `${path === '-' ? 'history' : basename(path)}: ${count(operations, 'operation')}, ${found}`;
}

function knownCustomers(path: string, entries: readonly HistoryEntry[], wanted: readonly string[]): Set<string> {
  const known = new Set(entries.flatMap((entry) => (entry.kind === 'invoked' ? [entry.operation.customer as string] : [])));
  for (const name of wanted) {
    if (known.has(name)) continue;
    const meant = didYouMean(name, [...known]);
    const hint = meant ? ` Did you mean ${meant}?` : '';
    throw new CommandError(`${nameOf(path)}: there is no customer "${name}" in it.${hint}`, Exit.usage);
  }
  return new Set(wanted);
}

interface ReadHistory {
  readonly header: HistoryHeader;
  readonly entries: readonly HistoryEntry[];
  readonly checker: HistoryChecker;
}

async function readFile(path: string, terminal: Terminal): Promise<ReadHistory> {
  const name = nameOf(path);
  const reader = new HistoryReader();
  const entries: HistoryEntry[] = [];
  let lines = 0;
  try {
    for await (const line of linesOf(path === '-' ? process.stdin : createReadStream(path), name)) {
      if (lines === 0 && !looksLikeHistory(line))
        throw new CommandError(
          `${name}:1: expected a history, whose first line begins with {"passbook":"history"; nothing was drawn`,
          Exit.badInput,
        );
      const entry = reader.read(line);
      if (entry) entries.push(entry);
      lines += 1;
      if (lines % 10_000 === 0) terminal.progress(`${lines} lines read`);
    }
    reader.finish();
  } catch (error) {
    if (error instanceof HistoryProblem)
      throw new CommandError(`${name}:${error.line}: ${error.message}; nothing was drawn`, Exit.badInput);
    throw error;
  } finally {
    terminal.clearProgress();
  }
  const checker = new HistoryChecker(reader.header);
  for (const entry of entries) checker.entry(entry);
  return { header: reader.header, entries, checker };
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}
