import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Text } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { Ask } from './Ask.tsx';
import { api, stale, useLibraryWords } from './api.ts';
import type { Whole } from './FilePage.tsx';
import { MoveTo } from './MoveTo.tsx';
import { Rename } from './Rename.tsx';
import { Tag } from './Tag.tsx';
import { ToTrash } from './ToTrash.tsx';

type Window = 'lock' | 'break' | 'rename' | 'move' | 'tag' | 'trash';

/** Who works on the file, and what I can do with it. */
export const FileActs = ({ whole: { file, path, lock, whyNot } }: { whole: Whole }) => {
  const { labels, refusals } = useLibraryWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Window>();
  const close = () => setOpen(undefined);
  const giveBack = useAct((_: undefined, key) => api.unlock({ params: { itemId: file.id }, body: {} }, key), stale);
  const mayEdit = file.level === 'edit' || file.level === 'manage';
  const only = (name: string) => (mayEdit ? whyNot[name] : undefined);
  return (
    <section className="card stack tight" aria-label={labels.actsHere}>
      {lock && <p className="refusal">{labels.lockedSince.replace('{name}', lock.by.name)}<When at={lock.at} />{lock.note && `：${lock.note}`}</p>}
      <Acts
        words={refusals}
        acts={[
          { name: 'giveBack', label: labels.unlock, whyNot: lock?.mine ? [] : undefined, onClick: () => giveBack.run(undefined), main: true },
          { name: 'lock', label: labels.lock, whyNot: lock ? undefined : only('lock'), onClick: () => setOpen('lock') },
          { name: 'break', label: labels.breakLock, whyNot: lock && !lock.mine ? only('unlock') : undefined, onClick: () => setOpen('break') },
          { name: 'rename', label: labels.rename, whyNot: only('rename'), onClick: () => setOpen('rename') },
          { name: 'tag', label: labels.setTags, whyNot: only('rename'), onClick: () => setOpen('tag') },
          { name: 'move', label: labels.move, whyNot: only('takeOut'), onClick: () => setOpen('move') },
          { name: 'trash', label: labels.trash, whyNot: only('takeOut'), onClick: () => setOpen('trash') },
        ]}
      />
      <Link className="plain" to={`/library/${file.id}/rights` as string}>{file.level === 'manage' ? labels.share : labels.why}</Link>
      <Refusals codes={giveBack.codes} words={refusals} />
      {open === 'lock' && <Ask title={labels.lock} draft={`library.lock.${file.id}`} start={{ note: '' }} send={({ note }, key) => api.lock({ params: { itemId: file.id }, body: { note } }, key)} onClose={close} follows={labels.lockSay}>{({ note }, set) => <Text label={labels.lockNote} value={note} onChange={(next) => set({ note: next })} rows={2} />}</Ask>}
      {open === 'break' && <Ask title={labels.breakLock} draft={`library.break.${file.id}`} start={{ reason: '' }} send={({ reason }, key) => api.unlock({ params: { itemId: file.id }, body: { reason } }, key)} onClose={close} danger follows={labels.breakSay} ready={({ reason }) => reason.trim() !== ''}>{({ reason }, set) => <Text label={labels.reason} value={reason} onChange={(next) => set({ reason: next })} rows={2} />}</Ask>}
      {open === 'rename' && <Rename item={file} onClose={close} />}
      {open === 'tag' && <Tag items={[file]} onClose={close} />}
      {open === 'move' && <MoveTo items={[file]} onClose={close} />}
      {open === 'trash' && <ToTrash items={[file]} onClose={close} onDone={() => void navigate({ to: path.length ? `/library/${path.at(-1)!.id}` : '/library' })} />}
    </section>
  );
};
