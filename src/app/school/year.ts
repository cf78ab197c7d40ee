import type { Life, Step } from './life.ts';

/** The two terms of the school year, and the hours of summer beside those of the rest of the year. */
export const schoolYear = (life: Life, begins: string): Step[] => [{ at: begins, run: async () => {
  const { calendar } = await life.tools('office.director');
  const first = Number(begins.slice(5, 7)) >= 8 ? Number(begins.slice(0, 4)) : Number(begins.slice(0, 4)) - 1;
  const next = first + 1;
  await calendar.addTerm({ body: { name: `${first}—${next}学年第一学期`, starts: `${first}-09-01`, ends: `${next}-01-29` } });
  await calendar.addTerm({ body: { name: `${first}—${next}学年第二学期`, starts: `${next}-02-22`, ends: `${next}-07-09` } });
  const { timetables } = await calendar.year({ params: { year: String(first) } });
  const rest = timetables.find(({ starts }) => starts === null)!;
  const { id: timetableId, ...hours } = rest;
  await calendar.changeTimetable({ params: { timetableId }, body: { ...hours, name: '冬季作息' } });
  for (const year of [first, next]) await calendar.addTimetable({ body: { ...hours, name: '夏季作息', starts: `${year}-05-01`, ends: `${year}-09-30`, spans: [{ from: '08:00', to: '12:00' }, { from: '14:30', to: '18:00' }] } });
} }];
