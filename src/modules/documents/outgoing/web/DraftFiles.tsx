import { Button, Input } from 'antd';
import { useId } from 'react';
import type { Attached } from '#mechanisms/files/contract.ts';
import { Files } from '#mechanisms/files/web/Files.tsx';
import { FileView } from '#mechanisms/files/web/FileView.tsx';
import { useOutgoingWords } from './api.ts';
import { BodyEditor } from '#ui/BodyEditor.tsx';
import { nameOf, type Typed } from './typed.ts';

interface Props {
  typed: Typed;
  set: (next: Partial<Typed>) => void;
  /** Files that hang on the record already. */
  there: readonly Attached[];
  onDetach?: (fileId: string) => void;
}

const word = '.docx,.doc,.wps';

/** The body as it is written here, or an uploaded document in its place. */
export const DraftBody = ({ typed, set, there }: Props) => {
  const { labels } = useOutgoingWords();
  const file = [...typed.files, ...there].find(({ id }) => id === typed.bodyFile);
  if (typed.bodyFile)
    return (
      <section className="stack tight" aria-label={labels.body}>
        <div className="spread"><strong>{labels.bodyIsFile}</strong><Button onClick={() => set({ bodyFile: null })}>{labels.writeHere}</Button></div>
        {file && <FileView file={file} />}
      </section>
    );
  return (
    <>
      <BodyEditor value={typed.body} onChange={(body) => set({ body })} />
      <details className="fold">
        <summary>{labels.uploadInstead}</summary>
        <Files label={labels.uploadDraft} accept={word} value={[]} onChange={([picked]) => picked && set({ files: [...typed.files, { ...picked, role: 'draft' }], bodyFile: picked.id, body: '' })} />
      </details>
    </>
  );
};

/** The attachments and the note that lists them: a file that comes brings its name with it. */
export const DraftAttachments = ({ typed, set, there, onDetach }: Props) => {
  const { labels } = useOutgoingWords();
  const mine = typed.files.filter(({ role }) => role === 'attachment');
  const hanging = there.filter(({ role }) => role === 'attachment');
  const add = (files: typeof mine) => {
    const come = files.find(({ id }) => !mine.some((one) => one.id === id));
    set({ files: [...typed.files.filter(({ role }) => role === 'draft'), ...files], ...(come && { attachments: [...typed.attachments, nameOf(come.name)] }) });
  };
  return (
    <fieldset>
      <legend>{labels.attachments}</legend>
      <ol className="lines">{typed.attachments.map((name, i) => <AttachmentName key={i} place={i + 1} value={name} onChange={(next) => set({ attachments: typed.attachments.map((one, at) => (at === i ? next : one)) })} onRemove={() => set({ attachments: typed.attachments.filter((_, at) => at !== i) })} />)}</ol>
      <div className="row"><Button onClick={() => set({ attachments: [...typed.attachments, ''] })}>{labels.addAttachment}</Button></div>
      {hanging.length > 0 && <ul className="lines" aria-label={labels.attached}>{hanging.map((file) => <li key={file.id} className="spread"><span>{file.name}</span>{onDetach && <Button aria-label={`${labels.takeOut} ${file.name}`} onClick={() => onDetach(file.id)}>{labels.takeOut}</Button>}</li>)}</ul>}
      <Files label={labels.uploadAttachments} value={mine} onChange={(files) => add(files.map((file) => ({ ...file, role: 'attachment' })))} />
    </fieldset>
  );
};

const AttachmentName = ({ place, value, onChange, onRemove }: { place: number; value: string; onChange: (value: string) => void; onRemove: () => void }) => {
  const { labels } = useOutgoingWords();
  const id = useId();
  return (
    <li className="attachment-name">
      <label htmlFor={id}>{labels.attachmentNo.replace('{n}', String(place))}</label>
      <Input id={id} value={value} maxLength={200} onChange={(event) => onChange(event.target.value)} />
      <Button aria-label={`${labels.takeOut} ${value || place}`} onClick={onRemove}>×</Button>
    </li>
  );
};
