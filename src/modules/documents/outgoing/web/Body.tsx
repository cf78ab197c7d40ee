import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAskedMe } from '#mechanisms/access/web/me.ts';
import type { Attached } from '#mechanisms/files/contract.ts';
import { api as filesApi } from '#mechanisms/files/web/api.ts';
import { FileView } from '#mechanisms/files/web/FileView.tsx';
import { PdfView } from '#mechanisms/files/web/PdfView.tsx';
import { levelOf } from '#platform/levels.ts';
import { Choices } from '#ui/Choices.tsx';
import type { Document } from '../nouns.ts';
import { dayWritten, suffixes } from '../papers/official.ts';
import { api, useOutgoingWords } from './api.ts';
import '#ui/writing.css';

const own = 'body';
const paper = 'paper';

/** The text, the paper as it will look or as it is, an uploaded draft, and the attachments. */
export const Body = ({ document }: { document: Document }) => {
  const { labels } = useOutgoingWords();
  const { data } = useQuery(filesApi.ofRecord.asQuery({ params: { recordId: document.id } }));
  const [chosen, setChosen] = useState<string>();
  const files = (data?.files ?? []).filter(({ id, role }) => role === 'attachment' || id === document.content.bodyFile);
  const final = data?.files.findLast(({ role, erased }) => role === 'final_pdf' && !erased);
  const at = chosen ?? document.content.bodyFile ?? own;
  const shown = at === paper ? final : files.find(({ id }) => id === at);
  const nameOf = ({ id, name }: Attached) => (id === document.content.bodyFile ? labels.body : name);
  const options = [...(document.content.bodyFile ? [] : [[own, labels.body] as const]), ...(document.content.bodyFile && !final ? [] : [[paper, labels.asPaper] as const]), ...files.map((file) => [file.id, nameOf(file)] as const)];
  return (
    <section className="card stack" aria-label={labels.body}>
      {options.length > 1 && <Choices label={labels.files} value={at} onChange={setChosen} options={options} />}
      {shown ? <FileView key={shown.id} file={shown} /> : at === paper ? <Layout document={document} /> : <Paper document={document} />}
    </section>
  );
};

/** The page of GB/T 9704 as it will look. */
const Layout = ({ document: { id, version, title } }: { document: Document }) => {
  const { labels } = useOutgoingWords();
  const src = api.paper.url({ params: { documentId: id }, query: { version } as never });
  return (
    <div className="stack tight">
      <div><a className="plain" href={src} target="_blank" rel="noreferrer">{labels.openPaper}</a></div>
      <PdfView key={version} src={src} name={`${labels.asPaper} ${title}`} />
    </div>
  );
};

/** What the layout will say, in its order. */
const Paper = ({ document: { content, number, signedBy, route, layout, issueDay, department } }: { document: Document }) => {
  const { labels } = useOutgoingWords();
  const school = useAskedMe().data?.school ?? '';
  return (
    <div className="paper-text" lang="zh-CN">
      <div className="head" aria-hidden="true">{school}{suffixes[layout]}</div>
      <div className="number-line number">{number ?? labels.noNumber}{route === 'upward' && signedBy && `　　${labels.signedBy}：${signedBy.name}`}</div>
      <h2>{content.title}</h2>
      {content.mainTo.length > 0 && <p className="to">{content.mainTo.join('，')}：</p>}
      {paragraphs(content.body, content.mainTo).map((text, i) => <p key={i} data-level={levelOf(text)}>{text}</p>)}
      {layout === 'minutes' && ([[labels.attending, content.attending], [labels.absent, content.absent], [labels.observing, content.observing]] as const).map(([label, names]) => names && <p key={label}>{label}：{names}</p>)}
      {content.attachments.length > 0 && <p>{labels.attachments}：{content.attachments.map((name, i) => (content.attachments.length > 1 ? `${i + 1}.${name}` : name)).join('　')}</p>}
      <p style={{ textAlign: 'right' }}>{school || department.name}{issueDay && <><br /><span className="number">{dayWritten(issueDay)}</span></>}</p>
      {content.note && <p>{content.note}</p>}
      {content.copyTo.length > 0 && <p className="foot">{labels.copyTo}：{content.copyTo.join('，')}。</p>}
    </div>
  );
};

/** The body may begin with whom it is to; that line stands there once. */
const paragraphs = (body: string, mainTo: readonly string[]) => {
  const lines = body.split('\n').map((line) => line.trim()).filter(Boolean);
  return mainTo.length > 0 && /[:：]$/.test(lines[0] ?? '') && lines[0]!.length < 40 ? lines.slice(1) : lines;
};
