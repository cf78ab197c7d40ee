import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Choices } from '#ui/Choices.tsx';
import { en as ui } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { PdfView } from './PdfView.tsx';

interface Shown {
  id: string;
  name: string;
  type: string;
}

const DocxPages = lazy(async () => ({ default: (await import('./DocxPages.tsx')).DocxPages }));

const isDocx = ({ type }: Shown) => type.endsWith('.wordprocessingml.document');

const hasPreview = ({ type }: Shown) => type === 'application/pdf' || type.startsWith('image/');

const hasPage = (file: Shown) => hasPreview(file) || isDocx(file);

/** The page of a file beside its text, and the file itself to save. */
export const FileView = ({ file }: { file: Shown }) => {
  const { labels } = useWords({ zh: uiZh, en: ui });
  const [chosen, setTab] = useState<'page' | 'text'>();
  const tab = chosen ?? (hasPage(file) ? 'page' : 'text');
  return (
    <div className="stack tight">
      <div className="spread">
        {hasPage(file) ? <Choices label={file.name} value={tab} onChange={setTab} options={[['page', labels.page], ['text', labels.text]]} /> : <span>{labels.text}</span>}
        <span className="row">
          {hasPreview(file) && <a href={api.preview.url({ params: { fileId: file.id } })} target="_blank" rel="noreferrer">{labels.enlarge}</a>}
          <a href={api.content.url({ params: { fileId: file.id } })} download>{labels.download}</a>
        </span>
      </div>
      <small className="quiet wrap">{file.name}</small>
      {tab === 'page' ? <Page key={file.id} file={file} /> : <Text file={file} />}
    </div>
  );
};

const Page = ({ file }: { file: Shown }) => {
  const { labels } = useWords({ zh: uiZh, en: ui });
  const [failed, setFailed] = useState(false);
  const src = api.preview.url({ params: { fileId: file.id } });
  if (isDocx(file)) return <Suspense fallback={<p className="coming" />}><DocxPages src={api.content.url({ params: { fileId: file.id } })} name={file.name} /></Suspense>;
  if (!hasPreview(file) || failed) return <Alert type="info" title={labels.noPreview} />;
  if (file.type.startsWith('image/')) return <a href={src} target="_blank" rel="noreferrer"><img className="page-view" src={src} alt={file.name} onError={() => setFailed(true)} /></a>;
  return <PdfView src={src} name={file.name} />;
};

const Text = ({ file }: { file: Shown }) => {
  const { labels } = useWords({ zh: uiZh, en: ui });
  const { why: reasons } = useWords({ zh, en });
  const { data } = useReading(file.id);
  if (!data || data.state === 'waiting') return <p className="quiet" role="status">{labels.waitingText}</p>;
  if (data.state !== 'read') return <Alert type="info" title={data.why ? `${labels.notReadable}：${reasons[data.why] ?? data.why}` : labels.notReadable} />;
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard
  return <div className="text-view" tabIndex={0} role="region" aria-label={labels.text}>{isSheet(file) ? <Sheet text={data.text} /> : data.text}</div>;
};

const isSheet = ({ type }: Shown) => /spreadsheetml|ms-excel/.test(type);

/** The cells as they were read: values, never formulas. */
const Sheet = ({ text }: { text: string }) => (
  <table className="sheet"><tbody>{text.split('\n').map((line, i) => <tr key={`${i}-${line}`}>{line.split('\t').map((cell, j) => <td key={`${j}-${cell}`}>{cell}</td>)}</tr>)}</tbody></table>
);

/** What was read from a file; asked again while it is being read. */
export const useReading = (fileId: string | undefined) =>
  useQuery({
    ...api.reading.asQuery({ params: { fileId: fileId ?? '' } }),
    enabled: fileId !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? 1500 : false),
  });
