import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { State } from '#ui/State.tsx';
import { Day } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { Loan, loans } from '../loans/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { Title } from './columns.tsx';
import { useLoanWords } from './loanWords.ts';
import { Tabs } from './Tabs.tsx';

type Show = 'open' | 'late' | 'all';

const hrefOf = ({ id }: Pick<Loan, 'id'>) => `/records/${id}`;

/** 借阅登记簿: one's own loans; for the archivist, everybody's. */
export const Loans = () => {
  const { labels } = useLoanWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const may = useMay()('archive.manage');
  const [show, setShow] = useState<Show>('open');
  const found = useLoans(show);
  const columns = useColumns();
  return (
    <div className="stack">
      <h1>{may ? labels.loans : labels.myLoans}</h1>
      <Tabs />
      <div className="row no-print">
        <Choices<Show> label={labels.show} value={show} onChange={setShow} options={[['open', labels.open], ['late', labels.late], ['all', labels.all]]} />
        {may && <Button href={api.loanBook.url({ query: { show } })} target="_blank">{labels.printBook}</Button>}
        {may && <Button href={api.loanBook.url({ query: { show, as: 'xlsx' } })}>{labels.exportBook}</Button>}
      </div>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.loans);
          return rows.length ? <List columns={columns} rows={rows} hrefOf={hrefOf} card={(loan) => <Card loan={loan} />} /> : <Nothing>{labels.none}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const tones = { asked: 'wait', approved: 'go', refused: 'off', out: 'go', returned: 'done', given: 'done' } as const;

export const LoanStanding = ({ loan }: { loan: Loan }) => {
  const { labels, loanStates } = useLoanWords();
  return loan.late ? <State tone="late">{labels.overdue}</State> : <State tone={tones[loan.state]}>{loanStates[loan.state]}</State>;
};

const useColumns = (): readonly Column<Loan>[] => {
  const { labels, hows } = useLoanWords();
  const { labels: archive } = useArchiveWords();
  return [
    { name: 'number', title: archive.number, cell: (loan) => <span className="number">{loan.number}</span> },
    { name: 'title', title: archive.title, grow: true, cell: (loan) => <RowLink to={hrefOf(loan)}><Title line={loan} /></RowLink> },
    { name: 'borrower', title: labels.borrower, cell: (loan) => loan.borrower.name },
    { name: 'how', title: labels.how, cell: (loan) => hows[loan.how] },
    { name: 'until', title: labels.dueOn, cell: (loan) => <Day on={loan.until} /> },
    { name: 'state', title: labels.state, cell: (loan) => <LoanStanding loan={loan} /> },
  ];
};

const Card = ({ loan }: { loan: Loan }) => {
  const { hows } = useLoanWords();
  return <><div className="spread"><span className="number quiet">{loan.number}</span><LoanStanding loan={loan} /></div><RowLink to={hrefOf(loan)}><Title line={loan} /></RowLink><div className="quiet">{loan.borrower.name}　{hows[loan.how]}　<Day on={loan.until} /></div></>;
};

type Page = Answer<typeof loans.loans>;

const useLoans = (show: Show) =>
  useInfiniteQuery({
    queryKey: ['archive', 'loans', show],
    queryFn: ({ pageParam }) => api.loans({ query: { show, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
