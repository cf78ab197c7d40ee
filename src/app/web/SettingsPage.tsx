import { Link } from '@tanstack/react-router';
import { useMay } from '#mechanisms/access/web/me.ts';
import { Settings } from '#mechanisms/settings/web/Settings.tsx';
import { useWords } from '#ui/words.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** Every figure of the plan, and the way to the routes of approvals and the calendar, which are data too. */
export const SettingsPage = () => {
  const words = useWords({ zh, en });
  const may = useMay();
  return (
    <Settings>
      <div className="card stack tight">
        {may('approvals.routes') && <p><Link to="/approvals/routes">{words.routes}</Link>　<span className="quiet">{words.routesDoes}</span></p>}
        <p><Link to="/calendar">{words.calendar}</Link>　<span className="quiet">{words.calendarDoes}</span></p>
      </div>
    </Settings>
  );
};
