import { useQuery } from '@tanstack/react-query';
import { Left } from '#ui/When.tsx';
import { api } from './api.ts';
import { DueTime } from './DueTime.tsx';

/** The clock of a record that breaks first, and on a press why it is due then. */
export const NextClock = ({ recordId, dueAt }: { recordId: string; dueAt: string | null }) => {
  const { data } = useQuery(api.ofRecord.asQuery({ params: { recordId } }));
  const open = (data?.clocks ?? []).filter(({ stoppedAt }) => !stoppedAt).sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  const [next] = open;
  return next ? <DueTime clock={next} why={{ recordId, clockId: next.id }} /> : <Left dueAt={dueAt} />;
};
