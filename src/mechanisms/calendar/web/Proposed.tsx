import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Flex, Input, InputNumber, Tag } from 'antd';
import { useState } from 'react';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Proposal } from '../contract.ts';
import { weekdayOf } from '../days.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { Effect } from './Effect.tsx';
import { Faults } from './Import.tsx';
import { type Compared, compared } from './months.ts';
import { useWriting } from './writing.ts';

/** The days that were read, by the sentence they come from, beside what the calendar says now. What is ticked is taken; what has a fault is not ticked. */
export const Proposed = ({ proposal, onDone }: { proposal: Proposal; onDone: (year?: number) => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [year, setYear] = useState(proposal.year);
  const [left, setLeft] = useState<ReadonlySet<string>>(doubtful(proposal));
  const [why, setWhy] = useState(proposal.source);
  const now = useQuery({ ...api.year.asQuery({ params: { year: String(year) } }), enabled: year !== null }).data;
  const days = proposal.days.filter(({ day }) => !left.has(day)).map(({ day, kind, name }) => ({ day, kind, name }));
  const take = useWriting(() => api.confirm({ params: { year: String(year) }, body: { days, source: proposal.source, why } }), () => onDone(year!));
  const toggle = (day: string) => setLeft((before) => (before.has(day) ? new Set([...before].filter((other) => other !== day)) : new Set([...before, day])));
  return (
    <Flex vertical gap="middle">
      <Faults faults={proposal.faults} />
      <Flex gap="small" align="center">
        <label htmlFor="proposed-year">{labels.year}</label>
        <InputNumber id="proposed-year" value={year} min={1992} max={2200} precision={0} onChange={setYear} />
        <strong>{labels.proposed}</strong> {days.length}
      </Flex>
      <div className="calendar-proposed">
        {sentencesOf(proposal).map((sentence) => (
          <section key={sentence}>
            {!isRow(sentence) && <blockquote>{sentence}</blockquote>}
            <ul className="calendar-lines">
              {compared(proposal.days.filter(({ line }) => line === sentence), now?.days ?? []).map((line) => <Line key={line.day.day} line={line} taken={!left.has(line.day.day)} onToggle={() => toggle(line.day.day)} />)}
            </ul>
          </section>
        ))}
      </div>
      <Effect change={year && days.length ? { replaces: year, days } : null} />
      <Flex vertical gap={4}>
        <label htmlFor="proposed-why">{labels.why}</label>
        <Input id="proposed-why" value={why} maxLength={200} onChange={(event) => setWhy(event.target.value)} />
      </Flex>
      <Refusals codes={take.error?.codes ?? []} words={refusals} />
      <Button type="primary" disabled={!days.length || !year} loading={take.isPending} onClick={() => take.mutate(undefined)}>{labels.confirm}</Button>
    </Flex>
  );
};

/** A row of a sheet says nothing that the line below it does not. */
const isRow = (sentence: string) => /^(\d+: )?\d{4}-\d\d-\d\d/.test(sentence);
const doubtful = ({ days, faults }: Proposal) => new Set(days.filter(({ line }) => faults.some((fault) => fault.line === line)).map(({ day }) => day));
const sentencesOf = ({ days }: Proposal) => [...new Set(days.map(({ line }) => line))];

const Line = ({ line: { day, change, before }, taken, onToggle }: { line: Compared; taken: boolean; onToggle: () => void }) => {
  const { labels, states, weekdays } = useWords({ zh, en });
  const said = { new: labels.newDays, changed: `${labels.changedDays}：${before ? `${states[before.kind]} ${before.name}` : ''}`, same: labels.sameDays }[change];
  return (
    <li>
      <Checkbox checked={taken} onChange={onToggle}>
        {day.day} {weekdays[weekdayOf(day.day) - 1]} <strong>{states[day.kind]}</strong> {day.name}
      </Checkbox>
      <Tag>{said}</Tag>
    </li>
  );
};
