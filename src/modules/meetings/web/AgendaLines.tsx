import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Departments, People } from '#mechanisms/organisation/web/fields.tsx';
import { OnDay, OneOf, Text } from '#ui/fields.tsx';
import { Day } from '#ui/When.tsx';
import type { WholeMeeting } from '../nouns.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { ResolutionStanding } from './Resolutions.tsx';
import { Title } from './Topics.tsx';

type Item = WholeMeeting['items'][number];
type Asks = { item: Item; act: 'settle' | 'resolve' };

/** The agenda; once the meeting has begun also what became of each topic and what was resolved (MTG-6, MTG-7). */
export const AgendaLines = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels, itemStates, refusals } = useMeetingWords();
  const [asks, setAsks] = useState<Asks>();
  const why = meeting.whyNot['write'];
  const records = why !== undefined && why.length === 0;
  return (
    <section className="card stack" aria-label={labels.agenda}>
      <h2>{labels.agenda}</h2>
      <ol className="lines">
        {meeting.items.map((item, i) => (
          <li key={item.id} className="stack tight">
            <div className="spread"><span>{i + 1}. <Link to={`/records/${item.topicId}` as string}><Title topic={item} /></Link></span>{item.state !== 'planned' && <span className={item.state === 'deferred' ? 'soon' : 'quiet'}>{itemStates[item.state]}</span>}</div>
            <small className="quiet">{item.department.name}　{labels.presenter} {item.presenter.name}　{labels.minutesUnit.replace('{n}', String(item.minutes))}　{item.why}</small>
            <Resolved meeting={meeting} item={item} />
            {records && <div className="row no-print">{item.state !== 'deferred' && <Button onClick={() => setAsks({ item, act: 'resolve' })}>{labels.addResolution}</Button>}{item.state === 'planned' && <Button onClick={() => setAsks({ item, act: 'settle' })}>{labels.settleItem}</Button>}</div>}
          </li>
        ))}
      </ol>
      {why !== undefined && why.length > 0 && <p className="quiet">{why.map((code) => refusals[code as 'meetings.not_begun']).join('')}</p>}
      {asks?.act === 'settle' && <Settle item={asks.item} onClose={() => setAsks(undefined)} />}
      {asks?.act === 'resolve' && <Resolve item={asks.item} onClose={() => setAsks(undefined)} />}
    </section>
  );
};

const Resolved = ({ meeting, item }: { meeting: WholeMeeting; item: Item }) => {
  const mine = meeting.resolutions.filter(({ itemId }) => itemId === item.id);
  return mine.length > 0 && <ul className="lines">{mine.map((one) => <li key={one.id}><span className="number quiet">{one.number}</span>　<Link to={`/records/${one.id}` as string}>{one.text}</Link><br /><small>{one.owner.name}　{one.department.name}　<Day on={one.dueOn} />　<ResolutionStanding resolution={one} /></small></li>)}</ul>;
};

const Settle = ({ item, onClose }: { item: Item; onClose: () => void }) => {
  const { labels, itemStates } = useMeetingWords();
  return (
    <Ask title={labels.settleItem} what={item.title} draft={`meetings.settle.${item.id}`} start={{ outcome: 'dealt' as 'dealt' | 'deferred', why: '' }} onClose={onClose} ready={({ outcome, why }) => outcome === 'dealt' || why.trim() !== ''} send={(body, key) => api.settleItem({ params: { itemId: item.id }, body }, key)}>
      {(typed, set) => <><OneOf<'dealt' | 'deferred'> label={labels.settleItem} value={typed.outcome} onChange={(outcome) => set({ outcome })} options={[['dealt', itemStates.dealt], ['deferred', itemStates.deferred]]} /><Text label={labels.reason} rows={2} value={typed.why} onChange={(why) => set({ why })} /></>}
    </Ask>
  );
};

const Resolve = ({ item, onClose }: { item: Item; onClose: () => void }) => {
  const { labels } = useMeetingWords();
  const start = { text: '', departments: [item.department.id], owner: [item.presenter.id], assisting: [] as string[], dueOn: null as string | null };
  return (
    <Ask title={labels.addResolution} what={item.title} draft={`meetings.resolve.${item.id}`} start={start} onClose={onClose} ready={({ text, departments, owner, dueOn }) => text.trim() !== '' && departments.length === 1 && owner.length === 1 && dueOn !== null} send={({ text, departments, owner, assisting, dueOn }, key) => api.resolve({ params: { itemId: item.id }, body: { text, departmentId: departments[0]!, ownerId: owner[0]!, assisting, dueOn: dueOn! } }, key)}>
      {(typed, set) => (
        <>
          <Text label={labels.resolution} rows={3} value={typed.text} onChange={(text) => set({ text })} />
          <People label={labels.owner} many={false} value={typed.owner} onChange={(owner) => set({ owner })} />
          <Departments label={labels.inCharge} value={typed.departments} onChange={(departments) => set({ departments: departments.slice(-1) })} />
          <Departments label={labels.assisting} value={typed.assisting} onChange={(assisting) => set({ assisting })} />
          <OnDay label={labels.dueOn} value={typed.dueOn} onChange={(dueOn) => set({ dueOn })} />
        </>
      )}
    </Ask>
  );
};
