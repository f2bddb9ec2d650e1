/** Examples come first: they are what most people look for. */
export function examples(...lines: string[]): string {
  return `Examples:\n${lines.map((line) => `  npx passbook ${line}\n`).join('')}`;
}

const BAD_ENDS = '  64 wrong usage    65 bad input    70 a bug of Passbook';

/** The exit codes of a command; each line says when it ends with 0, 1 and 2. */
export function exitCodes(done: string, failed: string, unknown: string, more: readonly string[] = []): string {
  return ['\nExit codes:', `  0  ${done}`, `  1  ${failed}`, `  2  ${unknown}`, BAD_ENDS, ...more].join('\n');
}

export const RUN_EXIT_CODES = exitCodes(
  'done, and every guarantee held',
  'a guarantee was violated, or the run could not be completed',
  'it is unknown whether a guarantee held',
  ['  130, 143  ended by SIGINT, SIGTERM'],
);
