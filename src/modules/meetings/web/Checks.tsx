import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { When } from '#ui/When.tsx';
import type { Answer } from '#platform/contract.ts';
import type { planning } from '../planning/contract.ts';
import { api, useMeetingWords } from './api.ts';
import type { TypedPlan } from './plan.ts';
import { useWhyNot } from './PlacePicker.tsx';

/** Who is elsewhere then, whether the place is free and the notice in time: while one plans. */
export const Checks = ({ plan, meetingId }: { plan: TypedPlan; meetingId: string | null }) => {
  const { labels } = useMeetingWords();
  const people = [...new Set([plan.chairId, plan.minuteTakerId, ...plan.attends, ...plan.observes, ...plan.items.map(({ presenterId }) => presenterId)].filter(Boolean))];
  const body = { meetingId, startsAt: plan.startsAt ?? '', minutes: plan.minutes, place: plan.place.trim(), room: plan.room?.roomId ? plan.room : null, people };
  const { data } = useQuery({ queryKey: ['meetings', 'clashes', body], queryFn: () => api.clashes({ body }), enabled: plan.startsAt !== null, placeholderData: keepPreviousData });
  if (!data || plan.startsAt === null) return null;
  return <section className="card stack" aria-label={labels.checks}><h2>{labels.checks}</h2><Found found={data} excused={plan.urgentWhy.trim() !== ''} /></section>;
};

const Found = ({ found: { people, places, room, day, lead }, excused }: { found: Answer<typeof planning.clashes>; excused: boolean }) => {
  const { labels } = useMeetingWords();
  const filled = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const why = useWhyNot(room ?? { whyNot: [], takenBy: null });
  const clear = !people.length && !places.length && !why && day.working;
  return (
    <ul className="lines">
      {clear && <li>{labels.fits}</li>}
      {day.missingYear !== null && <li className="late">{filled(labels.missingYear, { year: String(day.missingYear) })}</li>}
      {day.missingYear === null && !day.working && <li className="soon">{filled(labels.restDay, { day: day.day, name: day.name && `（${day.name}）` })}</li>}
      {people.map((one, i) => <li key={i} className="soon">{filled(one.why === 'meeting' ? labels.meetingClash : labels.leaveClash, { person: one.person.name, what: one.what })}　<When at={one.from} /></li>)}
      {places.map((one) => <li key={one.id} className="soon">{filled(labels.placeClash, { what: one.title })}　<When at={one.from} /></li>)}
      {why && <li className="soon">{filled(labels.roomClash, { why })}</li>}
      {lead.enough && lead.latest && <li className="quiet">{filled(labels.latest, { days: String(lead.days) })}　<When at={lead.latest} /></li>}
      {!lead.enough && lead.missingYear === null && <li className={excused ? 'soon' : 'late'}>{filled(labels.tooLate, { days: String(lead.days) })}</li>}
    </ul>
  );
};
