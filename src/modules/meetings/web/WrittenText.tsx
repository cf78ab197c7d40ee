import { useState } from 'react';
import { useAskedMe } from '#mechanisms/access/web/me.ts';
import { PdfView } from '#mechanisms/files/web/PdfView.tsx';
import { levelOf } from '#platform/levels.ts';
import { Choices } from '#ui/Choices.tsx';
import type { Content, PaperKind } from '../papers/contract.ts';
import { api, useMeetingWords } from './api.ts';
import '#ui/writing.css';

interface Props {
  paper: { id: string; kind: PaperKind; number?: string | null; version: number; content: Content };
}

type View = 'text' | 'paper';

/** The text as it reads, or the page as it will be printed; both as PDF and DOCX. */
export const WrittenText = ({ paper }: Props) => {
  const { labels } = useMeetingWords();
  const [view, setView] = useState<View>('text');
  const src = (as: 'pdf' | 'docx') => api.printedWritten.url({ params: { paperId: paper.id }, query: { as } });
  return (
    <section className="card stack" aria-label={labels.text}>
      <div className="spread no-print">
        <Choices<View> label={labels.text} value={view} onChange={setView} options={[['text', labels.text], ['paper', labels.asPaper]]} />
        <div className="row"><a className="plain" href={src('pdf')} target="_blank" rel="noreferrer">{labels.pdf}</a><a className="plain" href={src('docx')}>{labels.docx}</a></div>
      </div>
      {view === 'paper' ? <PdfView key={paper.version} src={src('pdf')} name={`${labels.asPaper} ${paper.content.title}`} /> : <Text paper={paper} />}
    </section>
  );
};

const Text = ({ paper: { kind, number, content } }: Props) => {
  const { labels } = useMeetingWords();
  const school = useAskedMe().data?.school ?? '';
  const isMinutes = kind === 'minutes' || kind === 'note';
  return (
    <div className="paper-text" lang="zh-CN">
      {isMinutes && <><div className="head" aria-hidden="true">{school}纪要</div><div className="number-line number">{number ?? labels.noNumber}</div></>}
      <h2>{content.title}</h2>
      {blocksOf(content.body).map((block, i) => (typeof block === 'string' ? <p key={i} data-level={levelOf(block)}>{block}</p> : <Table key={i} rows={block} />))}
      {([[labels.attending, content.attending], [labels.absent, content.absent], [labels.observing, content.observing]] as const).map(([label, names]) => names && <p key={label}>{label}：{names}</p>)}
    </div>
  );
};

/** Wider than a phone: it moves in its own frame, also by keyboard. */
const Table = ({ rows: [head = [], ...rows] }: { rows: readonly (readonly string[])[] }) => (
  <div className="written-table" role="group" tabIndex={0} aria-label={useMeetingWords().labels.table}><table><thead><tr>{head.map((cell, i) => <th key={i}>{cell}</th>)}</tr></thead><tbody>{rows.map((row, i) => <tr key={i}>{row.map((cell, n) => <td key={n}>{cell}</td>)}</tr>)}</tbody></table></div>
);

/** Paragraphs, and lines of cells with tabs between them as one table. */
const blocksOf = (body: string) =>
  body.split('\n').map((line) => line.trim()).filter(Boolean).reduce<(string | string[][])[]>((blocks, line) => {
    const last = blocks.at(-1);
    if (!line.includes('\t')) return [...blocks, line];
    const row = line.split('\t').map((cell) => cell.trim());
    return Array.isArray(last) ? [...blocks.slice(0, -1), [...last, row]] : [...blocks, [row]];
  }, []);
