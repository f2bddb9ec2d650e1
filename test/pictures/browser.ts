/** Drives a headless Chromium over a pipe, by the DevTools protocol and without a library. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The browser of this machine, by CHROMIUM or by its usual names; undefined if there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  const candidates = CHROMIUM ? [CHROMIUM] : PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** It reaches nothing but what it is given: no updates, no services, no name that resolves. */
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--mute-audio',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--remote-debugging-pipe',
];

type Result = Record<string, unknown>;
type Waiting = { readonly resolve: (result: Result) => void; readonly reject: (error: Error) => void };

/** A command fails rather than to wait for ever. */
const PATIENCE_MS = 20_000;

export class Browser {
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, (method: string, params: Result) => void>();
  private number = 0;
  private rest = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string,
  ) {
    const answers = child.stdio[4] as Readable;
    answers.setEncoding('utf8').on('data', (text: string) => this.read(text));
    child.on('exit', (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`the browser has ended (${code})`));
    });
  }

  static start(path: string): Browser {
    const profile = mkdtempSync(join(tmpdir(), 'passbook-browser-'));
    const args = [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'];
    return new Browser(spawn(path, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }), profile);
  }

  /** A page of its own; it is there when it has loaded. */
  async open(url: string, size: readonly [number, number] = [1280, 800]): Promise<Page> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, sessionId as string);
    this.listeners.set(sessionId as string, (method, params) => page.happened(method, params));
    await page.begin(url, size);
    return page;
  }

  send(method: string, params: Result = {}, sessionId?: string): Promise<Result> {
    const id = ++this.number;
    return new Promise<Result>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method} was not answered in ${PATIENCE_MS} ms`)), PATIENCE_MS);
      const settle = <T>(done: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          this.waiting.delete(id);
          done(value);
        };
      };
      this.waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      (this.child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  }

  async close(): Promise<void> {
    const ended = this.child.exitCode === null ? once(this.child, 'exit') : undefined;
    this.child.kill('SIGKILL');
    await ended;
    // Its helpers may still be writing.
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  private read(text: string): void {
    const messages = (this.rest + text).split('\0');
    this.rest = messages.pop() as string;
    for (const message of messages) this.take(JSON.parse(message) as Result);
  }

  private take({ id, result, error, method, params, sessionId }: Result): void {
    if (typeof id === 'number') {
      const waiting = this.waiting.get(id);
      if (error) waiting?.reject(new Error(JSON.stringify(error)));
      else waiting?.resolve(result as Result);
    } else if (typeof sessionId === 'string') this.listeners.get(sessionId)?.(method as string, params as Result);
  }
}

/** Keys by the names that a page sees; anything else is a character. */
const KEY_CODES: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Tab: 9,
};

export class Page {
  /** Exceptions, errors on the console, and whatever it wanted from the network. */
  readonly problems: string[] = [];
  private loaded!: () => void;

  constructor(
    private readonly browser: Browser,
    private readonly session: string,
  ) {}

  async begin(url: string, [width, height]: readonly [number, number]): Promise<void> {
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await this.send(`${domain}.enable`);
    await this.size(width, height);
    await this.visit(url);
  }

  async visit(url: string): Promise<void> {
    const loaded = new Promise<void>((resolve) => (this.loaded = resolve));
    await this.send('Page.navigate', { url });
    await loaded;
    await this.settled();
  }

  happened(method: string, params: Result): void {
    if (method === 'Page.loadEventFired') this.loaded();
    if (method === 'Runtime.exceptionThrown') this.problems.push(JSON.stringify(params.exceptionDetails));
    if (method === 'Runtime.consoleAPICalled' && (params.type === 'error' || params.type === 'warning'))
      this.problems.push(JSON.stringify(params.args));
    if (method === 'Log.entryAdded' && (params.entry as Result).level === 'error')
      this.problems.push(JSON.stringify(params.entry));
    if (method === 'Network.requestWillBeSent') {
      const { url } = params.request as { url: string };
      if (!/^(file|data|blob|about):/.test(url)) this.problems.push(`asks the network for ${url}`);
    }
  }

  /** The value of an expression in the page, as JSON carries it. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return (result as { value: T }).value;
  }

  /** What was asked for has been drawn. */
  async settled(): Promise<void> {
    await this.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');
  }

  async press(key: string, times = 1): Promise<void> {
    const code = KEY_CODES[key];
    const text = code === undefined || key === 'Enter' ? { text: key === 'Enter' ? '\r' : key } : {};
    const event = { key, windowsVirtualKeyCode: code ?? key.toUpperCase().charCodeAt(0), ...text };
    for (let i = 0; i < times; i++) {
      await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, text: undefined });
    }
    await this.settled();
  }

  async click(x: number, y: number): Promise<void> {
    const at = { x, y, button: 'left', clickCount: 1 };
    await this.mouse('mouseMoved', { x, y });
    await this.mouse('mousePressed', at);
    await this.mouse('mouseReleased', at);
    await this.settled();
  }

  async wheel(x: number, y: number, deltaY: number): Promise<void> {
    await this.mouse('mouseWheel', { x, y, deltaX: 0, deltaY });
    await this.settled();
  }

  async drag([fromX, fromY]: readonly [number, number], [toX, toY]: readonly [number, number]): Promise<void> {
    const held = { button: 'left', buttons: 1, clickCount: 1 };
    await this.mouse('mouseMoved', { x: fromX, y: fromY });
    await this.mouse('mousePressed', { x: fromX, y: fromY, ...held });
    for (const share of [0.25, 0.5, 0.75, 1])
      await this.mouse('mouseMoved', { x: fromX + (toX - fromX) * share, y: fromY + (toY - fromY) * share, ...held });
    await this.mouse('mouseReleased', { x: toX, y: toY, button: 'left', clickCount: 1 });
    await this.settled();
  }

  async dark(isDark: boolean): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }];
    await this.send('Emulation.setEmulatedMedia', { media: '', features });
    await this.settled();
  }

  async print(): Promise<void> {
    await this.send('Emulation.setEmulatedMedia', { media: 'print' });
    await this.settled();
  }

  async size(width: number, height: number): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /** A PNG; also written to a file if one is named. */
  async screenshot(path?: string): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    const picture = Buffer.from(data as string, 'base64');
    if (path !== undefined) writeFileSync(path, picture);
    return picture;
  }

  private mouse(type: string, event: Result): Promise<Result> {
    return this.send('Input.dispatchMouseEvent', { type, ...event });
  }

  private send(method: string, params: Result = {}): Promise<Result> {
    return this.browser.send(method, params, this.session);
  }
}
