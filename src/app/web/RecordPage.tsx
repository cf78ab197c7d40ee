import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { ActWords } from '#mechanisms/lifecycle/web/act-words.ts';
import { api as lifecycle } from '#mechanisms/lifecycle/web/api.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { useActs } from './wording.ts';

/** The two kinds of document know each other only here: an incoming one shows what answers it. */
const Incoming = lazy(async () => {
  const [{ RecordPage: Page }, { Replies }] = await Promise.all([import('#modules/documents/incoming/web/RecordPage.tsx'), import('#modules/documents/outgoing/web/Replies.tsx')]);
  return { default: () => <Page replies={({ id, title, sender, secrecy, state }) => secrecy === 0 && <Replies recordId={id} title={title} sender={sender} open={state !== 'returned' && state !== 'void'} />} /> };
});
const Outgoing = lazy(() => import('#modules/documents/outgoing/web/RecordPage.tsx').then(({ RecordPage: Page }) => ({ default: Page })));
const LibraryFile = lazy(() => import('#modules/library/web/FilePage.tsx').then(({ FilePage: Page }) => ({ default: Page })));

const Archived = lazy(() => import('#modules/archive/web/RecordPage.tsx').then(({ RecordPage: Page }) => ({ default: Page })));
const Loan = lazy(() => import('#modules/archive/web/LoanPage.tsx').then(({ LoanPage: Page }) => ({ default: Page })));

const Destruction = lazy(() => import('#modules/archive/web/DestructionPage.tsx').then(({ DestructionPage: Page }) => ({ default: Page })));

const Topic = lazy(() => import('#modules/meetings/web/TopicPage.tsx').then(({ TopicPage: Page }) => ({ default: Page })));
const Resolution = lazy(() => import('#modules/meetings/web/ResolutionPage.tsx').then(({ ResolutionPage: Page }) => ({ default: Page })));
const Material = lazy(() => import('#modules/meetings/web/MaterialPage.tsx').then(({ MaterialPage: Page }) => ({ default: Page })));
const Preparation = lazy(() => import('#modules/meetings/web/PreparationPage.tsx').then(({ PreparationPage: Page }) => ({ default: Page })));
const Meeting = lazy(() => import('#modules/meetings/web/MeetingPage.tsx').then(({ MeetingPage: Page }) => ({ default: Page })));

const Minutes = lazy(() => import('#modules/meetings/web/MinutesPage.tsx').then(({ MinutesPage: Page }) => ({ default: Page })));
const MeetingReport = lazy(() => import('#modules/meetings/web/ReportPage.tsx').then(({ ReportPage: Page }) => ({ default: Page })));

const Booking = lazy(() => import('#modules/rooms/web/BookingPage.tsx').then(({ BookingPage: Page }) => ({ default: Page })));

const Series = lazy(() => import('#modules/rooms/web/SeriesPage.tsx').then(({ SeriesPage: Page }) => ({ default: Page })));

const Room = lazy(() => import('#modules/rooms/web/Week.tsx').then(({ Week: Page }) => ({ default: Page })));

const pages: Readonly<Record<string, ComponentType>> = { incoming: Incoming, outgoing: Outgoing, library: LibraryFile, archive: Archived, loan: Loan, destruction: Destruction, topic: Topic, meeting: Meeting, preparation: Preparation, material: Material, resolution: Resolution, minutes: Minutes, 'meeting-report': MeetingReport, rooms: Booking, 'room-series': Series, room: Room };

/** A record of whatever kind: links need not know which. */
export const RecordPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const acts = useActs();
  const asked = useQuery(lifecycle.record.asQuery({ params: { recordId } }));
  return (
    <Loaded asked={asked}>
      {({ kind }) => {
        const Page = pages[kind] ?? Incoming;
        return <ActWords value={acts}><Suspense fallback={<p className="coming" />}><Page key={recordId} /></Suspense></ActWords>;
      }}
    </Loaded>
  );
};
