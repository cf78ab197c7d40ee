import { Modal } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { useIncomingWords } from './api.ts';

export interface Key {
  /** As it is written on the page: `Ctrl+Enter`, `Alt+C`, `F1`. */
  keys: string;
  does: string;
  /** Left out where the browser or the field does it. */
  run?: () => void;
}

const nameOf = (event: KeyboardEvent) => {
  const key = event.code.startsWith('Key') && event.altKey ? event.code.slice(3) : event.key;
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', key].filter(Boolean).join('+');
};

/** Keys that work while somebody types: with Alt or Ctrl, or one of the F keys; none under an open window. */
export const useShortcuts = (keys: readonly Key[]) => {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const key = keys.find(({ keys: name, run }) => run && name === nameOf(event));
    if (!key || document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"])')) return;
    event.preventDefault();
    key.run!();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
};

/** What the keyboard does on this page. */
export const Shortcuts = ({ keys, onClose }: { keys: readonly Key[]; onClose: () => void }) => {
  const { labels } = useIncomingWords();
  return (
    <Modal open title={labels.shortcuts} onCancel={onClose} footer={null} width={440}>
      <dl className="facts one">{keys.map(({ keys: name, does }) => <ShortcutRow key={name} name={name} does={does} />)}</dl>
    </Modal>
  );
};

const ShortcutRow = ({ name, does }: { name: string; does: string }) => (
  <>
    <dt><kbd>{name}</kbd></dt>
    <dd>{does}</dd>
  </>
);
