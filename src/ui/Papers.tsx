import { Button } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { dismissPaper, type Making, makePaper, usePapers } from './papers.ts';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

/** Leads to a paper that may take a while: it is set beside the page one goes on working on. */
export const PaperLink = ({ href, name, children }: { href: string; name: string; children: ReactNode }) => {
  const make = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void makePaper(href, name);
  };
  return <a href={href} target="_blank" rel="noreferrer" onClick={make}>{children}</a>;
};

/** What is being set and what is ready, on every page, until it is put away. */
export const Papers = () => {
  const papers = usePapers();
  return <div className="papers no-print" role="status">{papers.map((paper) => <Paper key={paper.href} paper={paper} />)}</div>;
};

const Paper = ({ paper: { href, name, seconds, usual, state, at, stop } }: { paper: Making }) => {
  const { labels } = useWords({ zh, en });
  const away = <Button size="small" aria-label={`${labels.close} ${name}`} onClick={() => dismissPaper(href)}>{labels.close}</Button>;
  if (state === 'made')
    return <p className="card row"><span>{labels.setting.replace('{name}', name)} <span className="quiet" aria-hidden="true">{labels.seconds.replace('{n}', String(seconds))}{usual && labels.lastTook.replace('{n}', String(usual))}</span></span><progress aria-label={name} {...(usual && { max: usual, value: Math.min(seconds, 0.95 * usual) })} /><Button size="small" onClick={stop}>{labels.cancel}</Button></p>;
  if (state === 'failed')
    return <p className="card row"><span>{labels.notSet.replace('{name}', name)}</span><Button size="small" onClick={() => void makePaper(href, name)}>{labels.retry}</Button>{away}</p>;
  return <p className="card row"><span>{labels.isSet.replace('{name}', name)}</span><a href={at} target="_blank" rel="noreferrer">{labels.open}</a><a href={at} download={`${name}.pdf`}>{labels.download}</a>{away}</p>;
};
