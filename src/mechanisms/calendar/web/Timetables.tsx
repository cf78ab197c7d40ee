import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '#ui/words.ts';
import type { Year } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { EditTimetable } from './EditTimetable.tsx';

type Row = Year['timetables'][number];

/** The office's hours: of the rest of the year, and of seasons and holidays. */
export const Timetables = ({ year, mayEdit }: { year: Year; mayEdit: boolean }) => {
  const { labels, weekdays } = useWords({ zh, en });
  const [edited, setEdited] = useState<Partial<Row> | null>(null);
  return (
    <section aria-label={labels.timetables}>
      <h2>{labels.timetables}</h2>
      <ul className="calendar-lines">
        {year.timetables.map((row) => (
          <li key={row.id}>
            <span>
              <strong>{row.name}</strong> {row.starts ? `${row.starts} – ${row.ends}` : labels.forTheRest}
              <br />
              {row.weekdays.map((n) => weekdays[n - 1]).join(' ')} · {row.spans.length ? row.spans.map(({ from, to }) => `${from}–${to}`).join(' ') : labels.closedThen}
            </span>
            {mayEdit && <Button size="small" onClick={() => setEdited(row)}>{labels.change}</Button>}
          </li>
        ))}
      </ul>
      {mayEdit && <Button onClick={() => setEdited({})}>{labels.addTimetable}</Button>}
      {edited && <EditTimetable timetable={edited} onDone={() => setEdited(null)} />}
    </section>
  );
};
