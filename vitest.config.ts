import { defineConfig } from 'vitest/config';
import { browserScriptsInTests } from './scripts/browser-script.mjs';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [browserScriptsInTests],
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/*.test.ts'],
          maxWorkers: '100%',
          // Speed is no rule: on a busy machine a property takes its time.
          testTimeout: 60_000,
        },
      },
      {
        // Drives the built command, which starts a process for each branch: after
        // the unit tests and one file at a time, or they take the cores from each
        // other's deadlines.
        plugins: [browserScriptsInTests],
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/pictures/**/*.test.ts'],
          globalSetup: 'test/build-first.ts',
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        // Real processes on real networks that break; not part of `npm test`: it takes root and minutes.
        plugins: [browserScriptsInTests],
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: 'test/build-first.ts',
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
        },
      },
    ],
  },
});
