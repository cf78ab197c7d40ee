import { useRef } from 'react';
import { Copy } from './Copy.tsx';

/** Something that is shown only now: to copy in one press, or to write down. */
export const Secret = ({ say, text }: { say: string; text: string }) => {
  const shown = useRef<HTMLElement>(null);
  return (
    <div className="secret" role="status">
      <p>{say}</p>
      <div className="row"><code ref={shown} className="wrap">{text}</code><Copy text={text} shown={shown} /></div>
    </div>
  );
};
