import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '#platform/postgres/place.ts';
import { type Acknowledged } from './clients.ts';
import { newSchool, openProduct, type Product, token, until } from './product.ts';
import { settled, verdict } from './verdict.ts';

// A small disk of its own, in memory. Only root may mount one; elsewhere a disk cannot be filled without harm to others.
const disk = mkdtempSync(join(tmpdir(), 'zongban-disk-'));
const isMounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=180m,mode=755', 'tmpfs', disk]).status === 0;
let product: Product | undefined;
afterAll(async () => {
  await product?.remove().catch(() => undefined);
  if (isMounted) spawnSync('umount', ['-l', disk]);
  rmdirSync(disk);
});

const ballast = join(disk, 'ballast');
const fill = () => {
  const file = openSync(ballast, 'a');
  const bytes = Buffer.alloc(65_536);
  try {
    for (;;) writeSync(file, bytes);
  } catch {
    fsyncSync(file);
    closeSync(file);
  }
};
const free = () => rmSync(ballast, { force: true });

const post = (path: string, body: string, type: string, key?: string) =>
  fetch(`${product!.url}${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': type, ...(key && { 'idempotency-key': encodeURIComponent(key) }) }, body, signal: AbortSignal.timeout(20_000) }).then(
    async (response) => ({ status: response.status, body: await response.json() }),
    () => ({ status: 0, body: {} as any }),
  );
const letter = (title: string) => post('/api/incoming', JSON.stringify({ title, sender: '江城市教育局' }), 'application/json', title.slice(0, 20));

test.runIf(isMounted)('the disk is full: it is said, nothing acknowledged is lost, and it goes on by itself when there is room', async () => {
  product = await openProduct(await newSchool(join(disk, 'school')));
  await product.up();
  const acknowledged: Acknowledged[] = [];
  const said = new Set<string>();
  const tryOne = async (title: string) => {
    const { status, body } = await letter(title);
    if (status === 200) acknowledged.push({ title, fileId: undefined, ...body });
    else said.add(`${status} ${body.codes}`);
    return status === 200;
  };
  for (let i = 0; i < 20; i += 1) expect(await tryOne(`关于有空间时第${i}件来文的通知`), [...said].join()).toBe(true);

  fill();
  const upload = await post('/api/files?name=big.txt', '文'.repeat(700_000), 'application/octet-stream');
  expect(upload).toMatchObject({ status: 507, body: { codes: ['platform.disk_full'] } });
  // The log of PostgreSQL has room for a while: letters are taken until it has none.
  await until('a letter is refused', async () => !(await tryOne(`关于空间将尽时第${acknowledged.length}件来文的通知`)), 120);
  expect([...said].filter((one) => !/^(507 platform.disk_full|503 platform.database_away)$/.test(one))).toEqual([]);

  free();
  await until('a letter is taken again', () => tryOne('关于腾出空间后第一件来文的通知'), 60);
  await settled(product);
  const { found, faults } = await verdict(product, acknowledged);
  expect(found.documents).toBeGreaterThanOrEqual(acknowledged.length);
  // A letter refused by a database that broke off may have been written: nobody was told that it was not.
  expect(Object.entries(faults).filter(([name, count]) => count !== 0 && name !== 'neverAcknowledged')).toEqual([]);
});

test.runIf(isMounted)('a start on a full disk says so and harms nothing', async () => {
  await product!.stop();
  fill();
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', 'src/app/server.ts'], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: product!.folder, PORT: String(await freePort()) }, encoding: 'utf8', timeout: 60_000,
  });
  expect(stderr).toMatch(/磁盘已满[^]*The disk is full/);
  expect(status).toBe(1);
  free();
  await product!.up();
  expect((await letter('关于再次启动后第一件来文的通知')).status).toBe(200);
});
