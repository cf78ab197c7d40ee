import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { Day, When } from '#ui/When.tsx';
import type { WholeReport } from '../reports/contract.ts';
import { api, stale, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { saidIn } from './Facts.tsx';
import { PaperStanding } from './MinutesPage.tsx';
import { WrittenText } from './WrittenText.tsx';

/** One summary or report. */
export const ReportPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.report.asQuery({ params: { paperId: recordId } }));
  return <Loaded asked={asked}>{(report) => <Page report={report} />}</Loaded>;
};

const Page = ({ report }: { report: WholeReport }) => {
  const { labels, acts, paperKinds } = useMeetingWords();
  return (
    <Record
      standing={<><span className="quiet">{paperKinds[report.kind]}</span><PaperStanding state={report.state} /></>}
      title={report.title}
      facts={<><Day on={report.coversFrom} />–<Day on={report.coversTo} />　{labels.madeAt} <When at={report.madeAt} />{report.finalAt && <>　{labels.finalAt} <When at={report.finalAt} />　{report.finalBy?.name}</>}</>}
      side={<><ReportActs report={report} /><History recordId={report.id} module="meetings" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} /></>}
    >
      <WrittenText paper={report} />
    </Record>
  );
};

const ReportActs = ({ report }: { report: WholeReport }) => {
  const { labels, refusals } = useMeetingWords();
  const navigate = useNavigate();
  const [finishes, setFinishes] = useState(false);
  const params = { paperId: report.id };
  const read = useAct((_: void, key) => api.readReport({ params, body: {} }, key), stale);
  if (!Object.keys(report.whyNot).length) return null;
  return (
    <section className="card stack">
      <Acts words={refusals} acts={[
        { name: 'readReport', label: labels.readIt, whyNot: report.whyNot['readReport'], onClick: () => read.run(), main: true },
        { name: 'save', label: labels.editText, whyNot: report.whyNot['save'], onClick: () => void navigate({ to: `/meetings/papers/${report.id}/edit` as string }) },
        { name: 'finishReport', label: labels.finishReport, whyNot: report.whyNot['finishReport'], onClick: () => setFinishes(true) },
      ]} />
      <Refusals codes={read.codes} words={refusals} />
      {finishes && <Ask title={labels.finishReport} what={report.title} follows={labels.finishThen} draft={`meetings.finish.${report.id}`} start={{}} onClose={() => setFinishes(false)} send={(_, key) => api.finishReport({ params, body: {} }, key)}>{() => null}</Ask>}
    </section>
  );
};
