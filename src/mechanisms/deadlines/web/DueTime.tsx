import { useQuery } from '@tanstack/react-query';
import { Hint } from '#ui/Hint.tsx';
import { useNow } from '#ui/now.ts';
import { useWords } from '#ui/words.ts';
import type { Clock } from '../contract.ts';
import './clocks.css';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

interface Props {
  clock: Pick<Clock, 'state' | 'dueAt' | 'stoppedAt'>;
  /** The record and the clock whose reason is asked for on hover, focus or tap. */
  why?: { recordId: string; clockId: string } | undefined;
}

/** 还剩 3 小时 20 分钟 · 今天 17:30 前: how long still and by when, the colour always with its word; and why then. */
export const DueTime = ({ clock: { state, dueAt, stoppedAt }, why }: Props) => {
  const { states, still } = useWords({ zh, en });
  const now = useNow();
  const content = (
    <>
      <span className="clock-dot" aria-hidden="true" />
      {states[state]}
      {dueAt && !stoppedAt && <span>{still(dueAt, now)}</span>}
    </>
  );
  if (!why) return <span className="clock-due" data-state={state}>{content}</span>;
  return <Hint className="clock-due" state={state} say={() => <Why {...why} />}>{content}</Hint>;
};

const Why = ({ recordId, clockId }: { recordId: string; clockId: string }) => {
  const { labels, sentence } = useWords({ zh, en });
  const { data } = useQuery(api.ofRecord.asQuery({ params: { recordId } }));
  const clock = data?.clocks.find(({ id }) => id === clockId);
  return <>{clock ? sentence(clock.explanation) : labels.why}</>;
};
