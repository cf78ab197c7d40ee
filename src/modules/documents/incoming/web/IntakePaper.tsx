import { Button } from 'antd';
import { type Dispatch, type SetStateAction, useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import { FileView } from '#mechanisms/files/web/FileView.tsx';
import { en as filesEn } from '#mechanisms/files/words.en.ts';
import { zh as filesZh } from '#mechanisms/files/words.zh.ts';
import { Choices } from '#ui/Choices.tsx';
import { FilePicker, type Picked } from '#ui/FilePicker.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { useIncomingWords } from './api.ts';
import type { Typed } from './intake.ts';

type Role = Typed['files'][number]['role'];

/** The paper beside the form: scanned, dragged, pasted or photographed, several at once; photos of damage with it. */
export const IntakePaper = ({ typed, set }: { typed: Typed; set: Dispatch<SetStateAction<Typed>> }) => {
  const { labels, refusals } = useIncomingWords();
  const words = useWords({ zh: filesZh, en: filesEn });
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<string>();
  const hasFirst = typed.files.some(({ role }) => role === 'original');
  const add = (file: Picked) => {
    setCodes([]);
    set((now) => ({ ...now, files: [...now.files, { ...file, role: now.files.some(({ role }) => role === 'original') ? 'attachment' : 'original' }] }));
  };
  const change = (id: string, role: Role) => set((now) => ({ ...now, files: now.files.map((file) => (file.id === id ? { ...file, role } : file)) }));
  const remove = (id: string) => set((now) => ({ ...now, files: now.files.filter((file) => file.id !== id) }));
  const file = typed.files.find(({ id }) => id === shown) ?? typed.files[0];
  return (
    <div className="card stack paper" id="paper">
      <FilePicker label={hasFirst ? labels.roleAttachment : labels.roleOriginal} upload={upload} onPicked={add} onFailed={setCodes} />
      <Refusals codes={codes} words={{ ...words.refusals, ...refusals }} />
      {typed.files.length === 0 && <p className="quiet">{labels.paperEmpty}</p>}
      {typed.files.length > 0 && (
        <ul className="lines" aria-label={labels.files}>
          {typed.files.map(({ id, name, role }) => (
            <li key={id} className="spread">
              <button type="button" className="plain bare" aria-pressed={id === file?.id} onClick={() => setShown(id)}>{name}</button>
              <span className="row">
                <Choices<Role> label={name} value={role} onChange={(next) => change(id, next)} options={[['original', labels.roleOriginal], ['attachment', labels.roleAttachment], ['damage', labels.roleDamage]]} />
                <Button aria-label={`${labels.takeOut} ${name}`} onClick={() => remove(id)}>×</Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {file && <FileView file={file} />}
    </div>
  );
};
