import { type PointerEvent, useRef, useState } from 'react';
import { useOutgoingWords } from './api.ts';
import { longest, strokeTo } from './strokes.ts';

interface Props {
  value: string;
  onChange: (path: string) => void;
}

/** A field to sign in with finger, pen or mouse. Whoever cannot draw is named by the clerk; the name alone is enough. */
export const Signature = ({ value, onChange }: Props) => {
  const { labels } = useOutgoingWords();
  const field = useRef<SVGSVGElement>(null);
  const [draws, setDraws] = useState(false);
  const at = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = field.current!.getBoundingClientRect();
    return { x: ((clientX - left) / width) * 300, y: ((clientY - top) / height) * 120 };
  };
  const start = (event: PointerEvent<SVGSVGElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDraws(true);
    onChange(strokeTo(value, at(event), true));
  };
  return (
    <div className="stack tight">
      <span className="field-label">{labels.signHere}</span>
      <svg ref={field} className="sign-field" viewBox="0 0 300 120" role="img" aria-label={value ? labels.hasSigned : labels.signHere} onPointerDown={start} onPointerMove={(event) => draws && onChange(strokeTo(value, at(event)))} onPointerUp={() => setDraws(false)} onPointerCancel={() => setDraws(false)}>
        <path d={value} />
      </svg>
      <div className="row"><button type="button" className="plain" disabled={!value} onClick={() => onChange('')}>{labels.signAnew}</button>{value.length > longest && <span className="late">{labels.tooLong}</span>}</div>
    </div>
  );
};

/** What was drawn. */
export const Signed = ({ path, name }: { path: string; name: string }) => <svg className="signed" viewBox="0 0 300 120" role="img" aria-label={name}><path d={path} /></svg>;
