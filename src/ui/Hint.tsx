import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';

interface Props {
  children: ReactNode;
  /** Asked for when it is first shown. */
  say: () => ReactNode;
  className?: string;
  state?: string;
}

/** What is said about something on hover, focus or tap; Escape takes it away, and the pointer may go onto it. */
export const Hint = ({ children, say, className = '', state }: Props) => {
  const [open, setOpen] = useState<'left' | 'right' | null>(null);
  const id = useId();
  const show = ({ currentTarget }: SyntheticEvent<HTMLElement>) => setOpen(currentTarget.getBoundingClientRect().left > window.innerWidth / 2 ? 'right' : 'left');
  const hide = () => setOpen(null);
  return (
    <span className="hint" onMouseEnter={show} onMouseLeave={hide} onKeyDown={({ key }) => key === 'Escape' && hide()}>
      <button type="button" className={className} data-state={state} aria-describedby={open ? id : undefined} onFocus={show} onBlur={hide} onClick={show}>{children}</button>
      {open && <span role="tooltip" id={id} className="hint-say" data-side={open}>{say()}</span>}
    </span>
  );
};
