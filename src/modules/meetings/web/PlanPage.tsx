import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useMe } from '#mechanisms/access/web/me.ts';
import { People } from '#mechanisms/organisation/web/fields.tsx';
import { useAct } from '#ui/act.ts';
import { useDraft } from '#ui/draft.ts';
import { Amount, Line, Moment, OneOf, Text } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { type Kind, kinds, type MeetingRoom } from '../nouns.ts';
import { whoSits } from '../place/rules.ts';
import { Agenda } from './Agenda.tsx';
import { api, stale, useMeetingWords } from './api.ts';
import { CarriedOver } from './CarriedOver.tsx';
import { Checks } from './Checks.tsx';
import { emptyPlan, isReady, planOf, sentOf, type TypedPlan } from './plan.ts';
import { PlacePicker } from './PlacePicker.tsx';

/** A new meeting, from the topics that wait. */
export const NewMeeting = () => {
  const { labels } = useMeetingWords();
  const me = useMe()!;
  return <PlanForm title={labels.newMeeting} draft="meetings.plan.new" start={emptyPlan(me.id)} meetingId={null} send={(typed, key) => api.plan({ body: sentOf(typed) }, key)} />;
};

export const EditMeeting = () => {
  const { meetingId } = useParams({ strict: false }) as { meetingId: string };
  const { labels } = useMeetingWords();
  const asked = useQuery(api.meeting.asQuery({ params: { meetingId } }));
  return <Loaded asked={asked}>{(meeting) => <PlanForm title={labels.changePlan} draft={`meetings.plan.${meetingId}.${meeting.version}`} start={planOf(meeting)} has={meeting.room} meetingId={meetingId} send={(typed, key) => api.changePlan({ params: { meetingId }, body: { ...sentOf(typed), version: meeting.version } }, key)} />}</Loaded>;
};

interface Props {
  title: string;
  draft: string;
  start: TypedPlan;
  meetingId: string | null;
  has?: MeetingRoom | null;
  send: (typed: TypedPlan, key: string) => Promise<{ id: string }>;
}

const PlanForm = ({ title, draft, start, meetingId, has = null, send }: Props) => {
  const { labels, refusals, kinds: kindWords } = useMeetingWords();
  const navigate = useNavigate();
  const { value, set, clear } = useDraft(draft, start);
  const act = useAct((typed: TypedPlan, key) => send(typed, key), stale, ({ id }) => (clear(), void navigate({ to: `/records/${id}` as string })));
  const change = (next: Partial<TypedPlan>) => set({ ...value, ...next });
  return (
    <div className="stack">
      <h1>{title}</h1>
      <Form layout="vertical" className="record">
        <div className="stack">
          <section className="card">
            <OneOf<Kind> label={labels.kind} value={value.kind} onChange={(kind) => change({ kind })} options={kinds.map((kind) => [kind, kindWords[kind]])} />
            <Line label={labels.title} value={value.title} onChange={(next) => change({ title: next })} />
            <Moment label={labels.starts} value={value.startsAt} onChange={(startsAt) => change({ startsAt })} />
            <Amount label={labels.lasts} value={value.minutes} least={5} most={960} onChange={(minutes) => change({ minutes })} />
            <People label={labels.chair} many={false} value={value.chairId ? [value.chairId] : []} onChange={([chairId = '']) => change({ chairId })} />
            <People label={labels.minuteTaker} many={false} value={value.minuteTakerId ? [value.minuteTakerId] : []} onChange={([minuteTakerId = '']) => change({ minuteTakerId })} />
            <People label={labels.attends} value={value.attends} onChange={(attends) => change({ attends })} />
            <People label={labels.observes} value={value.observes} onChange={(observes) => change({ observes })} />
            <Text label={labels.prepare} rows={2} value={value.prepare} onChange={(prepare) => change({ prepare })} />
            <Text label={labels.urgentWhy} rows={2} value={value.urgentWhy} onChange={(urgentWhy) => change({ urgentWhy })} />
          </section>
          <section className="card"><PlacePicker value={value} onChange={change} when={{ startsAt: value.startsAt, minutes: value.minutes, people: whoSits(value).length }} has={has} /></section>
          <Agenda kind={value.kind} minutes={value.minutes} items={value.items} onChange={(items) => change({ items })} />
        </div>
        <div className="stack">
          <Checks plan={value} meetingId={meetingId} />
          <CarriedOver kind={value.kind} />
          <section className="card stack">
            <Refusals codes={act.codes} words={refusals} />
            <Button type="primary" block loading={act.busy} disabled={!isReady(value)} onClick={() => act.run(value)}>{labels.save}</Button>
          </section>
        </div>
      </Form>
    </div>
  );
};
