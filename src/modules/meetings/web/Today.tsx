import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayOf } from '#platform/time.ts';
import { useNow } from '#ui/now.ts';
import { When } from '#ui/When.tsx';
import { api } from './api.ts';
import { MeetingStanding } from './Meetings.tsx';
import { useSittingWords } from './sitting.ts';

/** 今天的会议, on the first page: where to be and when; one that goes on is a press away. */
export const Today = () => {
  const { labels } = useSittingWords();
  const today = dayOf(useNow());
  const { data } = useQuery(api.meetings.asQuery({ query: { show: 'coming' } }));
  const mine = data?.meetings.filter(({ asked, startsAt, begunAt, endedAt }) => asked && endedAt === null && (begunAt !== null || dayOf(startsAt) === today)) ?? [];
  if (!mine.length) return null;
  return (
    <section className="card stack" aria-label={labels.meetingsToday}>
      <h2>{labels.meetingsToday}</h2>
      <ul className="lines">
        {mine.map((meeting) => (
          <li key={meeting.id} className="stack tight">
            <div className="spread"><Link to={(meeting.begunAt ? `/meetings/${meeting.id}/sitting` : `/records/${meeting.id}`) as string}>{meeting.title}</Link><MeetingStanding meeting={meeting} /></div>
            <small className="quiet"><When at={meeting.startsAt} />　{meeting.place}</small>
          </li>
        ))}
      </ul>
    </section>
  );
};
