import { Form, Select } from 'antd';
import { useId } from 'react';
import type { Item } from '../nouns.ts';
import { Ask } from './Ask.tsx';
import { api, useLibraryWords } from './api.ts';

/** Tags of one, or those that several get or lose together. */
export const Tag = ({ items, onClose }: { items: readonly Pick<Item, 'id' | 'tags'>[]; onClose: () => void }) => {
  const { labels } = useLibraryWords();
  const id = useId();
  const held = [...new Set(items.flatMap(({ tags }) => tags))];
  const shared = held.filter((tag) => items.every(({ tags }) => tags.includes(tag)));
  const send = ({ tags }: { tags: string[] }, key: string) => api.tag({ body: { ids: items.map((item) => item.id), add: tags.filter((tag) => !shared.includes(tag)), remove: shared.filter((tag) => !tags.includes(tag)) } }, key);
  return (
    <Ask title={labels.setTags} draft={`library.tags.${items.map((item) => item.id).join('.').slice(0, 80)}`} start={{ tags: shared }} send={send} onClose={onClose}>
      {({ tags }, set) => (
        <Form.Item layout="vertical" label={labels.tags} htmlFor={id} extra={labels.tagsHint}>
          <Select id={id} mode="tags" value={tags} onChange={(next: string[]) => set({ tags: next.map((tag) => tag.trim().slice(0, 40)).filter(Boolean) })} options={held.map((tag) => ({ value: tag, label: tag }))} tokenSeparators={['，', ',', '、']} />
        </Form.Item>
      )}
    </Ask>
  );
};
