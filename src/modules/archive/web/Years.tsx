import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Text } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import type { Counts, years } from '../years/contract.ts';
import { api, stale, useArchiveWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Tabs } from './Tabs.tsx';
import './archive.css';
import { useYear, Year } from './year.tsx';

type Whole = Answer<typeof years.completeness>;

/** 年度归档: the proof that nothing of a year is missing, each figure the way to its list. */
export const Years = () => {
  const { labels } = useArchiveWords();
  const [year, setYear] = useYear();
  const asked = useQuery(api.completeness.asQuery({ query: { year: year as never } }));
  return (
    <div className="stack">
      <h1>{labels.years}</h1>
      <Tabs />
      <div className="row no-print"><Year year={year} onChange={setYear} /></div>
      <Loaded asked={asked}>{(whole) => <Proof key={whole.year} whole={whole} />}</Loaded>
    </div>
  );
};

const Proof = ({ whole }: { whole: Whole }) => {
  const { labels, sources } = useArchiveWords();
  const { year, counts } = whole;
  const closed = whole.closings.some(({ reopenedAt }) => reopenedAt === null);
  const sum = labels.yearSum.replace('{finished}', String(counts.finished)).replace('{archived}', String(counts.archived)).replace('{excluded}', String(counts.excluded)).replace('{waiting}', String(counts.waiting)).replace('{open}', String(counts.open));
  return (
    <>
      <section className="card stack" aria-label={labels.years}>
        <div className="spread"><h2 className="number">{year}</h2><State tone={closed ? 'done' : counts.waiting ? 'wait' : 'go'}>{closed ? labels.closed : counts.waiting ? labels.waits : labels.complete}</State></div>
        <p role="status">{sum}</p>
        <div className="books-always">
          <table className="book">
            <thead><tr><th scope="col">{labels.source}</th><th scope="col">{labels.finished}</th><th scope="col">{labels.archived}</th><th scope="col">{labels.excluded}</th><th scope="col">{labels.toArchive}</th><th scope="col">{labels.open}</th></tr></thead>
            <tbody>
              {whole.sources.map(({ source, ...one }) => <Figures key={source} name={sources[source]} counts={one} year={year} source={source} />)}
              <Figures name={labels.sum} counts={counts} year={year} />
            </tbody>
          </table>
        </div>
        <YearActs whole={whole} />
      </section>
      <Closings whole={whole} />
    </>
  );
};

const Figures = ({ name, counts, year, source }: { name: string; counts: Counts; year: number; source?: string }) => {
  const to = (standing: string, n: number) => <Link to={'/archive/waiting' as string} search={{ year, standing, source } as never}>{n}</Link>;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{counts.finished}</td>
      <td><Link to={'/archive' as string} search={{ year, source } as never}>{counts.archived}</Link></td>
      <td>{to('excluded', counts.excluded)}</td>
      <td className={counts.waiting ? 'soon' : undefined}>{to('waiting', counts.waiting)}</td>
      <td>{to('open', counts.open)}</td>
    </tr>
  );
};

const YearActs = ({ whole: { year, whyNot, counts } }: { whole: Whole }) => {
  const { labels, refusals } = useArchiveWords();
  const [reopens, setReopens] = useState(false);
  const close = useAct((_: undefined, key) => api.closeYear({ body: { year } }, key), stale);
  const why = whyNot['closeYear'];
  if (!why) return null;
  const isOpen = whyNot['reopenYear']!.length > 0;
  return (
    <div className="row no-print">
      {isOpen && why.length === 0 && <Confirm label={labels.closeYear} what={labels.closeYearWhat.replace('{year}', String(year))} then={labels.closeYearThen.replace('{open}', String(counts.open))} danger={false} busy={close.busy} onYes={() => close.run(undefined)} />}
      {isOpen && why.length > 0 && <><Button aria-disabled="true" className="greyed">{labels.closeYear}</Button><span className="quiet">{why.map((code) => refusals[code as keyof typeof refusals]).join(' ')}</span></>}
      {!isOpen && <Button onClick={() => setReopens(true)}>{labels.reopenYear}</Button>}
      <Refusals codes={close.codes} words={refusals} />
      {reopens && (
        <Ask title={labels.reopenYear} what={String(year)} draft={`archive.reopen.${year}`} start={{ reason: '' }} onClose={() => setReopens(false)} ready={({ reason }) => reason.trim() !== ''} send={({ reason }, key) => api.reopenYear({ body: { year, reason } }, key)}>
          {({ reason }, set) => <Text label={labels.why} rows={2} value={reason} onChange={(next) => set({ reason: next })} />}
        </Ask>
      )}
    </div>
  );
};

const Closings = ({ whole: { closings } }: { whole: Whole }) => {
  const { labels } = useArchiveWords();
  if (!closings.length) return null;
  return (
    <section className="card stack" aria-label={labels.closings}>
      <h2>{labels.closings}</h2>
      <ul className="lines">
        {closings.map(({ at, by, archived, excluded, open, reopenedAt, reopenedBy, reopenedWhy }) => (
          <li key={at}>
            {labels.closedBy.replace('{who}', by.name).replace('{archived}', String(archived)).replace('{excluded}', String(excluded)).replace('{open}', String(open))}　<span className="quiet"><When at={at} /></span>
            {reopenedAt && <div>{labels.reopenedBy.replace('{who}', reopenedBy?.name ?? '').replace('{why}', reopenedWhy)}　<span className="quiet"><When at={reopenedAt} /></span></div>}
          </li>
        ))}
      </ul>
    </section>
  );
};
