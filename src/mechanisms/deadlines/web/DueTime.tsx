import { Popover } from 'antd';
import { useNow } from '#ui/now.ts';
import { useWords } from '#ui/words.ts';
import type { Clock } from '../contract.ts';
import type { Explanation } from '../explain.ts';
import './clocks.css';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

/** 还剩 3 小时 20 分钟 · 今天 17:30 前: how long still and by when; with an explanation, on hover or focus, why then. */
export const DueTime = ({ clock, explanation }: { clock: Pick<Clock, 'state' | 'dueAt' | 'stoppedAt' | 'missingYear'>; explanation?: Explanation }) => {
  const { labels, states, still, sentence } = useWords({ zh, en });
  const now = useNow();
  const { state, dueAt, stoppedAt } = clock;
  const how = dueAt && !stoppedAt ? still(dueAt, now) : '';
  const content = (
    <>
      <span className="clock-dot" aria-hidden="true" />
      {states[state]}
      {how && <span>{how}</span>}
    </>
  );
  if (!explanation) return <span className="clock-due" data-state={state}>{content}</span>;
  return (
    <Popover trigger={['hover', 'focus']} title={labels.why} content={<p className="clock-why">{sentence(explanation)}</p>}>
      <button type="button" className="clock-due" data-state={state}>{content}</button>
    </Popover>
  );
};
