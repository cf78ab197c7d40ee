import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ApprovalPanel } from '#mechanisms/approvals/web/ApprovalPanel.tsx';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { api, stale, useRoomWords } from './api.ts';
import { Purpose, Slot } from './Slot.tsx';
import { Standing } from './Standing.tsx';
import { WaitLines } from './Waits.tsx';

/** 系列预订: its dates, and those that were skipped. */
export const SeriesPage = () => {
  const { labels, refusals, acts } = useRoomWords();
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.oneSeries.asQuery({ params: { seriesId: recordId } }));
  const end = useAct((_: null, key) => api.endSeries({ params: { seriesId: recordId }, body: {} }, key), stale);
  return (
    <Loaded asked={asked}>
      {(series) => (
        <Record standing={<span className="number quiet">{series.number}</span>} title={<Purpose booking={series} />} facts={<>{series.room.name}　{series.organiser.name}</>}
          side={<>
            {series.mine && <section className="card stack"><Confirm label={labels.endSeries} what={`${labels.endSeries} ${series.number}`} then={labels.endSeriesThen} busy={end.busy} onYes={() => end.run(null)} /><Refusals codes={end.codes} words={refusals} /></section>}
            {series.concerned && <ApprovalPanel recordId={series.id} />}
            {series.concerned && <History recordId={series.id} module="rooms" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={() => ''} />}
          </>}>
          <section className="card stack tight" aria-label={labels.dates}><h2>{labels.dates}</h2><ul className="lines">{series.bookings.map((one) => <li key={one.id} className="spread"><Link to={`/rooms/bookings/${one.id}` as string}><Slot from={one.from} to={one.to} /></Link><Standing state={one.state} /></li>)}</ul></section>
          {series.skipped.length > 0 && <section className="card stack tight" aria-label={labels.skipped}><h2>{labels.skipped}</h2><p className="quiet">{labels.skippedKept}</p><WaitLines waits={series.skipped} /></section>}
        </Record>
      )}
    </Loaded>
  );
};
