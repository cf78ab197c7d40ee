import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { useMay } from './me.ts';

/** Which role holds which permission; the security administrator changes it. The permissions of modules come in their own words. */
export const RoleTable = ({ permissions: ofModules }: { permissions: Readonly<Record<string, string>> }) => {
  const { labels, roles, refusals, permissions: own } = useWords({ zh, en });
  const words = { ...own, ...ofModules };
  const may = useMay();
  const asked = useQuery(api.grants.asQuery({}));
  const grant = useAct(({ role, permission, granted }: { role: string; permission: string; granted: boolean }, key) => api.grant({ params: { role, permission }, body: { granted } }, key), ['access']);
  return (
    <div className="stack">
      <h1>{labels.roles}</h1>
      <Refusals codes={grant.codes} words={refusals} />
      <Loaded asked={asked}>
        {({ permissions, roles: all }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
          <div className="wide" tabIndex={0} role="region" aria-label={labels.roles}>
            <table className="book shown">
              <thead><tr><th scope="col">{labels.permission}</th>{all.map(({ role }) => <th key={role} scope="col">{roles[role as 'staff']}</th>)}</tr></thead>
              <tbody>
                {permissions.map((permission) => (
                  <tr key={permission}>
                    <th scope="row">{words[permission] ?? permission}<br /><small className="quiet">{permission}</small></th>
                    {all.map(({ role, permissions: held }) => <td key={role}><Checkbox aria-label={`${roles[role as 'staff']} ${words[permission] ?? permission}`} checked={held.includes(permission)} disabled={!may('roles.manage') || grant.busy} onChange={(event) => grant.run({ role, permission, granted: event.target.checked })} /></td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </div>
  );
};
