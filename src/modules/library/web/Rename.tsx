import { Line } from '#ui/fields.tsx';
import type { Item } from '../nouns.ts';
import { Ask } from './Ask.tsx';
import { api, useLibraryWords } from './api.ts';

export const Rename = ({ item, onClose }: { item: Pick<Item, 'id' | 'name'>; onClose: () => void }) => {
  const { labels } = useLibraryWords();
  return <Ask title={labels.rename} draft={`library.rename.${item.id}`} start={{ name: item.name }} send={({ name }, key) => api.rename({ params: { itemId: item.id }, body: { name } }, key)} onClose={onClose} ready={({ name }) => name.trim() !== '' && name !== item.name}>{({ name }, set) => <Line label={labels.name} value={name} onChange={(next) => set({ name: next })} />}</Ask>;
};
