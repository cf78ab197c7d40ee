import { SearchPage } from '#mechanisms/search/web/SearchPage.tsx';
import { useWords } from '#ui/words.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const Search = () => {
  const words = useWords({ zh, en });
  return <SearchPage kinds={{ incoming: words.incomingKind, outgoing: words.outgoing, library: words.library, archive: words.archive, topic: words.topicKind, meeting: words.meetings, resolution: words.resolutionKind, minutes: words.minutesKind, 'meeting-report': words.meetingReportKind, rooms: words.bookingKind, 'room-series': words.bookingKind, room: words.rooms }} />;
};
