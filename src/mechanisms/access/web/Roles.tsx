import { useQuery } from '@tanstack/react-query';
import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { access } from '../contract.ts';
import { whyNotGrant } from '../rules.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { useMay, useMe } from './me.ts';

type Row = Answer<typeof access.grants>['roles'][number];
type Wanted = { role: string; permission: string; granted: boolean };

/** Which role holds which permission; the security administrator changes it. What the rule forbids is grey with its reason; what differs from the standard is marked. The permissions of modules come in their own words. */
export const RoleTable = ({ permissions: ofModules }: { permissions: Readonly<Record<string, string>> }) => {
  const { labels, roles, refusals, permissions: own } = useWords({ zh, en });
  const words = { ...own, ...ofModules };
  const asked = useQuery(api.grants.asQuery({}));
  const [wanted, setWanted] = useState<Wanted>();
  const grant = useAct((params: Wanted, key) => api.grant({ params, body: { granted: params.granted } }, key), ['access'], () => setWanted(undefined));
  return (
    <div className="stack">
      <h1>{labels.roles}</h1>
      <p className="quiet">{labels.rolesSay}</p>
      <Loaded asked={asked}>
        {({ permissions, roles: all }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
          <div className="wide" tabIndex={0} role="region" aria-label={labels.roles} style={{ maxHeight: '75vh' }}>
            <table className="book shown">
              <thead><tr><th scope="col">{labels.permission}</th>{all.map(({ role }) => <th key={role} scope="col">{roles[role as 'staff']}</th>)}</tr></thead>
              <tbody>
                {permissions.map((permission) => (
                  <tr key={permission}>
                    <th scope="row">{words[permission] ?? permission}</th>
                    {all.map((row) => <td key={row.role}><Cell row={row} all={all} permission={permission} word={words[permission] ?? permission} onAsk={setWanted} /></td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      <Modal open={wanted !== undefined} title={wanted && `${roles[wanted.role as 'staff']}：${words[wanted.permission] ?? wanted.permission}`} onCancel={() => setWanted(undefined)} onOk={() => wanted && grant.run(wanted)} okText={wanted?.granted ? labels.grantIt : labels.takeIt} okButtonProps={{ danger: !wanted?.granted }} confirmLoading={grant.busy} cancelText={labels.keepAsIs} width={440}>
        <p>{wanted?.granted ? labels.grantSay : labels.takeSay}</p>
        <Refusals codes={grant.codes} words={refusals} />
      </Modal>
    </div>
  );
};

const Cell = ({ row, all, permission, word, onAsk }: { row: Row; all: readonly Row[]; permission: string; word: string; onAsk: (wanted: Wanted) => void }) => {
  const { labels, roles, refusals } = useWords({ zh, en });
  const may = useMay();
  const me = useMe()!;
  const isHeld = row.permissions.includes(permission);
  const isOther = isHeld !== row.standard.includes(permission);
  const wanted = { role: row.role, permission, granted: !isHeld };
  const [why] = whyNotGrant({ ...wanted, holders: all.filter(({ standard }) => standard.includes(permission)).map(({ role }) => role), isOwnRole: me.posts.some(({ role }) => role === row.role) });
  const label = [roles[row.role as 'staff'], word, isOther && labels.notStandard].filter(Boolean).join(' ');
  return <span title={why ? refusals[why as 'access.not_yourself'] : undefined}><Checkbox aria-label={label} checked={isHeld} disabled={!may('roles.manage') || why !== undefined} onChange={() => onAsk(wanted)} />{isOther && <span className="soon" aria-hidden="true"> ＊</span>}</span>;
};
