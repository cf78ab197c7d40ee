import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useIncomingWords } from './api.ts';
import { codeOf, readPicture, readsPictures } from './scan.ts';

/** A label is photographed where the browser reads codes, or its code typed, or read in by a scanner that types; then one button gives or takes the paper. */
export const Scan = () => {
  const { labels } = useIncomingWords();
  const navigate = useNavigate();
  const camera = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const go = (text: string) => {
    const code = codeOf(text);
    setProblem(code ? '' : labels.noCode);
    if (code) void navigate({ to: `/q/${code}` });
  };
  const read = async (file: File | undefined) => file && go(await readPicture(file).catch(() => ''));
  return (
    <form className="card stack" aria-label={labels.scanLabel} onSubmit={(event) => (event.preventDefault(), go(typed))}>
      <div className="row scan">
        {readsPictures() && <Button type="primary" size="large" onClick={() => camera.current?.click()}>{labels.scanLabel}</Button>}
        <input ref={camera} type="file" hidden aria-label={labels.scanLabel} accept="image/*" capture="environment" onChange={(event) => void read(event.target.files?.[0])} />
        <span className="search"><input className="field" aria-label={labels.typeCode} placeholder={labels.typeCode} value={typed} autoFocus autoCapitalize="off" autoComplete="off" onChange={(event) => setTyped(event.target.value)} /><button type="submit" className="plain">{labels.goOn}</button></span>
      </div>
      {problem && <p className="refusal" role="alert">{problem}</p>}
    </form>
  );
};
