import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { look, until } from '../faults/product.ts';
import { settled } from '../faults/verdict.ts';
import { openSchool } from './school.ts';

/** The sample school is made once; every file of journeys begins with a copy of it, in which nothing waits to be read or set any more. */
export default async () => {
  const made = await openSchool(['--sample']);
  const folder = made.data;
  await settled({ folder }, 300);
  await until('no job waits', () => look({ folder }, async (db) => {
    const { rows: [row] } = await sql<{ waiting: number }>`select count(*)::int as waiting from jobs.job where state in ('created', 'retry', 'active') and start_after <= now()`.execute(db);
    return row!.waiting === 0;
  }), 300);
  await made.stop();
  process.env['SAMPLE_MADE'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
