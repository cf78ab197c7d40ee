import type { Line } from '../nouns.ts';
import { State } from '#ui/State.tsx';
import { useIncomingWords } from './api.ts';

const tones = { registered: 'wait', accepted: 'wait', proposed: 'wait', instructed: 'wait', dispatched: 'go', circulating: 'go', done: 'done', returned: 'off', stub: 'off', void: 'off' } as const;

export const DocumentState = ({ line }: { line: Pick<Line, 'state' | 'late' | 'handling'> }) => {
  const { states, labels } = useIncomingWords();
  const word = line.state === 'accepted' && line.handling === 'reading' ? labels.circulate : states[line.state];
  return <State tone={line.late ? 'late' : tones[line.state]}>{line.late ? `${word} · ${labels.late}` : word}</State>;
};

/** 特急, 会签, 重大, 密级: the marks of a document, 特急 in seal red. */
export const Marks = ({ line }: { line: Pick<Line, 'urgency' | 'countersign' | 'major' | 'secrecy' | 'secrecyPeriod'> }) => {
  const { urgencies, secrecies, labels } = useIncomingWords();
  const marks = [line.countersign && labels.countersign, line.major && labels.major].filter(Boolean);
  return (
    <>
      {line.urgency > 0 && <strong className={line.urgency === 2 ? 'seal' : 'soon'}>{urgencies[line.urgency]} </strong>}
      {line.secrecy > 0 && <strong className="seal">{secrecies[line.secrecy]}{line.secrecyPeriod && `★${line.secrecyPeriod}`} </strong>}
      {marks.length > 0 && <strong>{marks.join(' ')} </strong>}
    </>
  );
};

export const useTitle = () => {
  const { labels } = useIncomingWords();
  return ({ title }: Pick<Line, 'title'>) => title || labels.stubTitle;
};
