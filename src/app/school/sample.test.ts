import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, inject, test } from 'vitest';
import { contracts } from '../contracts.ts';
import { client } from '#platform/client.ts';
import type { Db } from '#platform/db.ts';
import { cloneDatabase } from '#platform/testing.ts';
import { hashOfToken } from '#mechanisms/access/who.ts';
import { newId } from '#platform/ids.ts';
import { openStore } from '#mechanisms/files/store.ts';
import { openHouse } from '../house.ts';
import { through } from '../through.ts';
import { makeSample } from './sample.ts';

const empty = ['knownAddresses', 'accessTokens', 'sessions', 'oversight', 'posts', 'people', 'departments', 'school'] as const;

const folder = mkdtempSync(join(tmpdir(), 'zongban-sample-'));
openStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));

/** The sample school as somebody finds it who starts it at this moment. */
const startedAt = async (now: string) => {
  const { db, drop } = await cloneDatabase(inject('server'), inject('template'));
  for (const table of empty) await db.deleteFrom(table).execute();
  await makeSample(db, now, 'zongban-2026');
  const house = openHouse({ db, now: () => now });
  await house.ready();
  const as = async (username: string) => {
    const { id } = await db.selectFrom('people').select('id').where('username', '=', username).executeTakeFirstOrThrow();
    const token = `zb_${newId()}`;
    await db.insertInto('accessTokens').values({ tokenHash: hashOfToken(token), id: newId(), personId: id, name: 'test', createdAt: now }).execute();
    const send = through(house, token);
    return { incoming: client('incoming', contracts.incoming, send), todos: client('todos', contracts.todos, send) };
  };
  return { db, as, end: async () => (await house.close(), await drop()) };
};

/** What the approvals of documents show between them. */
const approvalsIn = async (db: Db) => {
  const all = await db.selectFrom('approvals as a').innerJoin('approvalSteps as t', 't.approvalId', 'a.id').innerJoin('approvalSigners as s', 's.stepId', 't.id').where('a.subject', '=', 'outgoing.document')
    .select(['a.id', 'a.state', 'a.round', 'a.steps', 't.position', 't.closedAt', 't.instead', 's.personId', 's.decidedBy', 's.addedHow', 's.urgedAt']).execute();
  const each = (values: readonly (string | null | undefined)[]) => [...new Set(values.filter(Boolean))].sort();
  return {
    states: each(all.map(({ state }) => state)), waitAt: each(all.map(({ state, closedAt, steps, position }) => (state === 'running' && !closedAt ? (steps as { key: string }[])[position]!.key : null))),
    added: each(all.map(({ addedHow }) => addedHow)), instead: each(all.map(({ instead }) => instead)), deputies: all.filter(({ personId, decidedBy }) => decidedBy && decidedBy !== personId).length,
    urged: all.filter(({ urgedAt }) => urgedAt).length, rounds: Math.max(...all.map(({ round }) => round)),
  };
};

const desks = ['office.clerk', 'office.director', 'leader', 'principal', 'department.head', 'department.head.2', 'staff'];
const hour = 3_600_000;

test.each([
  ['at night in a holiday', '2026-10-03T18:30:00.000Z'],
  ['in a year without a calendar', '2027-03-01T02:00:00.000Z'],
])('started %s, every desk has work, something is late and something due soon', async (_, now) => {
  const { db, as, end } = await startedAt(now);
  const inbox = async (username: string) => (await (await as(username)).todos.list({ query: {} })).todos;
  const waiting = Object.fromEntries(await Promise.all(desks.map(async (desk) => [desk, (await inbox(desk)).length] as const)));
  expect(Object.entries(waiting).filter(([, n]) => n === 0)).toEqual([]);
  const due = (await inbox('department.head.2')).map(({ dueAt }) => dueAt && Date.parse(dueAt) - Date.parse(now));
  expect(due.some((left) => left && left < 0)).toBe(true);
  expect(due.some((left) => left && left > 0 && left < hour)).toBe(true);
  const found = await db.selectFrom('incomingDocuments').select('state').distinct().orderBy('state').execute();
  expect(found.map(({ state }) => state)).toEqual(['accepted', 'circulating', 'dispatched', 'done', 'instructed', 'proposed', 'registered', 'returned', 'stub', 'void']);
  const written = await db.selectFrom('outgoingDocuments').select('state').distinct().orderBy('state').execute();
  expect(written.map(({ state }) => state)).toEqual(['approving', 'checked', 'draft', 'dropped', 'issued', 'numbered', 'sealed', 'signed']);
  expect(await approvalsIn(db)).toEqual({
    states: ['approved', 'recalled', 'refused', 'returned', 'running'], waitAt: ['countersign', 'experts', 'head', 'leader', 'office', 'principal', 'supervisor', 'union'],
    added: ['after', 'before', 'instead'], instead: ['own_draft'], deputies: 1, urged: 1, rounds: 2,
  });
  const lent = await db.selectFrom('archiveLoans').select('state').where('askedAt', '>', new Date(Date.parse(now) - 48 * hour).toISOString()).orderBy('state').execute();
  expect(lent.map(({ state }) => state)).toEqual(['out', 'out', 'returned']);
  const old = await db.selectFrom('archiveItems').select(['dueAfter', 'boxId']).where('paperId', 'is not', null).execute();
  expect([old.filter(({ dueAfter }) => dueAfter && dueAfter < Number(now.slice(0, 4))).length, old.filter(({ boxId }) => boxId).length, old.length]).toEqual([13, 16, 18]);
  const called = await db.selectFrom('meetings').select('state').distinct().orderBy('state').execute();
  expect(called.map(({ state }) => state)).toEqual(['approving', 'called', 'cancelled', 'draft']);
  const resolved = await db.selectFrom('resolutions').select('state').orderBy('state').execute();
  expect(resolved.map(({ state }) => state)).toEqual(['done', 'open', 'open', 'open', 'open']);
  expect((await db.selectFrom('resolutions').select('id').where('state', '=', 'open').where('dueOn', '<', sql<Date>`${now.slice(0, 10)}::date`).execute()).length).toBeGreaterThan(0);
  expect((await db.selectFrom('meetings').select('id').where('begunAt', 'is not', null).where('endedAt', 'is', null).execute()).length).toBe(1);
  expect((await db.selectFrom('meetingTopics').select('id').where('state', '=', 'deferred').execute()).length).toBeGreaterThan(0);
  expect((await db.selectFrom('minutesCorrections').select('id').where('decidedAt', 'is', null).execute()).length).toBe(1);
  const papers = await db.selectFrom('meetingPapers').select(['kind', 'state']).orderBy('madeAt').execute();
  expect(papers.filter(({ kind }) => kind === 'minutes').map(({ state }) => state)).toEqual(['final', 'approving', 'sent']);
  expect(papers.some(({ kind }) => kind === 'weekly')).toBe(true);
  const { calls } = await (await as('office.clerk')).incoming.calls({ query: {} });
  expect(calls.length).toBeGreaterThan(0);
  const failed = await db.selectFrom('outbox').select(['event', 'error']).where('tries', '>', 0).execute();
  expect(failed).toEqual([]);
  await end();
}, 240_000);
