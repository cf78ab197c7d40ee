import { Button, Input } from 'antd';
import { Choices } from '#ui/Choices.tsx';
import { checkNames } from '../nouns.ts';
import { useIncomingWords } from './api.ts';
import type { Typed } from './intake.ts';
import { Item } from './Item.tsx';

interface Props {
  typed: Typed;
  set: (typed: Typed) => void;
}

export const useCheckWords = () => {
  const { labels } = useIncomingWords();
  return { complete: labels.checkComplete, signature: labels.checkSignature, seal: labels.checkSeal, addressee: labels.checkAddressee, form: labels.checkForm };
};

export const allRight = (typed: Typed): Typed => ({ ...typed, checks: Object.fromEntries(checkNames.map((name) => [name, true])) });

/** 清点核对: each is yes, no, or not looked at; one key says that all is right. */
export const IntakeChecks = ({ typed, set }: Props) => {
  const { labels } = useIncomingWords();
  const words = useCheckWords();
  const answer = (name: (typeof checkNames)[number]) => (typed.checks[name] === undefined ? '' : typed.checks[name] ? 'yes' : 'no');
  return (
    <>
      <div role="group" aria-label={labels.checks}>
        <div className="row"><strong aria-hidden="true">{labels.checks}</strong><Button onClick={() => set(allRight(typed))}>{labels.allRight}<kbd className="desk-only">Alt+C</kbd></Button></div>
        <div className="checks">
          {checkNames.map((name) => (
            <div key={name}><span aria-hidden="true">{words[name]}</span><Choices<'' | 'yes' | 'no'> label={words[name]} value={answer(name)} onChange={(value) => set({ ...typed, checks: { ...typed.checks, [name]: value === 'yes' } })} options={[['yes', labels.yes], ['no', labels.no]]} /></div>
          ))}
        </div>
        {typed.checks.complete === false && <p className="quiet">{labels.pagesAfterwards}</p>}
      </div>
      <Item label={labels.remark} id="remark"><Input id="remark" value={typed.remark} onChange={(event) => set({ ...typed, remark: event.target.value })} /></Item>
    </>
  );
};
