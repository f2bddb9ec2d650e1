/**
 * A network of its own for each branch, as machines have it: a Linux network
 * namespace a branch, joined by a bridge. Lines between two branches can be cut
 * for real, each direction for itself. Everything is named after this process
 * and goes when it is told to.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { BranchId } from '../../src/domain/ids.js';
import type { Line } from './plan.js';

/** An address of a machine that is not there: what is sent to it is lost, and nobody says so. */
const NOBODY = '02:00:00:00:00:01';
/** The name of every branch's interface, inside its namespace. */
const INSIDE = 'eth0';

export class Network {
  private readonly bridge = `pbb${process.pid}`;
  private readonly subnet: string;
  private readonly cutLines = new Map<string, Line>();

  private constructor(private readonly branches: readonly BranchId[]) {
    this.subnet = freeSubnet();
  }

  /** Why this machine cannot do it; undefined if it can. */
  static whyNot(): string | undefined {
    if (process.platform !== 'linux') return 'network namespaces exist on Linux only';
    if (process.getuid?.() !== 0) return 'network namespaces take root';
    const name = `pbx${process.pid}`;
    try {
      execFileSync('ss', ['-V'], { stdio: 'pipe' });
      ip('netns', 'add', name);
      ip('link', 'add', `${name}-1`, 'type', 'veth', 'peer', 'name', INSIDE, 'netns', name);
      ip('link', 'add', `${name}-2`, 'type', 'bridge');
      return undefined;
    } catch (error) {
      return `ip and ss of iproute2 cannot make namespaces, veth pairs and bridges here: ${(error as Error).message.split('\n').at(-1)}`;
    } finally {
      for (const rest of [
        ['link', 'del', `${name}-1`],
        ['link', 'del', `${name}-2`],
        ['netns', 'del', name],
      ])
        tryIp(...rest);
    }
  }

  static create(branches: readonly BranchId[]): Network {
    sweep();
    const network = new Network(branches);
    try {
      network.build();
      return network;
    } catch (error) {
      network.remove();
      throw error;
    }
  }

  host(branch: BranchId): string {
    return `${this.subnet}.${branch}`;
  }

  /** What starts a program at a branch. */
  command(branch: BranchId, ...program: readonly string[]): readonly [string, ...string[]] {
    return ['ip', 'netns', 'exec', this.namespace(branch), ...program];
  }

  /** Nothing that `from` sends comes to `to` any more; what `to` sends still does. */
  cut(lines: readonly Line[]): void {
    const uncut = lines.filter(([from, to]) => from !== to && !this.cutLines.has(`${from}>${to}`));
    // Silent loss, as on a real line: no error for the sender, and connections stay open.
    this.changeNeighbours(uncut, (to) => `replace ${to} lladdr ${NOBODY} dev ${INSIDE} nud permanent`);
    for (const [from, to] of uncut) this.cutLines.set(`${from}>${to}`, [from, to]);
  }

  /** Every connection between the two ends at once, as `from` sees it; what is on its way is lost. `to` is told, if the line lets it. */
  breakConnections(from: BranchId, to: BranchId): void {
    execFileSync('ip', ['netns', 'exec', this.namespace(from), 'ss', '-K', 'dst', this.host(to)], { stdio: 'pipe' });
  }

  /** The cable is out: nobody reaches the branch, not even a customer. */
  unplug(branch: BranchId): void {
    ip('link', 'set', this.plug(branch), 'down');
  }

  plugIn(branch: BranchId): void {
    ip('link', 'set', this.plug(branch), 'up');
  }

  /** All lines and cables are as they were. */
  heal(): void {
    this.changeNeighbours([...this.cutLines.values()], (to) => `del ${to} dev ${INSIDE}`);
    this.cutLines.clear();
    for (const branch of this.branches) this.plugIn(branch);
  }

  /** Removes all that was made, however far it got. */
  remove(): void {
    for (const branch of this.branches) {
      tryIp('link', 'del', this.plug(branch));
      tryIp('netns', 'del', this.namespace(branch));
    }
    tryIp('link', 'del', this.bridge);
  }

  private build(): void {
    ip('link', 'add', this.bridge, 'type', 'bridge');
    ip('addr', 'add', `${this.subnet}.254/24`, 'dev', this.bridge);
    ip('link', 'set', this.bridge, 'up');
    for (const branch of this.branches) {
      const namespace = this.namespace(branch);
      ip('netns', 'add', namespace);
      ip('link', 'add', this.plug(branch), 'type', 'veth', 'peer', 'name', INSIDE, 'netns', namespace);
      ip('link', 'set', this.plug(branch), 'master', this.bridge, 'up');
      this.inside(branch, 'addr', 'add', `${this.host(branch)}/24`, 'dev', INSIDE);
      this.inside(branch, 'link', 'set', 'lo', 'up');
      this.inside(branch, 'link', 'set', INSIDE, 'up');
    }
  }

  /** All changes of one branch at once: a partition that comes about slowly would be many. */
  private changeNeighbours(lines: readonly Line[], change: (host: string) => string): void {
    for (const branch of new Set(lines.map(([from]) => from))) {
      const changes = lines.flatMap(([from, to]) => (from === branch ? [`neigh ${change(this.host(to))}\n`] : []));
      execFileSync('ip', ['-n', this.namespace(branch), '-batch', '-'], { input: changes.join(''), stdio: 'pipe' });
    }
  }

  private inside(branch: BranchId, ...args: readonly string[]): void {
    ip('-n', this.namespace(branch), ...args);
  }

  private namespace(branch: BranchId): string {
    return `pbn${process.pid}-${branch}`;
  }

  /** The end of the branch's cable at the bridge. */
  private plug(branch: BranchId): string {
    return `pbv${process.pid}-${branch}`;
  }
}

/** Removes what a process of these tests left that was ended before it could do so itself. Its bridge and cables bear its number, too. */
function sweep(): void {
  const namespaces = execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' });
  for (const [, name = '', pid = ''] of namespaces.matchAll(/^(pbn(\d+)-\d+)\b/gm)) {
    if (isAlive(Number(pid))) continue;
    // A branch that was stopped when its parent ended has not noticed.
    for (const left of tryIp('netns', 'pids', name).split('\n').filter(Boolean)) tryKill(Number(left));
    tryIp('link', 'del', `pbv${name.slice('pbn'.length)}`);
    tryIp('netns', 'del', name);
    tryIp('link', 'del', `pbb${pid}`);
  }
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/** The first three numbers of addresses that nobody on this machine has. */
function freeSubnet(): string {
  const taken = execFileSync('ip', ['-4', '-o', 'route'], { encoding: 'utf8' });
  for (let i = 0; i < 256; i++) {
    const subnet = `10.231.${(process.pid + i) % 256}`;
    if (!taken.includes(`${subnet}.`)) return subnet;
  }
  throw new Error('no free addresses in 10.231.0.0/16');
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: 'pipe' });
}

/** What it says; nothing where it fails. */
function tryIp(...args: readonly string[]): string {
  try {
    return execFileSync('ip', args, { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return ''; // It was not there, or went with its other end.
  }
}
