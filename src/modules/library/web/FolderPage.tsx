import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { FilePicker } from '#ui/FilePicker.tsx';
import { Line } from '#ui/fields.tsx';
import { useKept } from '#ui/kept.ts';
import { type Column, List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { useQueryClient } from '@tanstack/react-query';
import type { items as contract } from '../items/contract.ts';
import type { Item } from '../nouns.ts';
import { Ask } from './Ask.tsx';
import { api, hrefOf, useLibraryWords } from './api.ts';
import { Crumbs } from './Crumbs.tsx';
import { ItemName, sizeText } from './shown.tsx';
import './library.css';

type Page = Answer<typeof contract.folder>;
type Sort = 'name' | 'changed' | 'size';

/** One folder: where it lies, what is in it, and what I can do here. */
export const FolderPage = () => {
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  const [order, setOrder] = useKept<{ sort: Sort; down: boolean }>('library.order', { sort: 'name', down: false });
  const asked = useInfiniteQuery({
    queryKey: ['library', 'folder', itemId, order],
    queryFn: ({ pageParam }) => api.folder({ params: { itemId }, query: { sort: order.sort, ...(order.down && { down: 'true' }), ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  const { labels } = useLibraryWords();
  return (
    <Loaded asked={asked}>
      {({ pages }) => {
        const [{ folder, path, whyNot }] = pages as [Page];
        const items = pages.flatMap((page) => page.items);
        const mayPut = whyNot['put']?.length === 0;
        return (
          <div className="stack" key={itemId}>
            <div className="stack tight">
              <Crumbs path={path} />
              <div className="spread"><h1>{folder.name}</h1>{mayPut && <NewFolder folderId={folder.id} />}</div>
            </div>
            {mayPut && <Upload folderId={folder.id} />}
            <div className="row no-print">
              <Choices label={labels.sortBy} value={order.sort} onChange={(sort) => setOrder({ ...order, sort })} options={[['name', labels.byName], ['changed', labels.byChanged], ['size', labels.bySize]]} />
              <button type="button" className="plain" onClick={() => setOrder({ ...order, down: !order.down })}>{order.down ? labels.down : labels.up}</button>
            </div>
            {items.length ? <Items items={items} /> : <Nothing>{mayPut ? labels.emptyFolder : labels.emptyForReading}</Nothing>}
            {asked.hasNextPage && <div><Button onClick={() => asked.fetchNextPage()} loading={asked.isFetchingNextPage}>{labels.more}</Button></div>}
          </div>
        );
      }}
    </Loaded>
  );
};

const Items = ({ items }: { items: readonly Item[] }) => {
  const { labels, states } = useLibraryWords();
  const columns: Column<Item>[] = [
    { name: 'name', title: labels.name, grow: true, cell: (item) => <ItemName item={item} /> },
    { name: 'size', title: labels.size, cell: (item) => <span className="number">{item.isFolder ? '' : sizeText(item.size)}</span> },
    { name: 'version', title: labels.version, cell: (item) => item.version && item.version > 1 ? labels.versionNo.replace('{n}', String(item.version)) : '' },
    { name: 'changed', title: labels.changed, least: '9em', cell: (item) => <>{item.changedBy?.name}　<When at={item.changedAt} /></> },
    { name: 'mayDo', title: labels.mayDo, cell: (item) => <span className="number">{states[item.level]}</span> },
  ];
  return <List columns={columns} rows={items} hrefOf={hrefOf} card={(item) => <><ItemName item={item} /><br /><small className="quiet">{!item.isFolder && <>{sizeText(item.size)}　</>}{item.changedBy?.name}　<When at={item.changedAt} />　{states[item.level]}</small></>} />;
};

const NewFolder = ({ folderId }: { folderId: string }) => {
  const { labels } = useLibraryWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{labels.newFolder}</Button>
      {open && <Ask title={labels.newFolder} draft={`library.folder.${folderId}`} start={{ name: '' }} send={({ name }, key) => api.makeFolder({ params: { itemId: folderId }, body: { name } }, key)} onClose={() => setOpen(false)} ready={({ name }) => name.trim() !== ''}>{({ name }, set) => <Line label={labels.folderName} value={name} onChange={(next) => set({ name: next })} />}</Ask>}
    </>
  );
};

const Upload = ({ folderId }: { folderId: string }) => {
  const { labels, refusals } = useLibraryWords();
  const queries = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const sent = async (file: File, progress: (share: number) => void) => {
    const picked = await upload(file, progress);
    await api.putFile({ params: { itemId: folderId }, body: { fileId: picked.id } });
    return picked;
  };
  return (
    <div className="stack tight">
      <FilePicker label={labels.upload} upload={sent} onPicked={() => (setCodes([]), void queries.invalidateQueries({ queryKey: ['library'] }))} onFailed={setCodes} />
      <Refusals codes={codes} words={refusals} />
    </div>
  );
};
