import type { openDb } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { insertAll } from './load.ts';
import type { Person, Screen } from './requests.ts';
import { idOf, type School } from './years-of-work.ts';

type Db = ReturnType<typeof openDb>;

const rooms = 200;
const slots = [0, 2, 4, 6, 8];
const aDay = rooms * slots.length;
const [hour, day] = [3_600_000, 86_400_000];
/** Midnight by the office's clock. */
const today = Math.floor((Date.now() + 8 * hour) / day) * day - 8 * hour;
// The n-th booking counts back from the last day for which rooms are booked.
const ahead = 30;
const batch = 500;

const at = (ms: number) => new Date(ms).toISOString();
const dayNamed = (offset: number) => new Date(today + offset * day + 8 * hour).toISOString().slice(0, 10);
const roomOf = (n: number) => idOf(n, 'e00');

const room = (n: number, { clerk }: School) => ({
  rooms: [{ id: roomOf(n), name: `第${n + 1}会议室`, building: `${(n % 8) + 1}号楼`, class: 'ordinary', seats: 10 + n, hours: Array.from({ length: 7 }, () => ({ from: '00:00', to: '24:00' })), departments: [], roles: [], free: true, remark: '', position: n, created_at: at(today - 3000 * day), created_by: clerk }],
});

const booking = (n: number, { people, departments }: School) => {
  const [offset, place] = [ahead - Math.floor(n / aDay), n % aDay];
  const from = today + offset * day + (8 + slots[Math.floor(place / rooms)]!) * hour;
  const organiser = people[n % people.length]!;
  const title = `第${n % 40}次工作碰头会`;
  const [id, asked] = [idOf(n, 'e01'), at(from - 5 * day)];
  return {
    records: [{ id, kind: 'rooms', number: `会议室${n}`, title, readers: [organiser], all_permission: 'rooms.manage', clearance: 0, at: asked }],
    room_bookings: [{
      id, number: `会议室${n}`, room_id: roomOf(place % rooms), starts_at: at(from), ends_at: at(from + 1.5 * hour), people: 8, title, private: n % 7 === 0, organiser_id: organiser, department_id: departments[n % departments.length]!.id,
      state: offset < 0 ? 'used' : 'booked', asked_at: asked, ended_why: '',
    }],
  };
};

/** A meeting of ten resolutions for each ten of them. */
const resolution = (n: number, { people, departments, clerk, leaders }: School) => {
  const recorded = today - n * 3 * hour;
  const own = departments[n % departments.length]!;
  const owner = people[n % people.length]!;
  const [id, meeting, topic, item] = [idOf(n, 'd03'), idOf(Math.floor(n / 10), 'd00'), idOf(Math.floor(n / 10), 'd01'), idOf(Math.floor(n / 10), 'd02')];
  const isOpen = n % 20 === 0;
  const of = (kind: string, record: string, title: string) => ({ id: record, kind, number: kind === 'resolution' ? `决${n}` : '', title, readers: [owner, own.head, own.id], all_permission: 'meetings.read_all', clearance: 0, at: at(recorded) });
  const begins = n % 10 === 0;
  return {
    records: [...(begins ? [of('meeting', meeting, '校长办公会'), of('topic', topic, '学期工作')] : []), of('resolution', id, `第${n}项决议`)],
    meetings: begins ? [{ id: meeting, kind: 'leaders', title: '校长办公会', starts_at: at(recorded - 2 * hour), ends_at: at(recorded), place: '第一会议室', chair_id: leaders[0], minute_taker_id: clerk, prepare: '', urgent_why: '', state: 'called', version: 1, made_by: clerk, made_at: at(recorded - 5 * day), department_id: own.id, cancelled_why: '', written_later: true, sign_key: newId() }] : [],
    meeting_topics: begins ? [{ id: topic, title: '学期工作', reason: '例行研究', department_id: own.id, applied_by: clerk, applied_at: at(recorded - 9 * day), minutes: 60, attendees: [], state: 'dealt', said: '' }] : [],
    meeting_items: begins ? [{ id: item, meeting_id: meeting, topic_id: topic, position: 0, minutes: 60, presenter_id: own.head, state: 'dealt', why: '' }] : [],
    resolutions: [{ id, number: `决${n}`, item_id: item, text: `第${n}项：按会议要求落实并报送结果。`, department_id: own.id, owner_id: owner, assisting: [], due_on: dayNamed(Math.round(14 - n / 8)), state: isOpen ? 'open' : 'done', recorded_by: clerk, recorded_at: at(recorded), closed_at: isOpen ? null : at(recorded + 9 * day), closed_by: isOpen ? null : clerk, closed_why: '' }],
  };
};

/** Two bookings and half a resolution for each document, in 200 rooms. */
export const loadMeetings = async (db: Db, { from, to }: { from: number; to: number }, school: School) => {
  const load = async (first: number, last: number, of: (n: number, school: School) => Record<string, readonly object[]>) => {
    for (let n = first; n < last; n += batch) await insertAll(db, Array.from({ length: Math.min(batch, last - n) }, (_, i) => of(n + i, school)));
  };
  if (!from) await load(0, rooms, room);
  await load(from * 2, to * 2, booking);
  await load(Math.floor(from / 20) * 10, Math.floor(to / 20) * 10, resolution);
};

/** Whole hours of the days to come, no two alike. */
let asked = 0;

export const meetingScreens = (people: readonly Person[]): Screen[] => {
  const read = (name: string, path: (user: number, turn: number) => string): Screen => ({ name, kind: 'read', asks: () => (user, turn) => ({ path: path(user, turn), token: people[user]!.token }) });
  const soon = (user: number, turn: number) => 12 + ((user * 5 + turn) % 18);
  const submit: Screen = {
    name: 'booking submit', kind: 'submit', once: true,
    asks: () => (user) => {
      const n = asked++;
      const from = today + (60 + Math.floor(n / rooms / 24)) * day + (Math.floor(n / rooms) % 24) * hour;
      return { method: 'POST', path: '/api/room-bookings', token: people[user]!.token, body: { from: at(from), to: at(from + hour), people: 8, title: '工作碰头会', roomId: roomOf(n % rooms), equipment: [] } };
    },
  };
  return [
    read('free rooms', (user, turn) => `/api/free-rooms?people=10&from=${at(today + soon(user, turn) * day + (8 + (turn % 9)) * hour)}&to=${at(today + soon(user, turn) * day + (9 + (turn % 9)) * hour)}`),
    read('board of a day', (user, turn) => `/api/room-board?day=${dayNamed(soon(user, turn))}`),
    read('week of a room', (user, turn) => `/api/rooms/${roomOf((user * 13 + turn) % rooms)}/week?day=${dayNamed(12 + ((user + turn) % 12))}`),
    read('ledger', (_, turn) => `/api/resolutions?show=${turn % 2 ? 'open' : 'all'}&most=30`),
    submit,
  ];
};
