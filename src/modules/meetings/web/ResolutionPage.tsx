import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api as filesApi } from '#mechanisms/files/web/api.ts';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { Day, When } from '#ui/When.tsx';
import type { resolutions } from '../resolutions/contract.ts';
import { api, stale, useMeetingWords } from './api.ts';
import { Fact, saidIn } from './Facts.tsx';
import { type ResolutionAct, ResolutionAsks } from './ResolutionAsks.tsx';
import { ResolutionStanding } from './Resolutions.tsx';
import { Title } from './Topics.tsx';

export type WholeResolution = Answer<typeof resolutions.resolution>;

/** One resolution: where it comes from, what was done of it, what may be done now. */
export const ResolutionPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.resolution.asQuery({ params: { resolutionId: recordId } }));
  return <Loaded asked={asked}>{(resolution) => <Page resolution={resolution} />}</Loaded>;
};

const Page = ({ resolution }: { resolution: WholeResolution }) => {
  const { labels, refusals, acts } = useMeetingWords();
  const [asks, setAsks] = useState<ResolutionAct>();
  const urge = useAct((_: void, key) => api.urgeResolution({ params: { resolutionId: resolution.id }, body: {} }, key), stale);
  const does = { reportProgress: labels.reportProgress, askDeferral: labels.askDeferral, decideDeferral: labels.decideDeferral, closeResolution: labels.closeResolution, sendBack: labels.sendBack } as const;
  const side = (
    <>
      {Object.keys(resolution.whyNot).length > 0 && (
        <section className="card stack">
          <Acts words={refusals} acts={[...(Object.keys(does) as ResolutionAct[]).map((name, i) => ({ name, label: does[name], whyNot: resolution.whyNot[name], onClick: () => setAsks(name), main: i === 0 })), { name: 'urgeResolution', label: labels.urge, whyNot: resolution.whyNot['urgeResolution'], onClick: () => urge.run() }]} />
          <Refusals codes={urge.codes} words={refusals} />
        </section>
      )}
      <History recordId={resolution.id} module="meetings" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} />
      {asks && <ResolutionAsks act={asks} resolution={resolution} onClose={() => setAsks(undefined)} />}
    </>
  );
  return (
    <Record standing={<><span className="number quiet">{resolution.number}</span><ResolutionStanding resolution={resolution} /></>} title={resolution.text} facts={<>{resolution.owner.name}　{resolution.department.name}　<Day on={resolution.dueOn} /></>} side={side}>
      <section className="card stack" aria-label={labels.resolution}>
        <dl className="facts">
          <Fact label={labels.owner}>{resolution.owner.name}</Fact>
          <Fact label={labels.inCharge}>{resolution.department.name}</Fact>
          <Fact label={labels.assisting}>{resolution.assisting.map(({ name }) => name).join('、')}</Fact>
          <Fact label={labels.dueOn}><Day on={resolution.dueOn} /></Fact>
          <Fact label={labels.extensions}>{resolution.deferrals || null}</Fact>
          <Fact label={labels.fromMeeting}><Link to={`/records/${resolution.meeting.id}` as string}>{resolution.meeting.title}</Link>　<When at={resolution.meeting.startsAt} /></Fact>
          <Fact label={labels.topic}><Title topic={resolution.topic} /></Fact>
          <Fact label={labels.closed}>{resolution.closedAt && <><When at={resolution.closedAt} />　{resolution.closedWhy}</>}</Fact>
        </dl>
      </section>
      <Progress resolution={resolution} />
    </Record>
  );
};

const Progress = ({ resolution: { reports, deferralsAsked, files } }: { resolution: WholeResolution }) => {
  const { labels } = useMeetingWords();
  return (
    <section className="card stack" aria-label={labels.progress}>
      <h2>{labels.progress}</h2>
      {reports.length === 0 && <p className="quiet">{labels.noProgress}</p>}
      <ul className="lines">{reports.map((one) => <li key={one.at}><When at={one.at} />　{one.by.name}{one.finished && `　${labels.saidDone}`}<p className="opinion">{one.text}</p></li>)}</ul>
      {files.length > 0 && <><h3>{labels.evidence}</h3><ul className="lines">{files.map((file) => <li key={file.attachmentId}><a href={filesApi.content.url({ params: { fileId: file.id } })}>{file.name}</a></li>)}</ul></>}
      {deferralsAsked.length > 0 && <><h3>{labels.extensions}</h3><ul className="lines">{deferralsAsked.map((one) => <li key={one.at}><When at={one.at} />　{one.by.name}　{labels.until} <Day on={one.until} />　{one.granted === null ? labels.waits : one.granted ? labels.granted : labels.notGranted}<p className="opinion">{one.why}　{one.reason}</p></li>)}</ul></>}
    </section>
  );
};
