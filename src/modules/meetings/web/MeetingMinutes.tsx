import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { api, stale, useMeetingWords } from './api.ts';
import { PaperStanding } from './MinutesPage.tsx';

/** The minutes of a meeting, where the reader may see them. */
export const MeetingMinutes = ({ meetingId }: { meetingId: string }) => {
  const { labels, refusals } = useMeetingWords();
  const params = { meetingId };
  const { data } = useQuery(api.minutesOf.asQuery({ params }));
  const draft = useAct((_: void, key) => api.draftMinutes({ params, body: {} }, key), stale);
  if (!data?.minutes && !data?.whyNot['draftMinutes']) return null;
  return (
    <section className="card stack" aria-label={labels.minutesOf}>
      <h2>{labels.minutesOf}</h2>
      {data.minutes && <div className="spread"><Link to={`/records/${data.minutes.id}` as string}><span className="number">{data.minutes.number ?? ''}</span> {data.minutes.title}</Link><PaperStanding state={data.minutes.state} /></div>}
      {data.whyNot['draftMinutes'] && <div><Button loading={draft.busy} onClick={() => draft.run()}>{labels.draftMinutes}</Button></div>}
      <Refusals codes={draft.codes} words={refusals} />
    </section>
  );
};
