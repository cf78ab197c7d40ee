import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface Request {
  method?: 'GET' | 'POST';
  path: string;
  token: string;
  body?: object;
  /** Each byte of the answer is a letter. */
  binary?: true;
}

/** The address without what changes from one request to the next. */
export const placeOf = (method: string, url: string) => `${method} ${url.split('?')[0]!.replace(/[0-9a-f-]{36}/, ':id')}`;

/** One keep-alive connection of one person, as cheap as it can be: what it costs is not the server's. */
export class Connection {
  private readonly socket: Socket;
  private encoding: 'utf8' | 'latin1' = 'utf8';
  private got: Buffer = Buffer.alloc(0);
  private settle: { resolve: (body: string) => void; reject: (error: Error) => void } | undefined;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => this.take(bytes));
    socket.on('close', () => this.settle?.reject(new Error('the server closed the connection')));
    socket.on('error', (error) => this.settle?.reject(error));
  }

  static async to(port: number) {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Connection(socket);
  }

  /** The body of a 200; anything else is an error. */
  ask({ method = 'GET', path, token, body, binary }: Request) {
    this.encoding = binary ? 'latin1' : 'utf8';
    const text = body ? JSON.stringify(body) : '';
    const length = body ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n` : '';
    return new Promise<string>((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(`${method} ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n${length}\r\n${text}`);
    });
  }

  close() {
    this.settle = undefined;
    this.socket.destroy();
  }

  private take(bytes: Buffer) {
    this.got = this.got.length ? Buffer.concat([this.got, bytes]) : bytes;
    const head = this.got.indexOf('\r\n\r\n');
    if (head < 0) return;
    const lines = this.got.toString('latin1', 0, head);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(lines)?.[1]);
    if (this.got.length < head + 4 + length) return;
    const body = this.got.toString(this.encoding, head + 4, head + 4 + length);
    this.got = this.got.subarray(head + 4 + length);
    const { resolve, reject } = this.settle!;
    if (lines.startsWith('HTTP/1.1 200')) resolve(body);
    else reject(new Error(`${lines.split('\r\n')[0]}: ${body}`));
  }
}

export type Ask = (user: number, turn: number) => Request;

/** Everybody asks, waits for the answer, looks at it for so long (ms), and asks again: how long each answer took, in ms. */
export const askFor = async (connections: readonly Connection[], ask: Ask, seconds: number, pause = 0) => {
  const took: number[] = [];
  const until = performance.now() + seconds * 1000;
  const asking = async (connection: Connection, user: number) => {
    // Not all in the same moment.
    if (pause) await setTimeout((pause * user) / connections.length);
    for (let turn = 0; performance.now() < until; turn++) {
      const from = performance.now();
      await connection.ask(ask(user, turn));
      took.push(performance.now() - from);
      if (pause) await setTimeout(pause);
    }
  };
  const from = performance.now();
  await Promise.all(connections.map(asking));
  return { took, seconds: (performance.now() - from) / 1000 };
};
