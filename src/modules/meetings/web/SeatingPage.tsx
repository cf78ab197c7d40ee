import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Amount, OneOf } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import type { Seat, Seating, Shape } from '../seating/contract.ts';
import { inRows, roundTable } from '../seating/rules.ts';
import { api, stale, useMeetingWords } from './api.ts';
import './place.css';

/** 座次: by rank at first; the office puts it in order, chooses the table and prints. */
export const SeatingPage = () => {
  const { labels } = useMeetingWords();
  const { meetingId } = useParams({ strict: false }) as { meetingId: string };
  const params = { meetingId };
  const meeting = useQuery(api.meeting.asQuery({ params })).data;
  const asked = useQuery(api.seating.asQuery({ params }));
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.seating}　{meeting?.title}</h1><Link to={`/records/${meetingId}` as string}>{labels.backToMeeting}</Link></div>
      <Loaded asked={asked}>{(seating) => <Arranging key={JSON.stringify(seating)} meetingId={meetingId} seating={seating} />}</Loaded>
    </div>
  );
};

const Arranging = ({ meetingId, seating }: { meetingId: string; seating: Seating }) => {
  const { labels, refusals, shapes } = useMeetingWords();
  const [typed, setTyped] = useState(seating);
  const set = (next: Partial<Seating>) => setTyped({ ...typed, ...next });
  const params = { meetingId };
  const save = useAct((_: void, key) => api.setSeating({ params, body: { shape: typed.shape, perRow: typed.perRow, platform: typed.platform, people: typed.seats.map(({ person }) => person.id) } }, key), stale);
  const byRank = useAct((_: void, key) => api.seatByRank({ params }, key), stale);
  const isSaved = typed === seating;
  return (
    <div className="record">
      <div className="stack">
        <section className="card stack" aria-label={labels.seating}><Drawn seating={typed} /></section>
        <p className="quiet">{labels.seatingHow}</p>
      </div>
      <div className="stack no-print">
        <section className="card stack">
          {seating.mayChange && (
            <>
              <OneOf<Shape> label={labels.tableShape} value={typed.shape} onChange={(shape) => set({ shape })} options={[['board', shapes.board], ['rows', shapes.rows]]} />
              {typed.shape === 'rows' && <div className="form-grid"><div className="pair"><Amount label={labels.platform} value={typed.platform} least={0} most={30} onChange={(platform) => set({ platform })} /></div><div className="pair"><Amount label={labels.perRow} value={typed.perRow} least={2} most={30} onChange={(perRow) => set({ perRow })} /></div></div>}
              <Button type="primary" block disabled={isSaved} loading={save.busy} onClick={() => save.run()}>{labels.save}</Button>
              {!seating.byRank && <Button block loading={byRank.busy} onClick={() => byRank.run()}>{labels.seatByRank}</Button>}
              <Refusals codes={[...save.codes, ...byRank.codes]} words={refusals} />
            </>
          )}
          <div className="row"><a href={api.seatingPaper.url({ params })} target="_blank" rel="noreferrer">{labels.printSeating}</a>{seating.mayChange && <a href={api.nameCards.url({ params })} target="_blank" rel="noreferrer">{labels.printCards}</a>}</div>
          {!isSaved && <p className="soon">{labels.saveBeforePrint}</p>}
        </section>
        <Order seats={typed.seats} may={seating.mayChange} onChange={(seats) => set({ seats })} />
      </div>
    </div>
  );
};

const Order = ({ seats, may, onChange }: { seats: Seat[]; may: boolean; onChange: (seats: Seat[]) => void }) => {
  const { labels } = useMeetingWords();
  const move = (from: number, to: number) => {
    const others = seats.filter((_, i) => i !== from);
    onChange([...others.slice(0, to), seats[from]!, ...others.slice(to)]);
  };
  return (
    <section className="card stack" aria-label={labels.seatOrder}>
      <h2>{labels.seatOrder}</h2>
      <ol className="lines">
        {seats.map(({ person, title, observes, sentBy }, i) => (
          <li key={person.id} className="stack tight">
            <span>{i + 1}. <strong>{person.name}</strong>　<small className="quiet">{title}{observes && `　${labels.observes}`}{sentBy && `　${labels.sentBy.replace('{name}', sentBy)}`}</small></span>
            {may && (
              <span className="row">
                <label className="row"><small className="quiet">{labels.moveTo}</small><input type="number" className="field seat-number" aria-label={`${labels.moveTo} ${person.name}`} min={1} max={seats.length} defaultValue={i + 1} key={i} onBlur={({ target }) => Number(target.value) !== i + 1 && move(i, Math.min(seats.length, Math.max(1, Number(target.value) || 1)) - 1)} /></label>
                <button type="button" className="plain" aria-label={`${labels.up} ${person.name}`} disabled={i === 0} onClick={() => move(i, i - 1)}>{labels.up}</button>
                <button type="button" className="plain" aria-label={`${labels.down} ${person.name}`} disabled={i === seats.length - 1} onClick={() => move(i, i + 1)}>{labels.down}</button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** As it will be printed: seen from those who face the first. */
const Drawn = ({ seating: { shape, seats, platform, perRow } }: { seating: Seating }) => {
  const { labels } = useMeetingWords();
  const numbered = seats.map(({ person }, i) => ({ number: i + 1, name: person.name }));
  const { head, left, right } = roundTable(numbered);
  const hall = inRows(numbered, { platform, perRow });
  if (shape === 'board') {
    return (
      <div className="seats-board">
        <div className="seats-head">{head && <One seat={head} />}</div>
        <div className="seats-side">{left.map((seat) => <One key={seat.number} seat={seat} />)}</div>
        <div className="seats-table">{labels.tableName}</div>
        <div className="seats-side">{right.map((seat) => <One key={seat.number} seat={seat} />)}</div>
      </div>
    );
  }
  return (
    <div className="stack tight seats-hall">
      {hall.platform.length > 0 && <><div className="seats-row">{hall.platform.map((seat) => <One key={seat.number} seat={seat} />)}</div><div className="seats-table">{labels.platformName}</div></>}
      {hall.rows.map((row, i) => <div key={i} className="seats-row">{row.map((seat) => <One key={seat.number} seat={seat} />)}</div>)}
    </div>
  );
};

const One = ({ seat: { number, name } }: { seat: { number: number; name: string } }) => <span className="seat"><small className="quiet">{number}</small> {name}</span>;
