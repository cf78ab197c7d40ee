import { Alert, Button, Modal } from 'antd';
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

/** People from a table: the form, every row's fault, and then all or none. */
export const Import = ({ onClose }: { onClose: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const chooser = useRef<HTMLInputElement>(null);
  const [lines, setLines] = useState<Lines>();
  const [done, setDone] = useState<Answer<typeof organisation.importPeople>>();
  const preview = useAct((file: File) => api.previewImport({ body: file as never }), [], (answer) => setLines(answer.lines));
  const take = useAct((all: Lines) => api.importPeople({ body: { lines: all.map(({ row: _, faults: __, ...line }) => line) } }), ['organisation'], setDone);
  const right = lines?.length && lines.every(({ faults }) => !faults.length);
  return (
    <Modal open title={labels.import} onCancel={onClose} width={820} okText={done ? labels.save : labels.importNow} cancelText={labels.cancel} okButtonProps={{ disabled: !right }} confirmLoading={take.busy} onOk={() => (done ? onClose() : take.run(lines!))}>
      <div className="stack">
        <div className="row"><a href={api.importForm.url({})}>{labels.importForm}</a><Button onClick={() => chooser.current?.click()} loading={preview.busy}>{labels.importChoose}</Button></div>
        <input ref={chooser} type="file" hidden accept=".xlsx" aria-label={labels.importChoose} onChange={(event) => event.target.files?.[0] && preview.run(event.target.files[0])} />
        <Refusals codes={[...preview.codes, ...take.codes]} words={refusals} />
        {lines && !done && (
          <div className="wide" style={{ maxHeight: '50vh', overflow: 'auto' }}>
            <table className="book" style={{ display: 'table' }}>
              <thead><tr>{[labels.row, labels.name, labels.username, labels.department, labels.role, labels.faults].map((head) => <th key={head} scope="col" style={{ top: 0 }}>{head}</th>)}</tr></thead>
              <tbody>{lines.map((line) => <tr key={line.row}><td>{line.row}</td><td>{line.name}</td><td>{line.username}</td><td>{line.department}</td><td>{line.role}</td><td className={line.faults.length ? 'late' : 'quiet'}>{line.faults.map((code) => (refusals as Record<string, string>)[code]).join('；') || labels.ok}</td></tr>)}</tbody>
            </table>
          </div>
        )}
        {done && <Alert type="success" title={labels.imported} description={<pre style={{ maxHeight: '40vh', overflow: 'auto' }}>{done.oneTime.map(({ username, password }) => `${username}\t${password}`).join('\n')}</pre>} />}
      </div>
    </Modal>
  );
};
