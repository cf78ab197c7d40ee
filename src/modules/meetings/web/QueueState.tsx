import { Button } from 'antd';
import { State } from '#ui/State.tsx';
import type { Call } from './ahead.ts';
import { filled, useSittingWords, type Writing } from './sitting.ts';

/** Whether all that was written is on the server, how much waits on this device, and what was not taken, with its words. */
export const QueueState = ({ writing: { queue }, writes }: { writing: Writing; writes: boolean }) => {
  const { labels, refusals } = useSittingWords();
  const words: Record<string, string> = refusals;
  if (!writes && !queue.waiting && !queue.refused.length) return null;
  return (
    <div className="stack tight">
      <span role="status">{queue.waiting ? <span className="soon">{filled(labels.waiting, { n: queue.waiting })}</span> : <State tone="done">{labels.saved}</State>}</span>
      {queue.refused.length > 0 && (
        <div className="refusal stack tight" role="alert">
          <strong>{labels.notTaken}</strong>
          {queue.refused.map(({ key, call, codes }) => <div key={key} className="row"><span className="wrap">{textOf(call)}　{codes.map((code) => words[code] ?? code).join(' ')}</span><Button size="small" onClick={() => queue.drop(key)}>{labels.drop}</Button></div>)}
        </div>
      )}
    </div>
  );
};

const textOf = ({ request }: Call) => ('body' in request && 'text' in request.body ? request.body.text : '');
