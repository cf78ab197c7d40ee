import { useQuery } from '@tanstack/react-query';
import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import { en as ui } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import { api } from './api.ts';

interface Shown {
  id: string;
  name: string;
  type: string;
}

/** The page of a file beside its text, and the file itself to save. */
export const FileView = ({ file }: { file: Shown }) => {
  const { labels } = useWords({ zh: uiZh, en: ui });
  const [tab, setTab] = useState<'page' | 'text'>('page');
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div className="spread">
        <Segmented<'page' | 'text'> aria-label={file.name} value={tab} onChange={setTab} options={[{ value: 'page', label: labels.page }, { value: 'text', label: labels.text }]} />
        <a href={api.content.url({ params: { fileId: file.id } })} download>{labels.download}　{file.name}</a>
      </div>
      {tab === 'page' ? <Page file={file} /> : <Text fileId={file.id} />}
    </div>
  );
};

const Page = ({ file }: { file: Shown }) => {
  const { labels } = useWords({ zh: uiZh, en: ui });
  const src = api.preview.url({ params: { fileId: file.id } });
  if (file.type === 'application/pdf') return <iframe className="page-view" src={src} title={file.name} />;
  if (file.type.startsWith('image/')) return <img className="page-view" src={src} alt={file.name} />;
  return <Alert type="info" title={labels.noPreview} />;
};

const Text = ({ fileId }: { fileId: string }) => {
  const { labels } = useWords({ zh: uiZh, en: ui });
  const { data } = useReading(fileId);
  if (!data || data.state === 'waiting') return <p className="quiet">{labels.waitingText}</p>;
  if (data.state !== 'read') return <Alert type="info" title={`${labels.notReadable}${data.why && `（${data.why}）`}`} />;
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard
  return <div className="text-view" tabIndex={0} role="region" aria-label={labels.text}>{data.text}</div>;
};

/** What was read from a file; asked again while it is being read. */
export const useReading = (fileId: string | undefined) =>
  useQuery({
    ...api.reading.asQuery({ params: { fileId: fileId ?? '' } }),
    enabled: fileId !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? 1500 : false),
  });
