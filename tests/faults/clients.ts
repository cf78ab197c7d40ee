import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { token } from './product.ts';

export interface Acknowledged {
  id: string;
  number: string;
  title: string;
  fileId: string | undefined;
}

const headers = { authorization: `Bearer ${token}` };

/** Until it is acknowledged: whatever went wrong on the way, the same request with the same key is sent again. */
const insist = async (url: string, init: RequestInit, mayAsk: () => boolean, onFailure: () => void) => {
  while (mayAsk()) {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(15_000) }).then(async (response) => ({ status: response.status, body: await response.json() }), () => undefined);
    if (answer?.status === 200) return answer.body;
    if (answer && answer.status < 500) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    onFailure();
    await wait(50);
  }
  throw new Error(`${url}: never acknowledged`);
};

export const register = (url: string, title: string, fileId: string | undefined, how: { mayAsk: () => boolean; onFailure: () => void }) => {
  const body = JSON.stringify({ title, sender: '江城市教育局', senderNumber: '江教〔2026〕1号', writtenOn: null, files: fileId ? [{ fileId }] : [] });
  const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body };
  return insist(`${url}/api/incoming`, init, how.mayAsk, how.onFailure) as Promise<{ id: string; number: string }>;
};

export const upload = async (url: string, name: string, text: string, how: { mayAsk: () => boolean; onFailure: () => void }) => {
  const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/octet-stream' }, body: text };
  return (await insist(`${url}/api/files?name=${encodeURIComponent(name)}`, init, how.mayAsk, how.onFailure)).id as string;
};

const everyFile = 25;

/** Clerks who register one letter after another; `stop` ends them when each has its last answer. */
export const openClients = (url: string, count: number, office = '') => {
  const acknowledged: Acknowledged[] = [];
  let failures = 0;
  let wanted = true;
  let patience = Infinity;
  const how = { mayAsk: () => Date.now() < patience, onFailure: () => void (failures += 1) };
  const work = async (client: number) => {
    for (let i = 0; wanted; i += 1) {
      const title = `关于${office}第${client}号办事员第${i}件来文的通知`;
      const fileId = i % everyFile === 0 ? await upload(url, `${title}.txt`, `${title}。附件正文，编号 ${randomUUID()}。`, how) : undefined;
      acknowledged.push({ title, fileId, ...(await register(url, title, fileId, how)) });
      await wait(Math.random() * 60);
    }
  };
  const working = Promise.all(Array.from({ length: count }, (_, client) => work(client)));
  working.catch(() => undefined);
  return {
    acknowledged,
    failures: () => failures,
    stop: async () => {
      wanted = false;
      patience = Date.now() + 60_000;
      await working;
    },
  };
};
