import type { KeyboardEvent } from 'react';
import { useWords } from '#ui/words.ts';
import type { Marked, Year } from '../contract.ts';
import { nextDay, weekdayOf } from '../days.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { termOn, weeksOf } from './months.ts';

interface Shown {
  year: Year;
  month: number;
  today: string;
  /** The one day of the year that Tab reaches; arrows go on from it. */
  current: string;
  onCurrent: (day: string) => void;
  onEdit: ((day: string) => void) | undefined;
}

/** One month as it hangs on the wall. */
export const Month = ({ month, ...shown }: Shown) => {
  const words = useWords({ zh, en });
  const worked = shown.year.workingDays[month - 1];
  return (
    <table className="calendar-month">
      <caption>
        {words.months[month - 1]}
        {worked !== undefined && <small>{words.monthDays(worked)}</small>}
      </caption>
      <thead>
        <tr>{words.weekdays.map((name, i) => <th key={name} scope="col" abbr={name}>{words.heads[i]}</th>)}</tr>
      </thead>
      <tbody>
        {weeksOf(shown.year.year, month).map((week, i) => (
          <tr key={i}>{week.map((day, j) => <td key={j}>{day && <DayCell day={day} {...shown} />}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
};

const DayCell = ({ day, year, today, current, onCurrent, onEdit }: Omit<Shown, 'month'> & { day: string }) => {
  const { labels, states, months, weekdays } = useWords({ zh, en });
  const marked = year.days.find((other) => other.day === day);
  const kind = marked?.kind ?? (weekdayOf(day) > 5 ? 'weekend' : 'ordinary');
  const content = Number(day.slice(8));
  const said = [content, months[Number(day.slice(5, 7)) - 1], weekdays[weekdayOf(day) - 1], marked ? states[marked.kind] : kind === 'weekend' ? labels.weekend : '', marked?.name, day === today ? labels.today : ''].filter(Boolean).join(' ');
  const shape = { 'data-short': marked && shortOf(marked), 'data-day': day, 'data-kind': kind, 'data-term': Boolean(termOn(year.terms, day)), 'data-today': day === today, title: said };
  if (!onEdit) return <span className="calendar-day" {...shape}>{content}</span>;
  return (
    <button type="button" className="calendar-day" aria-label={said} tabIndex={day === current ? 0 : -1} onFocus={() => onCurrent(day)} onClick={() => onEdit(day)} onKeyDown={(event) => walk(event, day)} {...shape}>
      {content}
    </button>
  );
};

/** As the printed calendars mark them: 休, 班, 半. */
const shortOf = ({ kind }: Marked) => ({ holiday: '休', makeup: '班', morning: '半', afternoon: '半', closed: '休' })[kind];

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const walk = (event: KeyboardEvent<HTMLElement>, day: string) => {
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  document.querySelector<HTMLElement>(`[data-day="${nextDay(day, step)}"]`)?.focus();
};
