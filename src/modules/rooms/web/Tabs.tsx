import { useMay } from '#mechanisms/access/web/me.ts';
import { Tabs as Line } from '#ui/Tabs.tsx';
import { useRoomWords } from './api.ts';

/** The pages about rooms. */
export const Tabs = () => {
  const { labels } = useRoomWords();
  const may = useMay();
  return <Line label={labels.rooms} pages={[['/rooms', labels.board], ['/rooms/book', labels.book], ['/rooms/bookings', labels.bookings], ...(may('rooms.patrol') ? [['/rooms/patrol', labels.patrol] as const] : []), ...(may('rooms.manage') ? [['/rooms/statistics', labels.statistics] as const, ['/rooms/register', labels.register] as const] : [])]} />;
};
