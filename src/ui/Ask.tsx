import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from './act.ts';
import { useDraft } from './draft.ts';
import { Refusals } from './Refusals.tsx';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

export interface Asked<T> {
  title: string;
  /** Where what is typed is kept until it is sent. */
  draft: string;
  start: T;
  send: (typed: T, key: string) => Promise<unknown>;
  onClose: () => void;
  /** After it was sent. */
  onDone?: () => void;
  /** It ends something for good. */
  danger?: boolean;
  /** The button that sends it; the title when left out. */
  verb?: string;
  children: (typed: T, set: (next: Partial<T>) => void) => ReactNode;
  ready?: (typed: T) => boolean;
  /** The thing, by its name, and what follows that cannot be taken back. */
  what?: ReactNode;
  follows?: string;
  width?: number;
}

/** One act that needs words: a window with its form, its refusals, and a draft that is never lost. */
export const Ask = <T extends object>({ title, draft, start, send, onClose, onDone, danger = false, verb = title, children, ready = () => true, what, follows, width = 560, words, stale }: Asked<T> & { words: Readonly<Record<string, string>>; stale: readonly string[] }) => {
  const { labels } = useWords({ zh, en });
  const { value, set, clear } = useDraft<T>(draft, start);
  const act = useAct((typed: T, key) => send(typed, key), stale, () => (clear(), onClose(), onDone?.()));
  return (
    <Modal open title={title} onCancel={onClose} onOk={() => act.run(value)} okText={verb} cancelText={labels.cancel} confirmLoading={act.busy} okButtonProps={{ disabled: !ready(value), danger }} width={width} destroyOnHidden>
      <Form layout="vertical" onFinish={() => ready(value) && act.run(value)}>
        {what && <p className="opinion ask-what"><strong>{what}</strong></p>}
        {children(value, (next) => set({ ...value, ...next }))}
        {follows && <p className="quiet">{follows}</p>}
        <Refusals codes={act.codes} words={words} />
      </Form>
    </Modal>
  );
};
