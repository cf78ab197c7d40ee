import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useKept } from './kept.ts';
import { Menu } from './Menu.tsx';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

interface Props<V> {
  /** Whose views: the name of the list. */
  name: string;
  /** What is set now: filters and columns. */
  now: V;
  onChoose: (view: V) => void;
}

/** Filters and columns a person comes back to, under a name of their own. */
export const Views = <V,>({ name, now, onChoose }: Props<V>) => {
  const { labels } = useWords({ zh, en });
  const [views, keep] = useKept<{ title: string; view: V }[]>(`views.${name}`, []);
  const [title, setTitle] = useState<string>();
  const add = () => {
    if (!title?.trim()) return;
    keep([...views.filter((view) => view.title !== title.trim()), { title: title.trim(), view: now }]);
    setTitle(undefined);
  };
  return (
    <>
      <Menu label={labels.views}>
        {views.map((view) => (
          <div key={view.title} className="spread">
            <button type="button" data-closes onClick={() => onChoose(view.view)}>{view.title}</button>
            <button type="button" aria-label={`${labels.remove} ${view.title}`} onClick={() => keep(views.filter((other) => other !== view))}>×</button>
          </div>
        ))}
        <button type="button" data-closes onClick={() => setTitle('')}>{labels.keepView}</button>
      </Menu>
      <Modal open={title !== undefined} title={labels.keepView} onCancel={() => setTitle(undefined)} footer={<Button type="primary" disabled={!title?.trim()} onClick={add}>{labels.save}</Button>} destroyOnHidden>
        <Input aria-label={labels.viewName} placeholder={labels.viewName} maxLength={30} value={title} onChange={(event) => setTitle(event.target.value)} onPressEnter={add} autoFocus />
      </Modal>
    </>
  );
};
