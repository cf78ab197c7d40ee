import { Button, Progress } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

export interface Picked {
  id: string;
  name: string;
  type: string;
  size: number;
}

interface Props {
  label: string;
  /** Sends one file and says how far it is, from 0 to 1. */
  upload: (file: File, progress: (share: number) => void) => Promise<Picked>;
  onPicked: (file: Picked) => void;
  onFailed: (codes: readonly string[]) => void;
  accept?: string;
}

/** Files by dragging, pasting, choosing several, or a phone's camera. */
export const FilePicker = ({ label, upload, onPicked, onFailed, accept }: Props) => {
  const { labels } = useWords({ zh, en });
  const [over, setOver] = useState(false);
  const [running, setRunning] = useState<{ name: string; share: number }[]>([]);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [unsent, setUnsent] = useState<File[]>([]);
  const take = async (list: Iterable<File> | null | undefined) => {
    for (const file of Array.from(list ?? [])) {
      const show = (share: number) => setRunning((all) => [...all.filter(({ name }) => name !== file.name), { name: file.name, share }]);
      show(0);
      await upload(file, show).then(onPicked, (problem) => {
        onFailed(problem.codes ?? ['platform.bug']);
        if (problem.status !== 422) setUnsent((all) => [...all, file]);
      });
      setRunning((all) => all.filter(({ name }) => name !== file.name));
    }
  };
  const sendAgain = () => (setUnsent([]), void take(unsent));
  usePaste((files) => take(Array.from(files ?? []).filter(({ name }) => fits(name, accept))));
  useOnline(() => unsent.length > 0 && sendAgain());
  return (
    <section
      aria-label={label}
      className="drop"
      data-over={over}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => (event.preventDefault(), setOver(false), void take(event.dataTransfer.files))}
    >
      <div className="row" style={{ justifyContent: 'center' }}>
        <span className="quiet">{labels.dropFiles}</span>
        <Button onClick={() => chooser.current?.click()}>{labels.chooseFiles}</Button>
        <Button onClick={() => camera.current?.click()}>{labels.takePhoto}</Button>
      </div>
      <input ref={chooser} type="file" multiple hidden aria-label={label} accept={accept} onChange={(event) => void take(event.target.files).then(() => (event.target.value = ''))} />
      <input ref={camera} type="file" hidden aria-label={labels.takePhoto} accept="image/*" capture="environment" onChange={(event) => void take(event.target.files)} />
      {unsent.length > 0 && <p className="row" role="alert"><span className="wrap">{labels.notUploaded}{unsent.map(({ name }) => name).join('、')}</span><Button onClick={sendAgain}>{labels.retry}</Button></p>}
      {running.map(({ name, share }) => <Progress key={name} percent={Math.round(share * 100)} aria-label={`${labels.uploading} ${name}`} format={() => name} />)}
    </section>
  );
};

/** What could not be sent is sent when the network is back. */
const useOnline = (send: () => unknown) => {
  const back = useEffectEvent(() => void send());
  useEffect(() => {
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);
};

/** Of two places for files on a page, what is pasted goes to the one that takes its kind. */
const fits = (name: string, accept?: string) => !accept || accept.includes('/') || accept.split(',').some((ending) => name.toLowerCase().endsWith(ending.trim()));

const usePaste = (take: (files: FileList | null | undefined) => unknown) => {
  const paste = useEffectEvent((event: ClipboardEvent) => void (event.clipboardData?.files.length && take(event.clipboardData.files)));
  useEffect(() => {
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
};
