import type { Request } from '#platform/contract.ts';
import type { Queued } from '#ui/queue.ts';
import type { Sitting } from '../nouns.ts';
import type { signin } from '../signin/contract.ts';
import type { sitting } from '../sitting/contract.ts';

type Written = Pick<typeof sitting & typeof signin, 'beginMeeting' | 'talkAbout' | 'pauseMeeting' | 'settleItem' | 'sayWhy' | 'reopenItem' | 'addPoint' | 'changePoint' | 'removePoint' | 'resolve' | 'correctResolution' | 'endMeeting' | 'signInFor'>;

/** One thing the minute-taker wrote, as it is sent; `names` are those of what it points to, to be shown until the server says them. */
export type Call = { [K in keyof Written]: { what: K; request: Request<Written[K]>; names?: { owner: string; department: string } } }[keyof Written];

/** One call with its place in the queue. */
export type Waiting = Pick<Queued<Call>, 'key' | 'call' | 'tried'>;

const unsent = 'unsent.';

/** A line that the server does not have yet: what waits for it in the queue. */
export const waitingOf = <W extends Waiting>(id: string, queue: readonly W[]) => (id.startsWith(unsent) ? queue.find(({ key }) => unsent + key === id) : undefined);

export const isUnsent = ({ id }: { id: string }) => id.startsWith(unsent);

/** The meeting as it will be when what waits on this device has arrived. What the server has taken meanwhile changes nothing more. */
export const ahead = (meeting: Sitting, queue: readonly Waiting[]): Sitting => queue.reduce((before, { key, call }) => after(before, call, unsent + key), meeting);

const after = (meeting: Sitting, call: Call, id: string): Sitting => {
  const at = 'body' in call.request && 'at' in call.request.body ? (call.request.body.at ?? meeting.now) : meeting.now;
  if (call.what === 'beginMeeting') return { ...meeting, begunAt: meeting.begunAt ?? at, whyNot: { ...meeting.whyNot, write: [] } };
  if (call.what === 'talkAbout') return changed(silent(meeting, at, call.request.params.itemId), call.request.params.itemId, (item) => ({ since: item.state === 'planned' ? (item.since ?? at) : null }));
  if (call.what === 'pauseMeeting') return silent(meeting, at);
  if (call.what === 'settleItem') return settled(meeting, at, call.request);
  if (call.what === 'sayWhy') return changed(meeting, call.request.params.itemId, (item) => (item.state === 'deferred' ? { why: call.request.body.why } : {}));
  if (call.what === 'reopenItem') return changed(meeting, call.request.params.itemId, () => ({ state: 'planned', why: '' }));
  if (call.what === 'endMeeting') return { ...silent(meeting, at), endedAt: meeting.endedAt ?? at };
  return { ...meeting, points: pointsAfter(meeting, call, { id, at }), resolutions: resolutionsAfter(meeting, call, id) };
};

const changed = (meeting: Sitting, itemId: string, to: (item: Sitting['items'][number]) => Partial<Sitting['items'][number]>): Sitting => ({ ...meeting, items: meeting.items.map((item) => (item.id === itemId ? { ...item, ...to(item) } : item)) });

/** What was talked about is over. */
const silent = (meeting: Sitting, at: string, but?: string): Sitting => ({
  ...meeting, items: meeting.items.map((item) => (item.since && item.id !== but ? { ...item, since: null, seconds: item.seconds + Math.max(0, Math.round((Date.parse(at) - Date.parse(item.since)) / 1000)) } : item)),
});

const settled = (meeting: Sitting, at: string, { params: { itemId }, body: { outcome, why = '' } }: Request<Written['settleItem']>) => {
  const before = meeting.items.find(({ id }) => id === itemId);
  if (before?.state !== 'planned') return meeting;
  return changed(before.since ? silent(meeting, at) : meeting, itemId, () => ({ state: outcome, why }));
};

const pointsAfter = ({ points, minuteTaker }: Sitting, call: Call, { id, at }: { id: string; at: string }): Sitting['points'] => {
  if (call.what === 'removePoint') return points.filter(({ id }) => id !== call.request.params.pointId);
  if (call.what === 'changePoint') return points.map((point) => (point.id === call.request.params.pointId ? { ...point, ...call.request.body } : point));
  if (call.what !== 'addPoint') return points;
  const { text, key = false, itemId = null } = call.request.body;
  return points.some((point) => point.at === at && point.text === text) ? points : [...points, { id, itemId, text, key, at, by: minuteTaker }];
};

const resolutionsAfter = ({ resolutions }: Sitting, call: Call, id: string): Sitting['resolutions'] => {
  if (call.what !== 'resolve' && call.what !== 'correctResolution') return resolutions;
  const { text, dueOn, departmentId, ownerId } = call.request.body;
  const said = { text, dueOn, department: { id: departmentId, name: call.names?.department ?? '' }, owner: { id: ownerId, name: call.names?.owner ?? '' } };
  if (call.what === 'correctResolution') return resolutions.map((one) => (one.id === call.request.params.resolutionId ? { ...one, ...said } : one));
  const { itemId } = call.request.params;
  return resolutions.some((one) => one.itemId === itemId && one.text === text) ? resolutions : [...resolutions, { id, number: '', itemId, ...said, assisting: [], state: 'open', late: false }];
};
