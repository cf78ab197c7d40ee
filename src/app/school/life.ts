import { randomBytes } from 'node:crypto';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { addTime, isUnpublished, prepared } from '#mechanisms/calendar/rules.ts';
import { hashOfToken } from '#mechanisms/access/who.ts';
import { tick } from '#mechanisms/deadlines/tick.ts';
import { type Client, client } from '#platform/client.ts';
import type { Db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { listenersOf } from '#platform/jobs.ts';
import { deliver } from '#platform/outbox.ts';
import { calendar as calendarContract } from '#mechanisms/calendar/contract.ts';
import { organisation } from '#mechanisms/organisation/contract.ts';
import { approvals } from '#mechanisms/approvals/contract.ts';
import { files } from '#mechanisms/files/contract.ts';
import { archive } from '#modules/archive/contract.ts';
import { incoming } from '#modules/documents/incoming/contract.ts';
import { outgoing } from '#modules/documents/outgoing/contract.ts';
import { library as libraryContract } from '#modules/library/contract.ts';
import { meetings as meetingsContract } from '#modules/meetings/contract.ts';
import { rooms } from '#modules/rooms/contract.ts';
import { tick as reportsTick } from '#modules/meetings/reports/making.ts';
import { tick as roomsTick } from '#modules/rooms/presence/tick.ts';
import { openHouse } from '../house.ts';
import { modules } from '../modules.ts';
import { through } from '../through.ts';
import { archives } from './archives.ts';
import { borrowers } from './borrowers.ts';
import { letters, papersLater } from './letters.ts';
import { library, readLater } from './library.ts';
import { oldPaper, oldPaperLater } from './oldpaper.ts';
import { meetings } from './meetings.ts';
import { meetingRooms } from './rooms.ts';
import { stories } from './stories.ts';
import { today } from './today.ts';
import { schoolYear } from './year.ts';

export type Desk = Client<typeof incoming>;

/** All that a person works with. */
export interface Tools {
  incoming: Desk;
  outgoing: Client<typeof outgoing>;
  approvals: Client<typeof approvals>;
  organisation: Client<typeof organisation>;
  library: Client<typeof libraryContract>;
  files: Client<typeof files>;
  archive: Client<typeof archive>;
  calendar: Client<typeof calendarContract>;
  meetings: Client<typeof meetingsContract>;
  rooms: Client<typeof rooms>;
}

/** Something that somebody does at a moment; it may lead to more. */
export interface Step {
  at: string;
  run: () => Promise<readonly Step[] | void>;
}

export interface Life {
  /** The desk of a person, by user name. */
  of: (username: string) => Promise<Desk>;
  tools: (username: string) => Promise<Tools>;
  id: (username: string) => string;
  department: (name: string) => string;
  /** So many minutes of office time later. */
  after: (at: string, minutes: number) => string;
  /** Within so many days before the sample ends: what happens then may still be open. */
  isLately: (at: string, days: number) => boolean;
}

/** Everything is done through the house itself, by the people, at their moments: rules, numbers and clocks are real. */
export const liveThrough = async (db: Db, begins: string, now: string) => {
  const clock = { now: begins };
  const house = openHouse({ db, now: () => clock.now });
  await house.ready();
  const life = await lifeIn(db, house, begins, now);
  const waiting = [...schoolYear(life, begins), ...stories(life, begins, now), ...today(life, now), ...letters(life, begins, now), ...library(life, now), ...archives(life, now), ...borrowers(life, now), ...oldPaper(life, now), ...meetingRooms(life, begins, now), ...meetings(life, now)];
  const listeners = listenersOf(modules);
  let told = begins;
  while (waiting.length) {
    waiting.sort((a, b) => (a.at < b.at ? 1 : -1));
    const step = waiting.pop()!;
    if (step.at > now) continue;
    clock.now = step.at;
    if (Date.parse(step.at) - Date.parse(told) > 3 * 3_600_000) {
      await tick(db, step.at);
      await roomsTick(db, step.at);
      if (Date.parse(now) - Date.parse(step.at) < fortnight) await reportsTick(db, step.at);
      told = step.at;
    }
    waiting.push(...((await step.run()) ?? []));
    while (await deliver(db, listeners, async () => {}, step.at));
  }
  await roomsTick(db, now);
  while (await deliver(db, listeners, async () => {}, now));
  await house.close();
  await readLater(db, now);
  await papersLater(db, now);
  await oldPaperLater(db, now);
  await db.updateTable('mails').set(({ ref }) => ({ state: 'sent', sentAt: ref('at') })).where('state', '=', 'waiting').execute();
  await db.deleteFrom('accessTokens').where('name', '=', tokenName).execute();
};

const fortnight = 14 * 86_400_000;

const tokenName = 'sample';

/** When people do things: by the school's calendar, and in a year that has none yet on plain weekdays. No clock is promised by it. */
const paceOf = async (db: Db, begins: string, now: string) => {
  const calendar = await openCalendar({ db });
  return prepared({ ...calendar, years: [...new Set([...calendar.years, Number(begins.slice(0, 4)), Number(now.slice(0, 4)), Number(now.slice(0, 4)) + 1])] });
};

const lifeIn = async (db: Db, house: ReturnType<typeof openHouse>, begins: string, now: string): Promise<Life> => {
  const people = new Map((await db.selectFrom('people').select(['id', 'username']).execute()).map(({ id, username }) => [username, id]));
  const departments = new Map((await db.selectFrom('departments').select(['id', 'name']).execute()).map(({ id, name }) => [name, id]));
  const calendar = await paceOf(db, begins, now);
  const all = new Map<string, Tools>();
  const tools = async (username: string) => {
    const known = all.get(username);
    if (known) return known;
    const token = `zb_${randomBytes(18).toString('base64url')}`;
    await db.insertInto('accessTokens').values({ tokenHash: hashOfToken(token), id: newId(), personId: people.get(username)!, name: tokenName, createdAt: begins }).execute();
    const send = through(house, token);
    const made: Tools = { incoming: client('incoming', incoming, send), outgoing: client('outgoing', outgoing, send), approvals: client('approvals', approvals, send), organisation: client('organisation', organisation, send), library: client('library', libraryContract, send), files: client('files', files, send), archive: client('archive', archive, send), calendar: client('calendar', calendarContract, send), rooms: client('rooms', rooms, send), meetings: client('meetings', meetingsContract, send) };
    all.set(username, made);
    return made;
  };
  const of = async (username: string) => (await tools(username)).incoming;
  const after = (at: string, minutes: number) => {
    const then = addTime(calendar, 'office_hours', at, minutes * 60_000);
    if (isUnpublished(then)) throw new Error(`the sample's own calendar ends before ${at}`);
    return then;
  };
  return { of, tools, id: (username) => people.get(username)!, department: (name) => departments.get(name)!, after, isLately: (at, days) => Date.parse(now) - Date.parse(at) < days * 86_400_000 };
};
