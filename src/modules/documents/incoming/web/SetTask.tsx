import { Button } from 'antd';
import { useNow } from '#ui/now.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Moment, People, Text, useDirectory } from './fields.tsx';
import { dueChoices } from './instruction.ts';

interface Props {
  documentId: string;
  instructionId: string;
  sentence: string;
  onClose: () => void;
}

/** A sentence of an instruction becomes somebody's task: whom it names is chosen already, the usual days are one press. */
export const SetTask = (props: Props) => {
  const people = useDirectory();
  return people.length > 0 && <SetTaskOf {...props} named={people.filter(({ name }) => props.sentence.includes(name)).map(({ id }) => id)} />;
};

const SetTaskOf = ({ documentId, instructionId, sentence, onClose, named }: Props & { named: readonly string[] }) => {
  const { labels } = useIncomingWords();
  const now = useNow();
  const days = { today: labels.dueToday, tomorrow: labels.dueTomorrow, friday: labels.dueFriday, nextFriday: labels.dueNextFriday };
  const start = { sentence, people: named.slice(0, 1), dueAt: null as string | null };
  return (
    <Ask title={labels.setTask} draft={`task.${instructionId}.${sentence}`} start={start} onClose={onClose} ready={(t) => t.people.length === 1 && t.dueAt !== null && t.sentence.trim() !== ''} send={(t, key) => api.setTask({ params: { documentId }, body: { instructionId, sentence: t.sentence, personId: t.people[0]!, dueAt: t.dueAt! } }, key)}>
      {(typed, set) => (
        <>
          <Text label={labels.taskSentence} rows={1} value={typed.sentence} onChange={(next) => set({ sentence: next })} />
          <People label={labels.taskPerson} many={false} value={typed.people} onChange={(people) => set({ people })} />
          <div className="row" role="group" aria-label={labels.taskDue}>{dueChoices(now).map(([name, dueAt]) => <Button key={name} aria-pressed={typed.dueAt === dueAt} type={typed.dueAt === dueAt ? 'primary' : 'default'} onClick={() => set({ dueAt })}>{days[name]}</Button>)}</div>
          <Moment label={labels.taskDue} value={typed.dueAt} onChange={(dueAt) => set({ dueAt })} />
        </>
      )}
    </Ask>
  );
};
