import { Link } from '@tanstack/react-router';
import { useMay } from '#mechanisms/access/web/me.ts';
import { Settings } from '#mechanisms/settings/web/Settings.tsx';
import { useWords } from '#ui/words.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** Every figure of the plan, and the way to the routes of approvals, which are data too. */
export const SettingsPage = () => {
  const words = useWords({ zh, en });
  const may = useMay();
  return <Settings>{may('approvals.routes') && <p className="card"><Link to="/approvals/routes">{words.routes}</Link>　<span className="quiet">{words.routesDoes}</span></p>}</Settings>;
};
