import { useQuery } from '@tanstack/react-query';
import { People } from '#mechanisms/organisation/web/fields.tsx';
import { Amount } from '#ui/fields.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import type { Kind } from '../nouns.ts';
import { api, useMeetingWords } from './api.ts';
import type { TypedItem } from './plan.ts';
import { PutOff } from './PutOff.tsx';

interface Props {
  kind: Kind;
  minutes: number;
  items: TypedItem[];
  onChange: (items: TypedItem[]) => void;
}

/** The topics of the meeting in their order, each with its minutes and who presents it (MTG-7). */
export const Agenda = ({ kind, minutes, items, onChange }: Props) => {
  const { labels } = useMeetingWords();
  const waiting = useQuery(api.backlog.asQuery({ query: { kind } })).data?.topics ?? [];
  const free = waiting.filter(({ id }) => !items.some(({ topicId }) => topicId === id));
  const sum = items.reduce((total, item) => total + item.minutes, 0);
  const add = (id?: string) => {
    const topic = free.find((one) => one.id === id);
    if (topic) onChange([...items, { topicId: topic.id, title: topic.title, minutes: topic.minutes, presenterId: topic.appliedBy.id }]);
  };
  const change = (at: number, next: Partial<TypedItem>) => onChange(items.map((item, i) => (i === at ? { ...item, ...next } : item)));
  const swap = (at: number, other: number) => onChange(items.map((item, i) => (i === at ? items[other]! : i === other ? items[at]! : item)));
  return (
    <section className="card stack" aria-label={labels.agenda}>
      <h2>{labels.agenda}</h2>
      <PutOff topics={free.filter(({ putOff }) => putOff?.kind === kind)} onAdd={add} />
      <PersonSelect label={labels.addTopic} placeholder={labels.addTopic} options={free.map(({ id, title, department, deferrals }) => ({ id, name: title, hint: deferrals ? `${department.name}　${labels.deferrals} ${deferrals}` : department.name }))} onChange={add} value={undefined} />
      <ol className="lines">
        {items.map((item, i) => (
          <li key={item.topicId} className="stack tight">
            <strong>{i + 1}. {item.title || labels.stub}</strong>
            <div className="row">
              <div style={{ width: 120 }}><Amount label={labels.minutes} value={item.minutes} most={480} onChange={(next) => change(i, { minutes: next })} /></div>
              <div style={{ width: 220, maxWidth: '100%' }}><People label={labels.presenter} many={false} value={item.presenterId ? [item.presenterId] : []} onChange={([presenterId = '']) => change(i, { presenterId })} /></div>
              <button type="button" className="plain" disabled={i === 0} onClick={() => swap(i, i - 1)}>{labels.up}</button>
              <button type="button" className="plain" disabled={i === items.length - 1} onClick={() => swap(i, i + 1)}>{labels.down}</button>
              <button type="button" className="plain" onClick={() => onChange(items.filter((_, at) => at !== i))}>{labels.remove}</button>
            </div>
          </li>
        ))}
      </ol>
      <p className={sum > minutes ? 'late' : 'quiet'}>{labels.total.replace('{sum}', String(sum)).replace('{minutes}', String(minutes))}</p>
    </section>
  );
};
