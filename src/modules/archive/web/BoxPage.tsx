import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Acts } from '#ui/Acts.tsx';
import { Line, Text } from '#ui/fields.tsx';
import { List } from '#ui/List.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Day, When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { boxes } from '../boxes/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { millimetres } from './Boxes.tsx';
import { Card, hrefOf, useColumns } from './columns.tsx';

type Box = Answer<typeof boxes.oneBox>;

/** One box: what is in it, its papers, its 备考表. */
export const BoxPage = () => {
  const { boxId } = useParams({ strict: false }) as { boxId: string };
  const asked = useQuery(api.oneBox.asQuery({ params: { boxId } }));
  return <Loaded asked={asked}>{(box) => <Whole box={box} />}</Loaded>;
};

const Whole = ({ box }: { box: Box }) => {
  const { labels, retentions } = useArchiveWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const columns = useColumns().filter(({ name }) => name !== 'box');
  const paper = (which: 'catalogue' | 'note' | 'spine', label: string) => <a href={api.boxPaper.url({ params: { boxId: box.id }, query: { which } })} target="_blank" rel="noreferrer">{label}</a>;
  const hidden = box.items - box.lines.length;
  return (
    <div className="stack">
      <p className="no-print"><Link to={'/archive/boxes' as string}>{labels.boxes}</Link></p>
      <div className="spread">
        <h1>{box.year}　{retentions[box.retention]}　{box.department.name}　{labels.boxNo.replace('{n}', String(box.seq))}</h1>
        <div className="no-print"><Menu label={ui.labels.printExport}>{paper('catalogue', labels.boxCatalogue)}{paper('note', labels.boxNote)}{paper('spine', labels.spineLabel)}</Menu></div>
      </div>
      <p className="quiet">{labels.boxSum.replace('{from}', String(box.from)).replace('{to}', String(box.to)).replace('{items}', String(box.items)).replace('{mm}', millimetres(box.thickness)).replace('{spine}', String(box.spine))}　{box.madeBy.name}　<When at={box.madeAt} /></p>
      <List columns={columns} rows={box.lines} hrefOf={hrefOf} card={(line) => <Card line={line} />} />
      {hidden > 0 && <p className="quiet">{labels.hidden.replace('{n}', String(hidden))}</p>}
      <Note box={box} />
    </div>
  );
};

const Note = ({ box }: { box: Box }) => {
  const { labels, refusals } = useArchiveWords();
  const [asks, setAsks] = useState<'note' | 'apart'>();
  const start = { remark: box.remark, checkedBy: box.checkedBy, checkedOn: box.checkedOn };
  return (
    <section className="card stack" aria-label={labels.boxNote}>
      <h2>{labels.boxNote}</h2>
      <p>{box.remark || <span className="quiet">{labels.noRemark}</span>}</p>
      {box.checkedBy && <p className="quiet">{labels.checkedBy}：{box.checkedBy}　<Day on={box.checkedOn} /></p>}
      <div className="narrow"><Acts words={refusals} acts={[
        { name: 'noteBox', label: labels.writeNote, whyNot: box.whyNot['noteBox'], onClick: () => setAsks('note') },
        { name: 'takeApart', label: labels.takeApart, whyNot: box.whyNot['takeApart'], onClick: () => setAsks('apart') },
      ]} /></div>
      {asks === 'note' && (
        <Ask title={labels.writeNote} draft={`archive.note.${box.id}`} start={start} onClose={() => setAsks(undefined)} send={(body, key) => api.noteBox({ params: { boxId: box.id }, body }, key)}>
          {(typed, set) => (
            <>
              <Text label={labels.boxRemark} rows={3} value={typed.remark} onChange={(remark) => set({ remark })} />
              <Line label={labels.checkedBy} most={60} value={typed.checkedBy} onChange={(checkedBy) => set({ checkedBy })} />
              <Form.Item layout="vertical" label={labels.checkedOn} htmlFor="archive-checked"><DatePicker id="archive-checked" value={typed.checkedOn ? dayjs(typed.checkedOn) : null} onChange={(on) => set({ checkedOn: on?.format('YYYY-MM-DD') ?? null })} /></Form.Item>
            </>
          )}
        </Ask>
      )}
      {asks === 'apart' && (
        <Ask title={labels.takeApart} what={labels.boxNo.replace('{n}', String(box.seq))} follows={labels.takeApartThen} danger draft={`archive.apart.${box.id}`} start={{ reason: '' }} onClose={() => setAsks(undefined)} onDone={() => history.back()} ready={({ reason }) => reason.trim() !== ''} send={(body, key) => api.takeApart({ params: { boxId: box.id }, body }, key)}>
          {({ reason }, set) => <Text label={labels.why} rows={1} value={reason} onChange={(next) => set({ reason: next })} />}
        </Ask>
      )}
    </section>
  );
};
