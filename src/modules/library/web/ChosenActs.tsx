import { Button } from 'antd';
import { useState } from 'react';
import type { Item } from '../nouns.ts';
import { api, useLibraryWords } from './api.ts';
import { MoveTo } from './MoveTo.tsx';
import { Tag } from './Tag.tsx';
import { ToTrash } from './ToTrash.tsx';

const most = 100;

/** What can be done with several together. */
export const ChosenActs = ({ items, all, onChoose }: { items: readonly Item[]; all: readonly Item[]; onChoose: (ids: readonly string[]) => void }) => {
  const { labels } = useLibraryWords();
  const [act, setAct] = useState<'move' | 'tag' | 'trash'>();
  if (!items.length) return null;
  const ids = items.map(({ id }) => id);
  const mayEdit = items.every(({ level }) => level === 'edit' || level === 'manage');
  const close = () => setAct(undefined);
  const done = () => onChoose([]);
  return (
    <div className="row chosen" role="region" aria-label={labels.chosen.replace('{n}', String(items.length))}>
      <strong className="number">{labels.chosen.replace('{n}', String(items.length))}</strong>
      {items.length < Math.min(all.length, most) && <Button onClick={() => onChoose(all.slice(0, most).map(({ id }) => id))}>{labels.chooseAll}</Button>}
      <Button onClick={() => onChoose([])}>{labels.chooseNone}</Button>
      <a className="plain" href={api.archive.url({ query: { ids: ids.join(',') } })} download>{labels.archive}</a>
      {mayEdit && <Button onClick={() => setAct('move')}>{labels.move}</Button>}
      {mayEdit && <Button onClick={() => setAct('tag')}>{labels.setTags}</Button>}
      {mayEdit && <Button onClick={() => setAct('trash')}>{labels.trash}</Button>}
      {act === 'move' && <MoveTo items={items} onClose={close} onDone={done} />}
      {act === 'tag' && <Tag items={items} onClose={close} />}
      {act === 'trash' && <ToTrash items={items} onClose={close} onDone={done} />}
    </div>
  );
};
