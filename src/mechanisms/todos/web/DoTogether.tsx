import { Button } from 'antd';
import { Check } from '#ui/Check.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import type { useChosen } from './chosen.ts';

/** Done with several lines at once: how far it is, and what could not be done. */
export const DoTogether = ({ chosen, box, untitled }: { chosen: ReturnType<typeof useChosen>; box: 'act' | 'read'; untitled: string }) => {
  const { labels } = useWords({ zh, en });
  const { can, ids, progress, result, failed } = chosen;
  if (!can.length && !result) return null;
  const count = ids.size > 0 ? ` ${ids.size}` : '';
  return (
    <div className="row">
      {can.length > 0 && <Check checked={ids.size === can.length} onChange={chosen.all}>{labels.chooseAll}</Check>}
      {can.length > 0 && box === 'read' && <Button disabled={!ids.size} loading={progress !== undefined} onClick={chosen.send}>{labels.markRead}{count}</Button>}
      {can.length > 0 && box === 'act' && (ids.size > 0 ? <Confirm danger={false} label={`${labels.approveTogether}${count}`} what={labels.approveWhat.replace('{n}', String(ids.size))} then={[...chosen.chosen.map(({ record }) => record.title || untitled), '', labels.approveThen].join('\n')} busy={progress !== undefined} onYes={chosen.send} /> : <Button disabled>{labels.approveTogether}</Button>)}
      <span role="status" className="quiet">{progress ? labels.progress.replace('{done}', String(progress.done)).replace('{of}', String(progress.of)) : result && labels[box === 'read' ? 'marked' : 'approved'].replace('{done}', String(result.done))}</span>
      {failed.size > 0 && <span role="alert" className="late">{labels.notDone.replace('{n}', String(failed.size))}</span>}
    </div>
  );
};
