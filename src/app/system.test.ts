import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { declaredSettings, declareSettings } from '#mechanisms/settings/settings.ts';
import { cloneDatabase } from '#platform/testing.ts';
import { loadConfig } from './config.ts';
import { openSystem } from './system.ts';

test('a process that works in the background alone knows what the modules declare before its first job', async () => {
  const { address: { user, password = '', host, port = 5432, database }, drop } = await cloneDatabase(inject('server'), inject('template'));
  const folder = mkdtempSync(join(tmpdir(), 'zongban-worker-'));
  declareSettings([]);
  const config = loadConfig({ DATABASE_URL: `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host!)}&port=${port}`, DATA_DIR: folder, LOG_LEVEL: 'silent' }, ['--role=worker']);
  const system = await openSystem(config, () => {});
  expect(declaredSettings().get('approvals.sign_hours')?.value).toBe(8);
  await system.close();
  await drop();
  rmSync(folder, { recursive: true });
});
