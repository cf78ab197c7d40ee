import { Button } from 'antd';
import { useState } from 'react';
import { useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Text } from './fields.tsx';

interface Props {
  /** The name of the act in the words of the module. */
  act: 'sendBackProposal' | 'amendInstruction' | 'withdrawTask' | 'withdrawPart' | 'settleReturn' | 'makeLead' | 'recallReader' | 'goOn' | 'waitForPages';
  /** Whose act: part of the draft's name. */
  id: string;
  whyNot: readonly string[] | undefined;
  send: (reason: string, key: string) => Promise<unknown>;
  /** What stands in the field at first, and what it is called. */
  text?: string;
  label?: string;
}

/** An act that needs a reason and nothing more; not there for whoever may not. */
export const ReasonAct = ({ act, id, whyNot, send, text = '', label }: Props) => {
  const { labels, acts } = useIncomingWords();
  const [asks, setAsks] = useState(false);
  const title = acts[`incoming.${act}`];
  if (whyNot?.length !== 0) return null;
  return (
    <>
      <Button onClick={() => setAsks(true)}>{title}</Button>
      {asks && (
        <Ask title={title} draft={`${act}.${id}`} start={{ reason: text }} onClose={() => setAsks(false)} ready={({ reason }) => reason.trim() !== ''} send={({ reason }, key) => send(reason, key)}>
          {(typed, set) => <Text label={label ?? labels.reason} rows={2} value={typed.reason} onChange={(reason) => set({ reason })} />}
        </Ask>
      )}
    </>
  );
};
