import { Moment, Text } from '#ui/fields.tsx';
import type { Sitting } from '../nouns.ts';
import { Ask } from './Ask.tsx';
import { useSittingWords, type Writing } from './sitting.ts';

/** 散会: what is left is named and put off with the reason. Nothing is changed afterwards. */
export const EndMeeting = ({ writing: { queue, at }, meeting, onClose }: { writing: Writing; meeting: Sitting; onClose: () => void }) => {
  const { labels } = useSittingWords();
  const left = meeting.items.filter(({ state }) => state === 'planned');
  const start = { why: left.length ? labels.outOfTime : '', endedAt: meeting.endsAt as string | null };
  return (
    <Ask title={labels.endMeeting} what={meeting.title} follows={labels.endThen} draft={`meetings.end.${meeting.id}`} start={start} onClose={onClose} ready={({ why, endedAt }) => (!left.length || why.trim() !== '') && endedAt !== null} send={async ({ why, endedAt }) => queue.add({ what: 'endMeeting', request: { params: { meetingId: meeting.id }, body: { why: why.trim(), at: meeting.writtenLater ? endedAt! : at() } } })}>
      {(typed, set) => (
        <>
          {meeting.writtenLater && <Moment label={labels.endedAt} value={typed.endedAt} onChange={(endedAt) => set({ endedAt })} />}
          {left.length > 0 && <><p>{labels.topicsLeft}</p><ul>{left.map(({ id, title }) => <li key={id}>{title || labels.stub}</li>)}</ul><Text label={labels.reason} rows={2} value={typed.why} onChange={(why) => set({ why })} /></>}
        </>
      )}
    </Ask>
  );
};
