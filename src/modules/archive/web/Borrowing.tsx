import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { OneOf, OnDay, Text } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Day } from '#ui/When.tsx';
import { type How, hows } from '../loans/nouns.ts';
import type { Item } from '../nouns.ts';
import { api } from './api.ts';
import { Ask } from './Ask.tsx';
import { LoanStanding } from './Loans.tsx';
import { useLoanWords } from './loanWords.ts';

/** On the page of an item: who has it, and asking for it. */
export const Borrowing = ({ item }: { item: Item }) => {
  const { labels, hows: named } = useLoanWords();
  const [asks, setAsks] = useState(false);
  const asked = useQuery(api.loans.asQuery({ query: { itemId: item.id, show: 'all', most: 20 } }));
  return (
    <section className="card stack" aria-label={labels.itemLoans}>
      <h2>{labels.itemLoans}</h2>
      <Loaded asked={asked}>
        {({ loans }) => loans.length > 0 && <ul className="lines">{loans.map((loan) => <li key={loan.id}><Link to={`/records/${loan.id}` as string}>{loan.borrower.name}　{named[loan.how]}</Link>　<LoanStanding loan={loan} />　<span className="quiet">{labels.until} <Day on={loan.until} /></span></li>)}</ul>}
      </Loaded>
      {!item.withdrawnAt && !item.destroyedAt && <div><Button onClick={() => setAsks(true)}>{labels.borrow}</Button></div>}
      {asks && <Borrow item={item} onClose={() => setAsks(false)} />}
    </section>
  );
};

const Borrow = ({ item, onClose }: { item: Item; onClose: () => void }) => {
  const { labels, hows: named } = useLoanWords();
  const start = { how: (item.files.length ? 'read' : 'lend') as How, why: '', until: dayjs().add(14, 'day').format('YYYY-MM-DD') as string | null };
  return (
    <Ask title={labels.borrow} what={item.number} draft={`archive.borrow.${item.id}`} start={start} onClose={onClose} ready={({ why, until }) => why.trim() !== '' && until !== null} send={({ until, ...typed }, key) => api.borrow({ params: { itemId: item.id }, body: { ...typed, until: until! } }, key)}>
      {(typed, set) => (
        <>
          <OneOf label={labels.how} value={typed.how} onChange={(how) => set({ how })} options={hows.map((how) => [how, named[how]] as const)} />
          <Text label={labels.why} rows={2} value={typed.why} onChange={(why) => set({ why })} />
          <OnDay label={labels.until} value={typed.until} onChange={(until) => set({ until })} />
        </>
      )}
    </Ask>
  );
};
