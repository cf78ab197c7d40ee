import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
// @ts-expect-error plain JavaScript, which runs before anything is built
import { heap } from '../../bin/node.mjs';
import { Connection } from './client.ts';
import type { Given } from './server.ts';

export interface Server {
  kind: Given['kind'];
  connections: Connection[];
  usage: () => Promise<{ cpu: number; rss: number }>;
  stop: () => Promise<void>;
}


/** A server in a process of its own, with a connection for each user. */
export const startServer = async (given: Given, users: number, profile = ''): Promise<Server> => {
  const execArgv = ['--no-warnings', ...heap, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])];
  const child = fork(new URL('server.ts', import.meta.url), { execArgv });
  child.send(given);
  const { port } = await answerOf<{ port: number }>(child, given.kind);
  const connections = await Promise.all(Array.from({ length: users }, () => Connection.to(port)));
  return {
    kind: given.kind,
    connections,
    usage: async () => {
      child.send('usage');
      const { cpu, rss } = await answerOf<{ cpu: NodeJS.CpuUsage; rss: number }>(child, given.kind);
      return { cpu: cpu.user + cpu.system, rss };
    },
    stop: async () => {
      for (const connection of connections) connection.close();
      if (child.exitCode === null && child.kill()) await once(child, 'exit');
    },
  };
};

const answerOf = async <T>(child: ChildProcess, kind: string): Promise<T> => {
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server '${kind}' ended by itself (${code})`)));
  failed.catch(() => undefined);
  const [message] = await Promise.race([once(child, 'message'), failed]);
  return message as T;
};
