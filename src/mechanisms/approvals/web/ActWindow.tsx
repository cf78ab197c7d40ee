import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from '#ui/act.ts';
import { useDraft } from '#ui/draft.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import { stale, useApprovalWords } from './api.ts';

interface Props<T> {
  title: string;
  /** Where what is typed is kept until it is sent. */
  draft: string;
  start: T;
  send: (typed: T, key: string) => Promise<unknown>;
  onClose: () => void;
  onDone?: () => void;
  children: (typed: T, set: (next: Partial<T>) => void) => ReactNode;
  ready: (typed: T) => boolean;
  /** What follows and cannot be taken back. */
  follows?: string;
  danger?: boolean;
}

/** An act on an approval that needs words: what follows is said before it is sent, and what is typed is never lost. */
export const ActWindow = <T extends object>({ title, draft, start, send, onClose, onDone, children, ready, follows, danger = false }: Props<T>) => {
  const { refusals } = useApprovalWords();
  const { labels } = useWords({ zh: uiZh, en: uiEn });
  const { value, set, clear } = useDraft<T>(draft, start);
  const act = useAct(send, stale, () => (clear(), onClose(), onDone?.()));
  const go = () => ready(value) && act.run(value);
  return (
    <Modal open title={title} onCancel={onClose} onOk={go} okText={title} cancelText={labels.cancel} confirmLoading={act.busy} okButtonProps={{ disabled: !ready(value), danger }} width={560} destroyOnHidden>
      <Form layout="vertical" onFinish={go}>
        {children(value, (next) => set({ ...value, ...next }))}
        {follows && <p className="quiet">{follows}</p>}
        <Refusals codes={act.codes} words={refusals} />
      </Form>
    </Modal>
  );
};
