import { People } from '#mechanisms/organisation/web/fields.tsx';
import { Amount, Moment, OneOf, Text } from '#ui/fields.tsx';
import { type Reply, replies, type WholeMeeting } from '../nouns.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { minutesOf, wishOf } from './plan.ts';
import { isPlaced, PlacePicker } from './PlacePicker.tsx';

export type MeetingAct = 'reply' | 'call' | 'changeCalled' | 'cancelMeeting';

interface Asked {
  meeting: WholeMeeting;
  onClose: () => void;
}

/** The windows of a meeting. */
export const MeetingAsks = ({ act, ...asked }: Asked & { act: MeetingAct }) => {
  const Window = { reply: Answer, call: Call, changeCalled: Change, cancelMeeting: Cancel }[act];
  return <Window {...asked} />;
};

const Answer = ({ meeting, onClose }: Asked) => {
  const { labels, replies: words } = useMeetingWords();
  return (
    <Ask title={labels.reply} what={meeting.title} draft={`meetings.reply.${meeting.id}`} start={{ reply: 'comes' as Reply, deputyId: null as string | null, why: '' }} onClose={onClose} send={(typed, key) => api.reply({ params: { meetingId: meeting.id }, body: { ...typed, deputyId: typed.reply === 'deputy' ? typed.deputyId : null } }, key)} ready={({ reply, deputyId, why }) => reply === 'comes' || (why.trim() !== '' && (reply === 'leave' || deputyId !== null))}>
      {(typed, set) => (
        <>
          <OneOf<Reply> label={labels.reply} value={typed.reply} onChange={(reply) => set({ reply })} options={replies.map((reply) => [reply, words[reply]])} />
          {typed.reply === 'deputy' && <People label={labels.deputy} many={false} value={typed.deputyId ? [typed.deputyId] : []} onChange={([deputyId = null]) => set({ deputyId })} />}
          {typed.reply !== 'comes' && <Text label={labels.whyAway} rows={2} value={typed.why} onChange={(why) => set({ why })} />}
        </>
      )}
    </Ask>
  );
};

const Call = ({ meeting, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return <Ask title={labels.call} what={meeting.title} follows={labels.callThen} draft={`meetings.call.${meeting.id}`} start={{}} onClose={onClose} send={(_, key) => api.call({ params: { meetingId: meeting.id }, body: {} }, key)}>{() => null}</Ask>;
};

const Change = ({ meeting, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  const start = { startsAt: meeting.startsAt as string | null, minutes: minutesOf(meeting), place: meeting.place, room: wishOf(meeting), prepare: meeting.prepare, why: '' };
  return (
    <Ask title={labels.changeCalled} what={meeting.title} follows={labels.changeThen} draft={`meetings.change.${meeting.id}.${meeting.version}`} start={start} onClose={onClose} ready={({ startsAt, place, room, why }) => startsAt !== null && isPlaced({ place, room }) && why.trim() !== ''} send={(typed, key) => api.changeCalled({ params: { meetingId: meeting.id }, body: { ...typed, startsAt: typed.startsAt! } }, key)}>
      {(typed, set) => (
        <>
          <Moment label={labels.starts} value={typed.startsAt} onChange={(startsAt) => set({ startsAt })} />
          <Amount label={labels.lasts} value={typed.minutes} least={5} most={960} onChange={(minutes) => set({ minutes })} />
          <PlacePicker value={typed} onChange={set} when={{ startsAt: typed.startsAt, minutes: typed.minutes, people: meeting.people.length }} has={meeting.room} />
          <Text label={labels.prepare} rows={2} value={typed.prepare} onChange={(prepare) => set({ prepare })} />
          <Text label={labels.reason} rows={2} value={typed.why} onChange={(why) => set({ why })} />
        </>
      )}
    </Ask>
  );
};

const Cancel = ({ meeting, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.cancelMeeting} danger what={meeting.title} {...(meeting.state === 'called' && { follows: labels.cancelThen })} draft={`meetings.cancel.${meeting.id}`} start={{ why: '' }} onClose={onClose} ready={({ why }) => why.trim() !== ''} send={(body, key) => api.cancelMeeting({ params: { meetingId: meeting.id }, body }, key)}>
      {({ why }, set) => <Text label={labels.reason} rows={2} value={why} onChange={(next) => set({ why: next })} />}
    </Ask>
  );
};
