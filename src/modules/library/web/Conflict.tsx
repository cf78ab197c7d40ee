import { Button } from 'antd';
import { useReading } from '#mechanisms/files/web/FileView.tsx';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { api, stale, useLibraryWords } from './api.ts';
import { Texts, useVersionText } from './Compare.tsx';
import type { Whole } from './FilePage.tsx';

/** What I uploaded while somebody else saved. */
export interface Aside {
  fileId: string;
  name: string;
  comment: string;
  base: number;
}

interface Props {
  file: Whole['file'];
  aside: Aside;
  onDone: (version?: number) => void;
}

/** Somebody was quicker: both are there, I compare and choose, and nothing is lost whichever it is. */
export const Conflict = ({ file, aside, onDone }: Props) => {
  const { labels, refusals } = useLibraryWords();
  const newest = useAct((_: undefined, key) => api.addVersion({ params: { itemId: file.id }, body: { fileId: aside.fileId, base: file.version!, comment: aside.comment } }, key), stale, ({ version }) => onDone(version));
  const beside = useAct((_: undefined, key) => api.putFile({ params: { itemId: file.parentId! }, body: { fileId: aside.fileId, onConflict: 'both', comment: aside.comment } }, key), stale, () => onDone());
  return (
    <section className="stack tight refusal" aria-label={labels.meanwhile} role="alert">
      <strong>{labels.meanwhile}</strong>
      <p>{labels.meanwhileSay.replace('{who}', file.changedBy?.name ?? '').replace('{n}', String(file.version)).replace('{base}', String(aside.base))}　<When at={file.changedAt} /></p>
      <div className="row">
        <Button type="primary" loading={newest.busy} onClick={() => newest.run(undefined)}>{labels.saveMine}</Button>
        <Button loading={beside.busy} onClick={() => beside.run(undefined)}>{labels.saveBeside}</Button>
        <Button onClick={() => onDone()}>{labels.giveUpMine}</Button>
      </div>
      <Refusals codes={[...newest.codes, ...beside.codes]} words={refusals} />
      <details className="fold"><summary>{labels.compareMine}</summary><Compared file={file} fileId={aside.fileId} /></details>
    </section>
  );
};

const Compared = ({ file, fileId }: { file: Whole['file']; fileId: string }) => {
  const theirs = useVersionText(file.id, file.version!);
  const mine = useReading(fileId);
  return <Loaded asked={theirs}>{(from) => <Loaded asked={mine}>{(to) => <Texts from={from} to={to} />}</Loaded>}</Loaded>;
};
