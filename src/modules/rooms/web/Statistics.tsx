import { useQuery } from '@tanstack/react-query';
import { useSearch, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { useNow } from '#ui/now.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { wall } from '#ui/times.ts';
import type { statistics } from '../statistics/contract.ts';
import { api, stale, useRoomWords } from './api.ts';
import './rooms.css';
import { Tabs } from './Tabs.tsx';

type Figures = Answer<typeof statistics.statistics>;

/** 使用统计: a month against its open hours, and what that suggests. */
export const Statistics = () => {
  const { labels } = useRoomWords();
  const { month = wall(useNow()).slice(0, 7) } = useSearch({ strict: false }) as { month?: string };
  const go = useNavigate();
  const asked = useQuery(api.statistics.asQuery({ query: { month } }));
  return (
    <div className="stack">
      <h1>{labels.statistics}　<span className="number">{month}</span></h1>
      <Tabs />
      <div className="row no-print"><input type="month" className="field board-day" aria-label={labels.month} value={month} onChange={({ target }) => /^20\d\d-\d\d$/.test(target.value) && void go({ to: '/rooms/statistics', search: { month: target.value } as never })} /><Button onClick={() => window.print()}>{labels.print}</Button></div>
      <Loaded asked={asked}>{(figures) => <><Suggestions figures={figures} month={month} /><ByRoom figures={figures} /><div className="beside"><ByHour figures={figures} /><ByDepartment figures={figures} /></div></>}</Loaded>
    </div>
  );
};

const Suggestions = ({ figures: { suggestions }, month }: { figures: Figures; month: string }) => {
  const { labels, refusals, suggestions: said } = useRoomWords();
  const propose = useAct((one: Figures['suggestions'][number], key) => api.propose({ body: { month, kind: one.kind, subjectId: one.subjectId } }, key), stale);
  return (
    <section className="card stack tight" aria-label={labels.suggestions}>
      <h2>{labels.suggestions}</h2>
      {suggestions.length === 0 && <p className="quiet">{labels.noSuggestions}</p>}
      {suggestions.length > 0 && <ul className="lines">{suggestions.map((one) => <li key={`${one.kind}${one.subjectId}`} className="spread"><div><strong>{one.name}</strong>　{said[one.kind].replace('{count}', String(one.count)).replace('{of}', String(one.of))}</div>{one.proposed ? <span className="quiet">{labels.proposed.replace('{who}', one.proposed)}</span> : <Button aria-label={`${labels.propose} ${one.name}`} onClick={() => propose.run(one)}>{labels.propose}</Button>}</li>)}</ul>}
      <Refusals codes={propose.codes} words={refusals} />
    </section>
  );
};

const hoursOf = (minutes: number) => (minutes / 60).toFixed(1);
const share = (part: number, whole: number) => (whole ? Math.round((part / whole) * 100) : 0);
const Bar = ({ part, whole }: { part: number; whole: number }) => <span className="bar"><span style={{ width: `${Math.min(100, share(part, whole))}%` }} /><b className="number">{share(part, whole)}%</b></span>;

const ByRoom = ({ figures: { rooms, exceptions } }: { figures: Figures }) => {
  const { labels } = useRoomWords();
  return (
    <section className="card stack tight">
      <h2>{labels.byRoom}</h2>
      <div className="wide" tabIndex={0} role="region" aria-label={labels.byRoom}><table className="book shown">
        <thead><tr>{[labels.room, labels.places, labels.openHours, labels.bookedHours, labels.share, labels.times, labels.missed, labels.filled].map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
        <tbody>{rooms.map((one) => <tr key={one.room.id}><th scope="row">{one.room.name}</th><td>{one.seats}</td><td>{hoursOf(one.open)}</td><td>{hoursOf(one.booked)}</td><td><Bar part={one.booked} whole={one.open} /></td><td>{one.bookings}</td><td>{one.noShows}</td><td>{one.filled}%</td></tr>)}</tbody>
      </table></div>
      <p className="quiet">{labels.exceptions.replace('{n}', String(exceptions))}</p>
    </section>
  );
};

const ByHour = ({ figures: { hours } }: { figures: Figures }) => {
  const { labels } = useRoomWords();
  return <section className="card stack tight" aria-label={labels.byHour}><h2>{labels.byHour}</h2><ul className="plain-list">{hours.map((one) => <li key={one.hour} className="bar-line"><span className="number">{one.hour}:00</span><Bar part={one.booked} whole={one.open} /></li>)}</ul></section>;
};

const ByDepartment = ({ figures: { departments } }: { figures: Figures }) => {
  const { labels } = useRoomWords();
  const all = departments.reduce((sum, one) => sum + one.booked, 0);
  return <section className="card stack tight" aria-label={labels.byDepartment}><h2>{labels.byDepartment}</h2><ul className="plain-list">{departments.map((one) => <li key={one.department.id} className="bar-line"><span>{one.department.name}　<small className="quiet">{labels.timesOf.replace('{n}', String(one.bookings)).replace('{m}', String(one.noShows))}</small></span><Bar part={one.booked} whole={all} /></li>)}</ul></section>;
};
