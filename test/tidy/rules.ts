/** What the files of one folder of src/ may import, and why no more than that. */
export interface FolderRule {
  /** Other folders of src/. */
  readonly folders: readonly string[];
  /** npm packages; `node:` stands for everything that comes with Node. */
  readonly packages: readonly string[];
  readonly because: string;
}

/** The direction of dependency, one row a folder of src/. */
export const FOLDERS: Readonly<Record<string, FolderRule>> = {
  std: {
    folders: [],
    packages: [],
    because: 'std is what the language lacks, so it knows nothing of banks',
  },
  domain: {
    folders: ['std'],
    packages: [],
    because: 'domain is the words that everybody shares, so it must not depend on anyone who uses them',
  },
  core: {
    folders: ['domain', 'std'],
    packages: [],
    because: 'core is a step function without I/O, so that it can be simulated and proved',
  },
  driver: {
    folders: ['core', 'domain', 'std'],
    packages: [],
    because: 'driver reaches the world through its ports alone, so that simulation runs the same code as production',
  },
  store: {
    folders: ['driver', 'domain', 'std'],
    packages: ['node:'],
    because: 'a store keeps bytes behind the port of the driver and decides nothing, so it never sees the core',
  },
  wire: {
    folders: ['core', 'domain', 'std'],
    packages: ['@grpc/grpc-js', 'protobufjs', 'node:'],
    because: 'wire translates between messages and types, so it knows both and neither server nor client; Node gives it digests',
  },
  server: {
    folders: ['driver', 'store', 'wire', 'core', 'domain', 'std'],
    packages: ['@grpc/grpc-js', '@grpc/proto-loader', '@grpc/reflection', 'grpc-health-check', 'pino', 'zod', 'node:'],
    because: 'a branch process wires the layers below it together, and knows nothing of customers or files',
  },
  client: {
    folders: ['wire', 'domain', 'std'],
    packages: ['@grpc/grpc-js', 'node:'],
    because: 'a customer knows the contract only, so a client can be written in any language',
  },
  scenario: {
    folders: ['client', 'domain', 'std'],
    packages: ['@humanwhocodes/momoa', 'zod'],
    because: 'a scenario is customers with a plan: it reaches the bank as they do, through the client',
  },
  check: {
    folders: ['domain', 'std'],
    packages: [],
    because: 'the checker is an independent oracle: with code of the core it would repeat its mistakes',
  },
  sim: {
    folders: ['check', 'driver', 'store', 'wire', 'core', 'domain', 'std'],
    packages: [],
    because:
      'sim is a small world around the real code: network, clock and disk are its own, all else is what runs in production',
  },
  render: {
    folders: ['check', 'domain', 'std'],
    packages: [],
    because: 'render turns verdicts into words and pictures, and finds nothing out by itself',
  },
  cli: {
    folders: ['check', 'client', 'core', 'domain', 'driver', 'render', 'scenario', 'server', 'sim', 'std', 'store', 'wire'],
    packages: ['@grpc/grpc-js', 'commander', 'pino', 'zod', 'node:'],
    because: 'cli is where everything is put together, so nobody may import it',
  },
};

/** What a unit test may import besides. */
export const TEST_FOLDERS: readonly string[] = ['sim'];
export const TEST_PACKAGES: readonly string[] = ['vitest', 'fast-check', 'node:'];

/** What is started. All else in src/ must be reachable from here, from test/, or from what exists for tests. */
export const ENTRIES: readonly string[] = ['src/cli/main.ts', 'src/server/process.ts', 'src/index.ts'];

/** Files of src/ that exist for unit tests: they live while a test leads to them. Others need more than their own test. */
export const FOR_TESTS = /^src\/sim\/|\/fixtures\.ts$/;

/** Folders that give the same answer to the same input; files that may do more, each with a reason. */
export const DETERMINISTIC: readonly string[] = ['std', 'domain', 'core', 'driver', 'sim', 'check', 'render', 'scenario'];
export const NOT_DETERMINISTIC: Readonly<Record<string, string>> = {
  'src/scenario/run.ts': 'customers act in real time',
};

const TIME = 'time comes in as an input or through a port, so that a run can be replayed';
const CHANCE = 'chance comes from a seed (src/std), so that a run can be replayed';
const WORLD = 'this folder does no I/O, so that it can be simulated';

/** `x.y` is any use of that member, `x.*` of any member, `x()` a call, `new x` a construction. */
export const BANS: Readonly<Record<string, string>> = {
  'Date.*': TIME,
  'new Date': TIME,
  'performance.*': TIME,
  'setTimeout()': TIME,
  'setInterval()': TIME,
  'setImmediate()': TIME,
  'queueMicrotask()': TIME,
  'Math.random': CHANCE,
  'crypto.*': CHANCE,
  'process.*': WORLD,
  'console.*': WORLD,
  'globalThis.*': WORLD,
  'fetch()': WORLD,
};

/** What no tracked file may contain. (Put together here, so that this file does not.) */
export const TEXT_BANS: readonly { readonly pattern: RegExp; readonly what: string; readonly because: string }[] = [
  {
    pattern: new RegExp(`(?<![\\w.~-])/(?:${['work', 'farm', 'home', 'root', 'Users'].join('|')})/`),
    what: 'an absolute path',
    because: 'it exists on one machine only',
  },
  {
    pattern: /registry\.\w+js\.(?:org|com)|"resolved": "\w+:/,
    what: 'the address of a package registry',
    because: 'everyone installs from the registry that their npm is set to',
  },
];
