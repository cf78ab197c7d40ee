import { useState } from 'react';
import { useMe } from '#mechanisms/access/web/me.ts';
import { type Column, List } from '#ui/List.tsx';
import { When } from '#ui/When.tsx';
import type { Item } from '../nouns.ts';
import { hrefOf, useLibraryWords } from './api.ts';
import { ChosenActs } from './ChosenActs.tsx';
import { ItemName, sizeText } from './shown.tsx';

/** What lies in a folder; several can be chosen and acted on together. */
export const Items = ({ items, since }: { items: readonly Item[]; since?: string | undefined }) => {
  const { labels, states } = useLibraryWords();
  const me = useMe();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const isNew = ({ changedAt, changedBy, isFolder }: Item) => since !== undefined && !isFolder && changedAt > since && changedBy?.id !== me?.id;
  const turn = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const box = (item: Item) => <label className="tick"><input type="checkbox" checked={chosen.has(item.id)} onChange={() => turn(item.id)} aria-label={labels.choose.replace('{name}', item.name)} /></label>;
  const columns: Column<Item>[] = [
    { name: 'chosen', title: labels.chooseShort, cell: box },
    { name: 'name', title: labels.name, grow: true, cell: (item) => <ItemName item={item} isNew={isNew(item)} /> },
    { name: 'size', title: labels.size, cell: (item) => <span className="number">{item.isFolder ? '' : sizeText(item.size)}</span> },
    { name: 'version', title: labels.version, cell: (item) => <span className="number">{item.version && item.version > 1 ? labels.versionNo.replace('{n}', String(item.version)) : ''}</span> },
    { name: 'changed', title: labels.changed, least: '9em', cell: (item) => <>{item.changedBy?.name}　<When at={item.changedAt} /></> },
    { name: 'mayDo', title: labels.mayDo, cell: (item) => <span className="number">{states[item.level]}</span> },
  ];
  const card = (item: Item) => (
    <div className="item-card">
      {box(item)}
      <div><ItemName item={item} isNew={isNew(item)} /><br /><small className="quiet">{!item.isFolder && <>{sizeText(item.size)}　</>}{item.changedBy?.name}　<When at={item.changedAt} />　{states[item.level]}</small></div>
    </div>
  );
  return (
    <>
      <ChosenActs items={items.filter(({ id }) => chosen.has(id))} all={items} onChoose={(ids) => setChosen(new Set(ids))} />
      <List columns={columns} rows={items} hrefOf={(item) => (item.isFolder || item.level !== 'see' ? hrefOf(item) : `/library/${item.id}/rights`)} card={card} />
    </>
  );
};
