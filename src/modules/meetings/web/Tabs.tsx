import { Tabs as Line } from '#ui/Tabs.tsx';
import { useMeetingWords } from './api.ts';

/** The pages of the meetings. */
export const Tabs = () => {
  const { labels } = useMeetingWords();
  return <Line label={labels.meetings} pages={[['/meetings', labels.meetings], ['/meetings/topics', labels.topics], ['/meetings/resolutions', labels.ledger]]} />;
};
