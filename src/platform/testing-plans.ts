import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { expect, vi } from 'vitest';
import type { Db } from './db.ts';

/** Everything that is sent to PostgreSQL, with the plan that it makes for it. */
export const plansOf = async (db: Db, work: () => Promise<unknown>) => {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  await work();
  const asked = (sent.mock.calls as unknown as [{ text: string; values?: unknown[] }][]).map(([query]) => query).filter(({ text }) => /^\s*(select|with)/.test(text));
  sent.mockRestore();
  expect(asked.length).toBeGreaterThan(0);
  const plans: string[] = [];
  for (const { text, values = [] } of asked) {
    const { rows } = await db.executeQuery<Record<string, string>>(CompiledQuery.raw(`explain ${text}`, values));
    plans.push(rows.map((row) => Object.values(row)[0]).join('\n'));
  }
  return plans;
};
