import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api as filesApi } from '#mechanisms/files/web/api.ts';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import type { Answer } from '#platform/contract.ts';
import { Acts } from '#ui/Acts.tsx';
import { OneOf, Text } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { Day, When } from '#ui/When.tsx';
import type { topics } from '../topics/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Fact, saidIn } from './Facts.tsx';
import { Title, TopicStanding } from './Topics.tsx';
import { TopicWindow } from './TopicWindow.tsx';

type Whole = Answer<typeof topics.topic>;
type Act = 'changeTopic' | 'returnTopic' | 'withdrawTopic' | 'classifyTopic';

/** One topic: what it is about, which meetings had it, what may be done now. */
export const TopicPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.topic.asQuery({ params: { topicId: recordId } }));
  return <Loaded asked={asked}>{(topic) => <Page topic={topic} />}</Loaded>;
};

const Page = ({ topic }: { topic: Whole }) => {
  const { labels, refusals, acts, itemStates } = useMeetingWords();
  const [asks, setAsks] = useState<Act>();
  const verbs = { changeTopic: topic.state === 'returned' ? labels.changeTopic : labels.editTopic, returnTopic: labels.returnTopic, withdrawTopic: labels.withdrawTopic, classifyTopic: labels.classifyTopic };
  const side = (
    <>
      {Object.keys(topic.whyNot).length > 0 && <section className="card stack"><Acts words={refusals} acts={(Object.keys(verbs) as Act[]).map((name) => ({ name, label: verbs[name], whyNot: topic.whyNot[name], onClick: () => setAsks(name) }))} /></section>}
      <History recordId={topic.id} module="meetings" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} />
      {asks === 'changeTopic' && <TopicWindow topic={{ ...topic, attendees: topic.attendees.map(({ id }) => id) }} onClose={() => setAsks(undefined)} />}
      {asks === 'classifyTopic' && <Classify topic={topic} onClose={() => setAsks(undefined)} />}
      {(asks === 'returnTopic' || asks === 'withdrawTopic') && <Reason topic={topic} act={asks} onClose={() => setAsks(undefined)} />}
    </>
  );
  return (
    <Record standing={<TopicStanding topic={topic} />} title={<Title topic={topic} />} facts={<>{topic.department.name}　{topic.appliedBy.name}　<When at={topic.appliedAt} /></>} side={side}>
      <section className="card stack" aria-label={labels.topic}>
        <dl className="facts">
          <Fact label={labels.said}>{topic.said && <span className="late">{topic.said}</span>}</Fact>
          <Fact label={labels.why}><span className="opinion">{topic.reason}</span></Fact>
          <Fact label={labels.minutes}>{labels.minutesUnit.replace('{n}', String(topic.minutes))}</Fact>
          <Fact label={labels.wishedOn}>{topic.wishedOn && <Day on={topic.wishedOn} />}</Fact>
          <Fact label={labels.attendees}>{topic.attendees.map(({ name }) => name).join('、')}</Fact>
          <Fact label={labels.source}>{topic.source && <Link to={`/records/${topic.source.id}` as string}>{topic.source.number}</Link>}</Fact>
        </dl>
      </section>
      {topic.meetings.length > 0 && (
        <section className="card stack" aria-label={labels.taken}>
          <div className="spread"><h2>{labels.taken}</h2>{topic.deferrals > 0 && <span className="soon">{labels.putOffTimes.replace('{n}', String(topic.deferrals))}</span>}</div>
          <ul className="lines">{topic.meetings.map((m) => <li key={m.id} className="stack tight"><div className="spread"><Link to={`/records/${m.id}` as string}>{m.title}</Link><span className={m.state === 'deferred' ? 'soon' : 'quiet'}>{itemStates[m.state as 'planned']}</span></div><small className="quiet"><When at={m.startsAt} />{m.why && `　${m.why}`}</small></li>)}</ul>
        </section>
      )}
      {topic.files.length > 0 && <section className="card stack" aria-label={labels.materials}><h2>{labels.materials}</h2><ul className="lines">{topic.files.map((file) => <li key={file.attachmentId}><a href={filesApi.content.url({ params: { fileId: file.id } })}>{file.name}</a></li>)}</ul></section>}
    </Record>
  );
};

const Reason = ({ topic, act, onClose }: { topic: Whole; act: 'returnTopic' | 'withdrawTopic'; onClose: () => void }) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels[act]} what={topic.title} draft={`meetings.${act}.${topic.id}`} start={{ reason: '' }} onClose={onClose} ready={({ reason }) => reason.trim() !== ''} send={(body, key) => api[act]({ params: { topicId: topic.id }, body }, key)}>
      {({ reason }, set) => <Text label={labels.reason} rows={2} value={reason} onChange={(next) => set({ reason: next })} />}
    </Ask>
  );
};

/** Whoever does it may not see it afterwards: back to the list. */
const Classify = ({ topic, onClose }: { topic: Whole; onClose: () => void }) => {
  const { labels, secrecies } = useMeetingWords();
  const navigate = useNavigate();
  return (
    <Ask title={labels.classifyTopic} danger what={topic.title} follows={labels.classifyThen} draft={`meetings.classify.${topic.id}`} start={{ secrecy: 1 }} onClose={onClose} onDone={() => void navigate({ to: '/meetings/topics' as string })} send={(body, key) => api.classifyTopic({ params: { topicId: topic.id }, body }, key)}>
      {(typed, set) => <OneOf<number> label={labels.secrecy} value={typed.secrecy} onChange={(secrecy) => set({ secrecy })} options={[[1, secrecies[1]!], [2, secrecies[2]!], [3, secrecies[3]!]]} />}
    </Ask>
  );
};
