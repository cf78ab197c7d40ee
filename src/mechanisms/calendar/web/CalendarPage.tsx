import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Segmented, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { dayKinds, type Year } from '../contract.ts';
import { wallAt } from '../days.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import './calendar.css';
import { Effect } from './Effect.tsx';
import { EditDay } from './EditDay.tsx';
import { History } from './History.tsx';
import { Import } from './Import.tsx';
import { Month } from './Month.tsx';
import { Terms } from './Terms.tsx';
import { Timetables } from './Timetables.tsx';
import { Withdraw } from './Withdraw.tsx';
import { useWriting } from './writing.ts';

const today = wallAt(new Date().toISOString()).day;
const thisYear = Number(today.slice(0, 4));

/** The school calendar of a year on one page. */
export const CalendarPage = () => {
  const { labels } = useWords({ zh, en });
  const [year, setYear] = useState(thisYear);
  const [importing, setImporting] = useState(false);
  const { data } = useQuery(api.year.asQuery({ params: { year: String(year) } }));
  const mayEdit = data?.whyNot.edit.length === 0;
  return (
    <Flex vertical gap="middle">
      <Flex gap="middle" wrap align="center" justify="space-between">
        <h1>{labels.calendar}</h1>
        <Segmented aria-label={labels.year} value={year} onChange={setYear} options={[thisYear - 1, thisYear, thisYear + 1, thisYear + 2]} />
        {mayEdit && <Button onClick={() => setImporting(true)}>{labels.import}</Button>}
      </Flex>
      {data ? <YearShown year={data} mayEdit={mayEdit} /> : <Skeleton active />}
      {importing && <Import onDone={(imported) => (setImporting(false), imported && setYear(imported))} />}
    </Flex>
  );
};

const YearShown = ({ year, mayEdit }: { year: Year; mayEdit: boolean }) => {
  const [current, setCurrent] = useState(today.startsWith(String(year.year)) ? today : `${year.year}-01-01`);
  const [edited, setEdited] = useState<string | null>(null);
  const onYear = current.startsWith(String(year.year)) ? current : `${year.year}-01-01`;
  return (
    <>
      <Standing year={year} mayEdit={mayEdit} />
      <Legend />
      <div className="calendar-year">
        {Array.from({ length: 12 }, (_, i) => (
          <Month key={i} year={year} month={i + 1} today={today} current={onYear} onCurrent={setCurrent} onEdit={mayEdit ? setEdited : undefined} />
        ))}
      </div>
      <Flex gap="large" wrap className="calendar-beside">
        <Terms year={year} mayEdit={mayEdit} />
        <Timetables year={year} mayEdit={mayEdit} />
        <History year={year.year} />
      </Flex>
      {edited && <EditDay key={edited} day={edited} year={year} onDone={() => setEdited(null)} />}
    </>
  );
};

/** Whether the year counts, and the two acts that change it. */
const Standing = ({ year, mayEdit }: { year: Year; mayEdit: boolean }) => {
  const { labels, refusals, notPublished } = useWords({ zh, en });
  const [withdrawing, setWithdrawing] = useState(false);
  const params = { year: String(year.year) };
  const publish = useWriting(() => api.publish({ params }));
  const worked = year.workingDays.reduce((sum, days) => sum + days, 0);
  if (year.published) {
    return (
      <Flex gap="small" wrap align="center">
        <Tag color="blue">{labels.published}</Tag>
        <span>{labels.workingDays} {worked}</span>
        {year.source && <span>{labels.source}：{year.source}</span>}
        {mayEdit && <Button size="small" onClick={() => setWithdrawing(true)}>{labels.withdraw}</Button>}
        {withdrawing && <Withdraw year={year.year} onDone={() => setWithdrawing(false)} />}
      </Flex>
    );
  }
  const action = mayEdit && <Button type="primary" disabled={year.whyNot.publish.length > 0} loading={publish.isPending} onClick={() => publish.mutate(undefined)}>{labels.publish}</Button>;
  const reasons = publish.error?.codes ?? (mayEdit ? year.whyNot.publish : []);
  return (
    <>
      <Alert type="warning" showIcon title={notPublished(year.year)} description={mayEdit ? labels.publishHint : undefined} action={action} />
      {mayEdit && !year.whyNot.publish.length && <Effect change={{ publishes: year.year }} />}
      <Refusals codes={reasons} words={refusals} />
    </>
  );
};

/** What the marks mean: a word beside every colour. */
const Legend = () => {
  const { labels, states } = useWords({ zh, en });
  return (
    <Flex gap="small" wrap className="calendar-legend">
      {dayKinds.map((kind) => <span key={kind}><span className="calendar-day" data-kind={kind} aria-hidden="true" />{states[kind]}</span>)}
      <span><span className="calendar-day" data-term="true" aria-hidden="true" />{labels.term}</span>
    </Flex>
  );
};
