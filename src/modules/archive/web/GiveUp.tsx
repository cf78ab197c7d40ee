import { Text } from '#ui/fields.tsx';
import { api } from './api.ts';
import { Ask } from './Ask.tsx';
import type { WholeList } from './DestructionPage.tsx';
import { useDestructionWords } from './destructionWords.ts';

/** 放弃销毁, with the reason. */
export const GiveUp = ({ list, onClose }: { list: WholeList; onClose: () => void }) => {
  const { labels } = useDestructionWords();
  return (
    <Ask title={labels.giveUp} what={`${labels.lists} ${list.number}`} follows={labels.giveUpThen} draft={`archive.giveUp.${list.id}`} start={{ reason: '' }} onClose={onClose} ready={({ reason }) => reason.trim() !== ''} send={({ reason }, key) => api.giveUpList({ params: { listId: list.id }, body: { reason } }, key)}>
      {({ reason }, set) => <Text label={labels.giveUpWhy} rows={2} value={reason} onChange={(next) => set({ reason: next })} />}
    </Ask>
  );
};
