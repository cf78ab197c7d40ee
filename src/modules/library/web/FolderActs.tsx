import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Line } from '#ui/fields.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Ask } from './Ask.tsx';
import { api, stale, useLibraryWords } from './api.ts';
import type { FolderAnswer } from './FolderPage.tsx';
import { MoveTo } from './MoveTo.tsx';
import { Rename } from './Rename.tsx';
import { ToTrash } from './ToTrash.tsx';

/** What can be done with the folder itself. */
export const FolderActs = ({ answer: { folder, path, whyNot } }: { answer: FolderAnswer }) => {
  const { labels } = useLibraryWords();
  const navigate = useNavigate();
  const [act, setAct] = useState<'folder' | 'rename' | 'move' | 'trash'>();
  const close = () => setAct(undefined);
  const up = () => void navigate({ to: path.length ? `/library/${path.at(-1)!.id}` : '/library' });
  const mayPut = whyNot['put']?.length === 0;
  const mayRename = folder.space === null ? mayPut : folder.space === 'project' && folder.level === 'manage';
  const mayTakeOut = whyNot['takeOut']?.length === 0;
  return (
    <span className="row no-print folder-acts">
      {mayPut && <Button onClick={() => setAct('folder')}>{labels.newFolder}</Button>}
      <Link className="plain" to={`/library/${folder.id}/rights` as string}>{folder.level === 'manage' ? labels.share : labels.why}</Link>
      <Menu label={labels.moreActs}>
        <Follow folderId={folder.id} />
        {mayRename && <button type="button" data-closes onClick={() => setAct('rename')}>{labels.rename}</button>}
        {mayTakeOut && <button type="button" data-closes onClick={() => setAct('move')}>{labels.move}</button>}
        {mayTakeOut && <button type="button" data-closes onClick={() => setAct('trash')}>{labels.trash}</button>}
        <a href={api.archive.url({ query: { ids: folder.id } })} download>{labels.archive}</a>
      </Menu>
      {act === 'folder' && <Ask title={labels.newFolder} draft={`library.folder.${folder.id}`} start={{ name: '' }} send={({ name }, key) => api.makeFolder({ params: { itemId: folder.id }, body: { name } }, key)} onClose={close} ready={({ name }) => name.trim() !== ''}>{({ name }, set) => <Line label={labels.folderName} value={name} onChange={(next) => set({ name: next })} />}</Ask>}
      {act === 'rename' && <Rename item={folder} onClose={close} />}
      {act === 'move' && <MoveTo items={[folder]} onClose={close} />}
      {act === 'trash' && <ToTrash items={[folder]} onClose={close} onDone={up} />}
    </span>
  );
};

const Follow = ({ folderId }: { folderId: string }) => {
  const { labels } = useLibraryWords();
  const { data } = useQuery(api.following.asQuery({ params: { itemId: folderId } }));
  const follow = useAct((follows: boolean, key) => api.follow({ params: { itemId: folderId }, body: { follows } }, key), stale);
  return <button type="button" data-closes disabled={!data || follow.busy} onClick={() => follow.run(!data?.follows)}>{data?.follows ? labels.unfollow : labels.follow}</button>;
};
