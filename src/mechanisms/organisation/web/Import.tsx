import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { organisation } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

type Lines = Answer<typeof organisation.previewImport>['lines'];
type Imported = Answer<typeof organisation.importPeople>;

/** People from a table: the form, every row's fault, and then all or none. */
export const Import = ({ onClose }: { onClose: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const chooser = useRef<HTMLInputElement>(null);
  const [lines, setLines] = useState<Lines>();
  const [done, setDone] = useState<Imported>();
  const preview = useAct((file: File) => api.previewImport({ body: file as never }), [], (answer) => setLines(answer.lines));
  const take = useAct((all: Lines) => api.importPeople({ body: { lines: all.map(({ row: _, faults: __, notes: ___, ...line }) => line) } }), ['organisation'], setDone);
  const faulty = lines?.filter(({ faults }) => faults.length).length ?? 0;
  const isReady = lines !== undefined && lines.length > 0 && faulty === 0;
  const choose = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    setLines(undefined);
    if (file) preview.run(file);
    // The same file, corrected, can be chosen again.
    input.value = '';
  };
  return (
    <Modal open title={labels.import} onCancel={onClose} width={860} okText={done ? labels.done : labels.importNow} cancelText={labels.cancel} okButtonProps={{ disabled: !isReady }} confirmLoading={take.busy} onOk={() => (done ? onClose() : take.run(lines!))}>
      <div className="stack">
        {!done && <p className="quiet">{labels.importSay}</p>}
        {!done && <div className="row"><a className="plain" href={api.importForm.url({})}>{labels.importForm}</a><Button onClick={() => chooser.current?.click()} loading={preview.busy}>{labels.importChoose}</Button></div>}
        <input ref={chooser} type="file" hidden accept=".xlsx" aria-label={labels.importChoose} onChange={({ target }) => choose(target)} />
        <Refusals codes={[...preview.codes, ...take.codes]} words={refusals} />
        {lines && !done && <p role="status" className={faulty ? 'late' : undefined}>{(faulty ? labels.withFaults : labels.allFine).replace('{n}', String(faulty || lines.length))}</p>}
        {lines && !done && <Checked lines={lines} />}
        {done && <Passwords done={done} />}
      </div>
    </Modal>
  );
};

const Checked = ({ lines }: { lines: Lines }) => {
  const { labels, refusals } = useWords({ zh, en });
  const heads = [labels.row, labels.name, labels.username, labels.department, labels.role, labels.faults];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard
    <div className="wide" tabIndex={0} role="region" aria-label={labels.importPreview} style={{ maxHeight: '50vh' }}>
      <table className="book shown">
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {[...lines].sort((a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0) || Number(b.notes.length > 0) - Number(a.notes.length > 0)).map((line) => (
            <tr key={line.row}>
              <td>{line.row}</td><td>{line.name}</td><td>{line.username}</td><td>{line.department}</td><td>{line.role}</td>
              <td className={line.faults.length ? 'late' : 'quiet'}>{line.faults.map((code) => (refusals as Record<string, string>)[code] ?? code).join('；') || labels.ok}{line.notes.map((code) => <span key={code} className="soon">　{(refusals as Record<string, string>)[code]}</span>)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Passwords = ({ done }: { done: Imported }) => {
  const { labels } = useWords({ zh, en });
  const table = `\uFEFF${labels.username},${labels.oneTime}\r\n${done.oneTime.map(({ username, password }) => `${username},${password}`).join('\r\n')}\r\n`;
  const save = () => {
    const href = URL.createObjectURL(new Blob([table], { type: 'text/csv' }));
    Object.assign(document.createElement('a'), { href, download: `${labels.oneTime}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  };
  return (
    <div className="secret stack tight" role="status">
      <p>{labels.imported}{done.postsAsked > 0 && `　${labels.postsAsked.replace('{n}', String(done.postsAsked))}`}</p>
      <div><Button type="primary" onClick={save}>{labels.savePasswords}</Button></div>
      <pre tabIndex={0} style={{ maxHeight: '40vh' }}>{done.oneTime.map(({ username, password }) => `${username}　${password}`).join('\n')}</pre>
    </div>
  );
};
