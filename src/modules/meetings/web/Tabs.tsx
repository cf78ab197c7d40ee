import { useMay } from '#mechanisms/access/web/me.ts';
import { Tabs as Line } from '#ui/Tabs.tsx';
import { useMeetingWords } from './api.ts';

/** The pages of the meetings. */
export const Tabs = () => {
  const { labels } = useMeetingWords();
  const may = useMay();
  return <Line label={labels.meetings} pages={[['/meetings', labels.meetings], ['/meetings/topics', labels.topics], ['/meetings/resolutions', labels.ledger], ['/meetings/minutes', labels.minutesBook], ...(may('meetings.read_all') ? [['/meetings/reports', labels.reports] as const] : []), ...(may('meetings.prepare') ? [['/meetings/preparations', labels.preparations] as const] : [])]} />;
};
