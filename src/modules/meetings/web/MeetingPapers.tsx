import { Link } from '@tanstack/react-router';
import { useMay } from '#mechanisms/access/web/me.ts';
import { Menu } from '#ui/Menu.tsx';
import type { WholeMeeting } from '../nouns.ts';
import { api, useMeetingWords } from './api.ts';

/** What is printed before a meeting: its notice, who sits where, the name cards. */
export const MeetingPapers = ({ meeting: { id, state } }: { meeting: WholeMeeting }) => {
  const { labels } = useMeetingWords();
  const manages = useMay()('meetings.manage');
  if (state === 'cancelled') return null;
  const params = { meetingId: id };
  return (
    <div className="row no-print">
      <Menu label={labels.papersBefore}>
        <a href={api.noticePaper.url({ params, query: { as: 'pdf' } })} target="_blank" rel="noreferrer">{labels.noticePdf}</a>
        <a href={api.noticePaper.url({ params, query: { as: 'docx' } })}>{labels.noticeDocx}</a>
        <a href={api.seatingPaper.url({ params })} target="_blank" rel="noreferrer">{labels.printSeating}</a>
        {manages && <a href={api.nameCards.url({ params })} target="_blank" rel="noreferrer">{labels.printCards}</a>}
      </Menu>
      <Link to={`/meetings/${id}/seating` as string}>{labels.seating}</Link>
    </div>
  );
};
