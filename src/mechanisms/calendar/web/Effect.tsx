import { useQuery } from '@tanstack/react-query';
import { useWords } from '#ui/words.ts';
import type { CalendarChange } from '../change.ts';
import { wallAt } from '../days.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { deadlines } from './api.ts';

/** What would become of running clocks, said before the change is made. */
export const Effect = ({ change }: { change: Partial<CalendarChange> | null }) => {
  const { labels, effect } = useWords({ zh, en });
  const asked = useQuery({ queryKey: ['deadlines', 'preview', change], queryFn: () => deadlines.preview({ body: change! }), enabled: change !== null, placeholderData: (before) => before });
  if (!change || !asked.data) return null;
  const { lines, ...counts } = asked.data;
  return (
    <section className="calendar-effect" aria-label={labels.effect} role="status">
      <p>{effect(counts)}</p>
      {lines.length > 0 && (
        <details>
          <summary>{labels.effectLines}</summary>
          <ul className="calendar-lines">
            {lines.map(({ clockId, number, title, before, after, missingYear }) => <li key={clockId}><span>{number} {title}</span><span className="number">{moment(before) ?? labels.noDue} → {moment(after) ?? (missingYear ? labels.noDue : labels.pausedNow)}</span></li>)}
          </ul>
        </details>
      )}
    </section>
  );
};

const moment = (at: string | null) => at && `${wallAt(at).day} ${wallAt(at).time}`;
