import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Choices } from '#ui/Choices.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { Row } from '../boxes/contract.ts';
import { spines } from '../boxes/rules.ts';
import { api, stale, useArchiveWords } from './api.ts';
import { millimetres } from './Boxes.tsx';
import './archive.css';

/** The proposal, box by box, before it is confirmed. */
export const Boxing = ({ row: { year, retention, code, department }, onClose }: { row: Row; onClose: () => void }) => {
  const { labels, refusals, retentions } = useArchiveWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [spine, setSpine] = useState('30');
  const place = { year, retention, code };
  const asked = useQuery(api.proposeBoxes.asQuery({ query: { ...place, year: year as never, spine: spine as never } }));
  const boxes = asked.data?.boxes ?? [];
  const box = useAct((_: undefined, key) => api.box({ body: { ...place, boxes: boxes.map(({ spine: width, to }) => ({ spine: width, to })) } }, key), stale, onClose);
  return (
    <Modal open title={labels.boxing} onCancel={onClose} onOk={() => box.run(undefined)} okText={labels.confirmBoxes.replace('{n}', String(boxes.length))} cancelText={ui.labels.cancel} confirmLoading={box.busy} okButtonProps={{ disabled: !boxes.length }} width={560}>
      <div className="stack">
        <p><strong>{year}　{retentions[retention]}　{department.name}</strong></p>
        <Choices label={labels.spine} value={spine} onChange={setSpine} options={spines.map((width) => [String(width), labels.mm.replace('{n}', String(width))] as const)} />
        <Loaded asked={asked}>
          {(proposal) => (
            <div className="books-always">
              <table className="book">
                <thead><tr><th scope="col">{labels.numbers}</th><th scope="col">{labels.items}</th><th scope="col">{labels.thickness}</th><th scope="col">{labels.spine}</th></tr></thead>
                <tbody>{proposal.boxes.map(({ from, to, items, thickness, spine: width }) => <tr key={from}><td className="number">{from} — {to}</td><td>{items}</td><td>{millimetres(thickness)}</td><td>{labels.mm.replace('{n}', String(width))}</td></tr>)}</tbody>
              </table>
            </div>
          )}
        </Loaded>
        <p className="quiet">{labels.boxingHow}</p>
        <Refusals codes={box.codes} words={refusals} />
      </div>
    </Modal>
  );
};
