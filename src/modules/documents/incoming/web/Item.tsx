import { Form } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { useIncomingWords } from './api.ts';

interface Props {
  label: string;
  id: string;
  children: ReactNode;
  className?: string;
  /** What the file says here, as it is shown, and the line it was read in. */
  read?: { shown: string; where: string; isTaken: boolean } | undefined;
  onTake?: () => void;
}

/** A field and, where the file says something, what it says and in which line; F2 takes it. */
export const Item = ({ label, id, children, className = '', read, onTake }: Props) => {
  const { labels } = useIncomingWords();
  const differs = read !== undefined && !read.isTaken;
  const take = (event: KeyboardEvent) => {
    if (event.key !== 'F2' || !differs) return;
    event.preventDefault();
    onTake?.();
  };
  return (
    <div className={className} data-read={read ? (differs ? 'differs' : 'taken') : undefined} onKeyDown={take}>
      <Form.Item label={label} htmlFor={id} style={{ marginBottom: 10 }}>
        {children}
        {read && (
          <div className="proposal" title={read.where}>
            {differs ? <>{labels.readAs}{read.shown} <button type="button" className="plain" tabIndex={-1} onClick={onTake}>{labels.useProposed} <kbd>F2</kbd></button></> : <span className="read-in">{read.where ? <><span className="number">{labels.readIn}</span><q>{read.where}</q></> : labels.proposed}</span>}
          </div>
        )}
      </Form.Item>
    </div>
  );
};
