import { execFileSync } from 'node:child_process';

/** End-to-end tests drive the built command, so it has to be today's. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
