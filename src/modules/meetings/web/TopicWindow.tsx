import { Files } from '#mechanisms/files/web/Files.tsx';
import { People } from '#mechanisms/organisation/web/fields.tsx';
import { Amount, Line, OnDay, Text } from '#ui/fields.tsx';
import type { Picked } from '#ui/FilePicker.tsx';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';

interface Typed {
  title: string;
  reason: string;
  minutes: number;
  wishedOn: string | null;
  attendees: string[];
  files: Picked[];
}

interface Props {
  onClose: () => void;
  /** Changes this one, and applies again where it was returned. */
  topic?: Omit<Typed, 'files'> & { id: string };
}

/** A department says what it wants to have talked about. */
export const TopicWindow = ({ onClose, topic }: Props) => {
  const { labels } = useMeetingWords();
  const start: Typed = topic ? { title: topic.title, reason: topic.reason, minutes: topic.minutes, wishedOn: topic.wishedOn, attendees: topic.attendees, files: [] } : { title: '', reason: '', minutes: 20, wishedOn: null, attendees: [], files: [] };
  const send = ({ files, ...typed }: Typed, key: string) => {
    const body = { ...typed, files: files.map(({ id }) => id) };
    return topic ? api.changeTopic({ params: { topicId: topic.id }, body }, key) : api.applyTopic({ body }, key);
  };
  return (
    <Ask title={topic ? labels.changeTopic : labels.applyTopic} draft={`meetings.topic.${topic?.id ?? 'new'}`} start={start} send={send} onClose={onClose} ready={({ title, reason }) => title.trim() !== '' && reason.trim() !== ''} width={640}>
      {(typed, set) => (
        <>
          <Line label={labels.topic} value={typed.title} onChange={(title) => set({ title })} />
          <Text label={labels.why} rows={4} value={typed.reason} onChange={(reason) => set({ reason })} />
          <Amount label={labels.minutes} value={typed.minutes} most={480} onChange={(minutes) => set({ minutes })} />
          <OnDay label={labels.wishedOn} value={typed.wishedOn} onChange={(wishedOn) => set({ wishedOn })} />
          <People label={labels.attendees} value={typed.attendees} onChange={(attendees) => set({ attendees })} />
          <Files label={labels.materials} value={typed.files} onChange={(files) => set({ files })} />
        </>
      )}
    </Ask>
  );
};
