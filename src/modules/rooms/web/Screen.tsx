import { useQuery } from '@tanstack/react-query';
import { Loaded } from '#ui/Loaded.tsx';
import { api, useRoomWords } from './api.ts';
import './rooms.css';
import { timeOf } from './Slot.tsx';

/** 门口屏: free or busy, and what comes next; read again each half minute, for a screen that nobody touches. */
export const Screen = ({ screenKey }: { screenKey: string }) => {
  const { labels } = useRoomWords();
  const asked = useQuery({ ...api.screen.asQuery({ params: { screenKey } }), refetchInterval: 30_000 });
  return (
    <Loaded asked={asked}>
      {({ room, outOfUse, now, next, today, at }) => (
        <main className="screen" data-busy={now !== null || outOfUse !== null}>
          <header className="spread"><h1>{room}</h1><span className="number">{timeOf(at)}</span></header>
          <p className="screen-now">{outOfUse !== null ? labels.outOfUse : now ? labels.busy : labels.freeNow}</p>
          {outOfUse !== null && <p className="screen-line">{outOfUse}</p>}
          {now && <p className="screen-line">{timeOf(now.from)}—{timeOf(now.to)}　{now.title ?? labels.private}<br />{now.department}　{now.organiser}</p>}
          <p className="screen-next">{next ? `${labels.next} ${timeOf(next.from)}—${timeOf(next.to)}　${next.title ?? labels.private}　${next.organiser}` : labels.nothingMore}</p>
          <ul className="screen-list">{today.map((one) => <li key={one.from} className={one.to <= at ? 'quiet' : undefined}><span className="number">{timeOf(one.from)}—{timeOf(one.to)}</span>　{one.title ?? labels.private}　{one.organiser}</li>)}</ul>
        </main>
      )}
    </Loaded>
  );
};
