import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const BINARIES = ['chromium', 'chromium-browser', 'google-chrome'];

/** A browser to look at pages with, if this machine has one. */
export function chromiumBinary(): string | undefined {
  return BINARIES.find((name) => {
    try {
      execFileSync('which', [name], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

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
  '--remote-debugging-pipe',
];

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

type Waiting = { readonly resolve: (result: Record<string, unknown>) => void; readonly reject: (error: Error) => void };

/**
 * A headless Chromium with one page, driven over two pipes by the DevTools
 * protocol (https://chromedevtools.github.io/devtools-protocol): messages are JSON,
 * each ended by a NUL.
 */
export class Chromium {
  /** Exceptions of the page, errors on its console, and everything it asked of a network. */
  readonly complaints: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'passbook-chromium-'));
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private readonly loads: (() => void)[] = [];
  private readonly sessions: string[] = [];
  private lastId = 0;
  private isPressed = false;

  private constructor(binary: string) {
    this.process = spawn(binary, [...FLAGS, `--user-data-dir=${this.folder}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let text = '';
    const decoder = new TextDecoder();
    (this.process.stdio[4] as Readable).on('data', (bytes: Buffer) => {
      const messages = (text + decoder.decode(bytes, { stream: true })).split('\0');
      text = messages.pop() as string;
      for (const message of messages) this.take(JSON.parse(message) as Message);
    });
    this.process.on('exit', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the browser has ended'));
      this.waiting.clear();
    });
    (this.process.stdio[3] as Writable).on('error', () => {});
  }

  static async start(binary: string): Promise<Chromium> {
    const chromium = new Chromium(binary);
    const { targetId } = await chromium.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
    chromium.sessions.push(sessionId as string);
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await chromium.send(`${domain}.enable`);
    return chromium;
  }

  async close(): Promise<void> {
    const { pid, exitCode, signalCode } = this.process;
    if (pid !== undefined && exitCode === null && signalCode === null) {
      const ended = once(this.process, 'exit');
      process.kill(-pid, 'SIGKILL');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async open(path: string): Promise<void> {
    const loaded = new Promise<void>((resolve) => this.loads.push(resolve));
    await this.send('Page.navigate', { url: `file://${path}` });
    await loaded;
    await this.settled();
  }

  /** `scheme`: light or dark. */
  async prefer(scheme: 'light' | 'dark'): Promise<void> {
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    await this.settled();
  }

  async size(width: number, height: number): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.settled();
  }

  /** `key` as in KeyboardEvent. */
  async press(key: string): Promise<void> {
    const text = key.length === 1 ? key : { Enter: '\r' }[key];
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...(text !== undefined && { text }) });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
    await this.settled();
  }

  async mouse(type: 'mousePressed' | 'mouseReleased' | 'mouseMoved', x: number, y: number): Promise<void> {
    if (type !== 'mouseMoved') this.isPressed = type === 'mousePressed';
    const button = type === 'mouseMoved' && !this.isPressed ? 'none' : 'left';
    const clickCount = type === 'mouseMoved' ? 0 : 1;
    await this.send('Input.dispatchMouseEvent', { type, x, y, button, buttons: this.isPressed ? 1 : 0, clickCount });
    await this.settled();
  }

  async wheel(x: number, y: number, deltaY: number): Promise<void> {
    await this.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });
    await this.settled();
  }

  /** The value of an expression in the page. */
  async value<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })) as { result: { value: T }; exceptionDetails?: { text: string } };
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value;
  }

  async screenshot(path: string): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    const image = Buffer.from(data as string, 'base64');
    writeFileSync(path, image);
    return image;
  }

  /** Two frames later all that was due is drawn. */
  private async settled(): Promise<void> {
    await this.value('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))');
  }

  private send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = ++this.lastId;
    const message = { id, method, params, sessionId: this.sessions[0] };
    (this.process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private take({ id, method, params = {}, result, error }: Message): void {
    if (id !== undefined) {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result ?? {});
    } else if (method === 'Page.loadEventFired') this.loads.shift()?.();
    else if (method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded') this.complaints.push(JSON.stringify(params));
    else if (method === 'Network.requestWillBeSent') {
      const { url } = params.request as { url: string };
      if (!/^(file|data|about):/.test(url)) this.complaints.push(`asks for ${url}`);
    }
  }
}
