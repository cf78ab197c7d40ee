import { Modal } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { useIncomingWords } from './api.ts';

export interface Key {
  /** As it is written on the page: `Ctrl+Enter`, `Alt+C`, `F1`, `j`. */
  keys: string;
  does: string;
  /** Left out where the browser or the field does it. */
  run?: () => void;
}

const nameOf = (event: KeyboardEvent) => {
  const key = event.code.startsWith('Key') && event.altKey ? event.code.slice(3) : event.key;
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', key].filter(Boolean).join('+');
};

const types = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], [role=combobox]') !== null;

/** One-letter keys wait until nobody types; none works under an open window. */
export const useKeys = (keys: readonly Key[]) => {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const name = nameOf(event);
    const key = keys.find(({ keys: one, run }) => run && one.split(' / ').includes(name));
    if (!key || (name.length === 1 && types(event.target)) || document.querySelector('.ant-modal-wrap:not([style*="none"])')) return;
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
    <dt>{name.split(' / ').map((one) => <kbd key={one}>{one}</kbd>)}</dt>
    <dd>{does}</dd>
  </>
);
