import { Button, Modal } from 'antd';
import { useState } from 'react';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

interface Props {
  /** The verb on both buttons. */
  label: string;
  /** The thing, by its name. */
  what: string;
  /** What happens then, and that it cannot be taken back. */
  then: string;
  onYes: () => void;
  busy?: boolean;
  danger?: boolean;
}

/** Before what can't be undone: one step that names the thing and its consequence. */
export const Confirm = ({ label, what, then, onYes, busy = false, danger = true }: Props) => {
  const { labels } = useWords({ zh, en });
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button danger={danger} loading={busy} onClick={() => setAsks(true)}>{label}</Button>
      <Modal open={asks} title={what} onCancel={() => setAsks(false)} onOk={() => (setAsks(false), onYes())} okText={label} okButtonProps={{ danger, autoFocus: true }} cancelText={labels.cancel} width={440}><p className="opinion">{then}</p></Modal>
    </>
  );
};
