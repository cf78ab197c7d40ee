import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { Check } from '#ui/Check.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useLibraryWords } from './api.ts';
import { type Answer, chosenIn, dropped, type Upload, useUploads } from './uploads.ts';

/** Files and whole folders by dragging or choosing; names that are taken are asked about, failures stay to be tried again. */
export const Uploads = ({ folderId }: { folderId: string }) => {
  const { labels } = useLibraryWords();
  const [over, setOver] = useState(false);
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const uploads = useUploads(folderId);
  return (
    <section
      aria-label={labels.upload}
      className="drop small"
      data-over={over}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => (event.preventDefault(), setOver(false), void dropped(event.dataTransfer.items).then(uploads.add))}
    >
      <div className="row">
        <Button onClick={() => files.current?.click()}>{labels.upload}</Button>
        <Button className="desk-only" onClick={() => folder.current?.click()}>{labels.uploadFolder}</Button>
        <span className="quiet desk-only">{labels.dragHere}</span>
      </div>
      <input ref={files} type="file" multiple hidden aria-label={labels.upload} onChange={({ target }) => (uploads.add(chosenIn(target.files)), (target.value = ''))} />
      <input ref={folder} type="file" hidden aria-label={labels.uploadFolder} {...{ webkitdirectory: '' }} onChange={({ target }) => (uploads.add(chosenIn(target.files)), (target.value = ''))} />
      {uploads.all.length > 0 && <Running uploads={uploads} />}
    </section>
  );
};

const Running = ({ uploads: { all, answer, retry, clear } }: { uploads: ReturnType<typeof useUploads> }) => {
  const { labels } = useLibraryWords();
  const done = all.filter(({ state }) => state === 'done' || state === 'skipped').length;
  const failed = all.filter(({ state }) => state === 'failed').map(({ key }) => key);
  const shown = [...all.filter(({ state }) => state === 'asks' || state === 'failed'), ...all.filter(({ state }) => state === 'sending')].slice(0, 30);
  return (
    <div className="stack tight uploads">
      <div className="spread">
        <span role="status">{labels.uploaded.replace('{n}', String(done)).replace('{all}', String(all.length))}</span>
        <span className="row">{failed.length > 1 && <Button onClick={() => retry(failed)}>{labels.retryAll}</Button>}{done > 0 && <Button onClick={clear}>{labels.clearDone}</Button>}</span>
      </div>
      {all.length > done && <Progress percent={Math.round((all.reduce((sum, { share }) => sum + share, 0) / all.length) * 100)} aria-label={labels.upload} />}
      <ul className="lines">{shown.map((one) => <li key={one.key}><One upload={one} onAnswer={(how, toAll) => answer(one, how, toAll)} onRetry={() => retry([one.key])} /></li>)}</ul>
    </div>
  );
};

const One = ({ upload: { file, path, state, share, codes }, onAnswer, onRetry }: { upload: Upload; onAnswer: (answer: Answer, toAll: boolean) => void; onRetry: () => void }) => {
  const { labels, refusals } = useLibraryWords();
  const [toAll, setToAll] = useState(false);
  const name = [...path, file.name].join(' / ');
  if (state === 'sending') return <span className="spread"><span className="wrap">{name}</span><span className="number quiet">{Math.round(share * 100)}%</span></span>;
  if (state === 'failed') return <div className="stack tight"><span className="spread"><span className="wrap">{name}</span><Button onClick={onRetry}>{labels.retry}</Button></span><Refusals codes={codes} words={refusals} /></div>;
  return (
    <div className="stack tight" role="group" aria-label={name}>
      <span className="wrap"><strong>{name}</strong>　{labels.nameTaken}</span>
      <span className="row">
        <Button type="primary" onClick={() => onAnswer('version', toAll)}>{labels.asVersion}</Button>
        <Button onClick={() => onAnswer('both', toAll)}>{labels.keepBoth}</Button>
        <Button onClick={() => onAnswer('skip', toAll)}>{labels.skip}</Button>
        <Check checked={toAll} onChange={setToAll}>{labels.forAll}</Check>
      </span>
    </div>
  );
};
