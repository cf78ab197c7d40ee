import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import type { Box, Row } from '../boxes/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { Boxing } from './Boxing.tsx';
import { Tabs } from './Tabs.tsx';
import { useYear, Year } from './year.tsx';

/** 装盒: the rows of a year, how far they are in boxes, and the boxes. */
export const Boxes = () => {
  const { labels } = useArchiveWords();
  const [year, setYear] = useYear();
  const asked = useQuery(api.rows.asQuery({ query: { year: year as never } }));
  return (
    <div className="stack">
      <h1>{labels.boxes}</h1>
      <Tabs />
      <div className="row no-print"><Year year={year} onChange={setYear} /></div>
      <Loaded asked={asked}>{({ rows }) => rows.length ? <>{rows.map((row) => <OneRow key={`${row.retention} ${row.code}`} row={row} />)}</> : <Nothing>{labels.noRows}</Nothing>}</Loaded>
    </div>
  );
};

export const millimetres = (tenths: number) => (tenths / 10).toFixed(1);

const OneRow = ({ row }: { row: Row }) => {
  const { labels, retentions } = useArchiveWords();
  const may = useMay()('archive.manage');
  const [boxing, setBoxing] = useState(false);
  const { year, retention, code } = row;
  const name = `${retentions[retention]}　${row.department.name}`;
  const asked = useQuery(api.boxes.asQuery({ query: { year: year as never, retention, code } }));
  return (
    <section className="card stack" aria-label={name}>
      <div className="spread">
        <h2>{name} <span className="quiet number">{code}</span></h2>
        <div className="row no-print">
          {row.boxes > 0 && <a href={api.spines.url({ query: { year: year as never, retention, code } })} target="_blank" rel="noreferrer">{labels.printSpines}</a>}
          {may && row.unboxed > 0 && <Button type="primary" onClick={() => setBoxing(true)}>{labels.fillBoxes}</Button>}
        </div>
      </div>
      <p className="quiet">{(row.unboxed ? labels.rowSum : labels.rowDone).replace('{items}', String(row.items)).replace('{boxes}', String(row.boxes)).replace('{unboxed}', String(row.unboxed)).replace('{mm}', millimetres(row.thickness))}</p>
      <Loaded asked={asked}>{({ boxes }) => boxes.length > 0 && <BoxList boxes={boxes} />}</Loaded>
      {boxing && <Boxing row={row} onClose={() => setBoxing(false)} />}
    </section>
  );
};

const BoxList = ({ boxes }: { boxes: readonly Box[] }) => {
  const { labels } = useArchiveWords();
  const hrefOf = ({ id }: Box) => `/archive/boxes/${id}`;
  const columns: Column<Box>[] = [
    { name: 'seq', title: labels.box, cell: (box) => <RowLink to={hrefOf(box)}>{labels.boxNo.replace('{n}', String(box.seq))}</RowLink> },
    { name: 'numbers', title: labels.numbers, grow: true, cell: ({ from, to }) => <span className="number">{String(from).padStart(4, '0')} — {String(to).padStart(4, '0')}</span> },
    { name: 'items', title: labels.items, cell: ({ items }) => items },
    { name: 'thickness', title: labels.thickness, cell: ({ thickness }) => millimetres(thickness) },
    { name: 'spine', title: labels.spine, cell: ({ spine }) => labels.mm.replace('{n}', String(spine)) },
  ];
  return <List columns={columns} rows={boxes} hrefOf={hrefOf} card={(box) => <><div className="spread"><RowLink to={hrefOf(box)}>{labels.boxNo.replace('{n}', String(box.seq))}</RowLink><span className="quiet">{labels.mm.replace('{n}', String(box.spine))}</span></div><span className="number">{box.from} — {box.to}</span></>} />;
};
