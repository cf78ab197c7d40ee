import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Desk, deskOf } from './desk.ts';
import { openSample, password, type School } from './school.ts';

/** A file of journeys: one sample school, one browser, and everybody's desk, each opened once. */
export const openStory = () => {
  let school: School;
  let browser: Browser;
  const desks = new Map<string, Desk>();
  beforeAll(async () => {
    [school, browser] = await Promise.all([openSample(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await school?.close();
  });
  const as = async (username: string, width = 1440) => {
    const key = `${username} ${width}`;
    const known = desks.get(key) ?? (await deskOf(browser, school.url, username, width));
    desks.set(key, known);
    return known;
  };
  const cookieOf = async (username: string) => {
    const session = await fetch(`${school.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
    return session.headers.get('set-cookie')!.split(';')[0]!;
  };
  /** Somebody at the API, where the journey is about what comes after. */
  const by = async (username: string) => {
    const cookie = await cookieOf(username);
    return async (path: string, body: object) => {
      const answer = await fetch(`${school.url}/api${path}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
      expect(answer.status, await answer.clone().text()).toBe(200);
      return (await answer.json()) as { id: string };
    };
  };
  const read = async (username: string, path: string) => (await (await fetch(`${school.url}/api${path}`, { headers: { cookie: await cookieOf(username) } })).json()) as Record<string, unknown>;
  return { as, by, read };
};
