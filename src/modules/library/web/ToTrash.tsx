import type { Item } from '../nouns.ts';
import { Ask } from './Ask.tsx';
import { api, useLibraryWords } from './api.ts';

interface Props {
  items: readonly Pick<Item, 'id' | 'name' | 'isFolder'>[];
  onClose: () => void;
  onDone?: () => void;
}

/** It can be taken back, and the window says for how long. */
export const ToTrash = ({ items, onClose, onDone }: Props) => {
  const { labels } = useLibraryWords();
  const what = items.slice(0, 5).map(({ name }) => name).join('、') + (items.length > 5 ? labels.andMore.replace('{n}', String(items.length)) : '');
  return <Ask title={labels.trash} draft={`library.trash.${items[0]?.id}`} start={{}} send={(_, key) => api.trash({ body: { ids: items.map(({ id }) => id) } }, key)} onClose={onClose} {...(onDone && { onDone })} what={what} follows={items.some(({ isFolder }) => isFolder) ? labels.trashFolderSay : labels.trashSay}>{() => null}</Ask>;
};
