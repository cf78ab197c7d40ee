import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Select } from 'antd';
import { useId, useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { Answer } from '#platform/contract.ts';
import { Check } from '#ui/Check.tsx';
import { Text } from '#ui/fields.tsx';
import { type Column, List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { numbers } from '../numbers/contract.ts';
import { api, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Books } from './Books.tsx';
import { SeriesList } from './SeriesList.tsx';

type Page = Answer<typeof numbers.report>;
type Line = Page['numbers'][number];

/** 文号台账: every number of a series and year, what became of it, and none that is missing in silence. */
export const Numbers = () => {
  const { labels } = useOutgoingWords();
  const asked = useQuery(api.series.asQuery({}));
  return (
    <div className="stack">
      <h1>{labels.numbers}</h1>
      <Books />
      <Loaded asked={asked}>{({ series }) => <>{series.length ? <OfSeries words={series.map(({ word }) => word)} /> : <Nothing>{labels.noSeries}</Nothing>}<SeriesList series={series} /></>}</Loaded>
    </div>
  );
};

const OfSeries = ({ words }: { words: readonly string[] }) => {
  const { labels } = useOutgoingWords();
  const thisYear = Number(wall(useNow()).slice(0, 4));
  const [series, setSeries] = useState(words[0]!);
  const [year, setYear] = useState(thisYear);
  const [gaps, setGaps] = useState(false);
  const [reserves, setReserves] = useState(false);
  const may = useMay();
  return (
    <>
      <div className="row">
        <Chosen label={labels.series} value={series} onChange={setSeries} options={words.map((word) => ({ value: word, label: word }))} />
        <Chosen label={labels.year} value={year} onChange={setYear} options={Array.from({ length: 10 }, (_, i) => ({ value: thisYear - i, label: String(thisYear - i) }))} />
        <Check checked={gaps} onChange={setGaps}>{labels.onlyGaps}</Check>
        {may('outgoing.check') && <Button onClick={() => setReserves(true)}>{labels.reserve}</Button>}
      </div>
      <Report series={series} year={year} gaps={gaps} />
      {reserves && <Reserve series={series} onClose={() => setReserves(false)} />}
    </>
  );
};

const Chosen = <V extends string | number>({ label, value, onChange, options }: { label: string; value: V; onChange: (value: V) => void; options: { value: V; label: string }[] }) => {
  const id = useId();
  return <Form.Item layout="horizontal" label={label} htmlFor={id} style={{ marginBottom: 0 }}><Select<V> id={id} value={value} onChange={onChange} options={options} style={{ minWidth: 120 }} /></Form.Item>;
};

const Report = ({ series, year, gaps }: { series: string; year: number; gaps: boolean }) => {
  const { labels } = useOutgoingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const found = useInfiniteQuery({
    queryKey: ['outgoing', 'report', series, year, gaps],
    queryFn: ({ pageParam }) => api.report({ query: { series, year, only: gaps ? 'gaps' : 'all', after: pageParam } as never }),
    initialPageParam: 0,
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  return (
    <Loaded asked={found}>
      {({ pages }) => {
        const lines = pages.flatMap((page) => page.numbers);
        return (
          <>
            <Summary last={pages[0]!.last} lines={lines} whole={!found.hasNextPage} gaps={gaps} />
            {lines.length ? <Lines lines={lines} /> : <Nothing>{pages[0]!.last ? labels.noGaps : labels.noNumbers}</Nothing>}
            {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
          </>
        );
      }}
    </Loaded>
  );
};

/** 断号报告 in one line. */
const Summary = ({ last, lines, whole, gaps }: { last: number; lines: readonly Line[]; whole: boolean; gaps: boolean }) => {
  const { labels } = useOutgoingWords();
  if (!last || !whole) return null;
  const count = (state: Line['state']) => lines.filter((line) => line.state === state).length;
  const missing = count('missing');
  const taken = gaps ? last - lines.length : count('taken');
  return <p role="status" className={missing ? 'late' : 'quiet'}>{labels.numberSummary.replace('{last}', String(last)).replace('{taken}', String(taken)).replace('{reserved}', String(count('reserved'))).replace('{void}', String(count('void')))}{missing ? labels.missing.replace('{n}', String(missing)) : labels.noneMissing}</p>;
};

const Lines = ({ lines }: { lines: readonly Line[] }) => {
  const { labels, numberStates } = useOutgoingWords();
  const rows = lines.map((line) => ({ ...line, id: line.number }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    { name: 'number', title: labels.number, cell: (row) => <span className="number">{row.number}</span> },
    { name: 'state', title: labels.state, cell: (row) => <span className={row.state === 'missing' ? 'late number' : 'number'}>{numberStates[row.state]}</span> },
    { name: 'title', title: labels.title, grow: true, cell: (row) => <Used row={row} /> },
    { name: 'why', title: labels.why, least: '8em', cell: (row) => row.why },
    { name: 'at', title: labels.when, cell: (row) => row.at && <><When at={row.at} />　{row.by?.name}</> },
    { name: 'acts', title: labels.acts, cell: (row) => <VoidIt line={row} /> },
  ];
  return <List columns={columns} rows={rows} card={(row) => <><div className="spread"><span className="number">{row.number}</span><span className={row.state === 'missing' ? 'late' : 'quiet'}>{numberStates[row.state]}</span></div><div><Used row={row} />{row.why && <span className="quiet">{row.why}</span>}</div><VoidIt line={row} /></>} />;
};

const Used = ({ row: { document } }: { row: Line }) => document && <Link to={`/records/${document.id}`}>{document.title}</Link>;

const VoidIt = ({ line }: { line: Line }) => {
  const { labels, verbs } = useOutgoingWords();
  const [asks, setAsks] = useState(false);
  const { number, series, year, seq } = line;
  if (line.whyNot['voidNumber']?.length !== 0) return null;
  return (
    <>
      <Button size="small" aria-label={`${verbs.voidNumber} ${number}`} onClick={() => setAsks(true)}>{verbs.voidNumber}</Button>
      {asks && (
        <Ask title={verbs.voidNumber} what={number} follows={labels.voidThen} draft={`void.${number}`} start={{ why: '' }} onClose={() => setAsks(false)} ready={({ why }) => why.trim() !== ''} send={({ why }, key) => api.voidNumber({ body: { series, year, seq, why } }, key)}>
          {(typed, set) => <Text label={labels.why} rows={2} value={typed.why} onChange={(why) => set({ why })} />}
        </Ask>
      )}
    </>
  );
};

const Reserve = ({ series, onClose }: { series: string; onClose: () => void }) => {
  const { labels } = useOutgoingWords();
  return (
    <Ask title={labels.reserve} what={series} follows={labels.reserveThen} draft={`reserve.${series}`} start={{ why: '' }} onClose={onClose} ready={({ why }) => why.trim() !== ''} send={({ why }, key) => api.reserve({ body: { series, why } }, key)}>
      {(typed, set) => <Text label={labels.keptForWhat} rows={1} value={typed.why} onChange={(why) => set({ why })} />}
    </Ask>
  );
};
