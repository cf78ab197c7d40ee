import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Line } from '../rights/contract.ts';
import { api, stale, useLibraryWords } from './api.ts';

/** Lines of rights: who, what, given where, by whom. */
export const RightLines = ({ lines, mayWithdraw = false }: { lines: readonly Line[]; mayWithdraw?: boolean }) => {
  const { labels, states, refusals } = useLibraryWords();
  const withdraw = useAct((grantId: string, key) => api.withdraw({ params: { grantId }, body: {} }, key), stale);
  const whom = useWhom();
  if (!lines.length) return <p className="quiet">{labels.noLines}</p>;
  return (
    <>
      <ul className="lines">
        {lines.map((line) => (
          <li key={line.id} className="spread">
            <span><strong>{whom(line)}</strong>　{states[line.level]}　<span className="quiet">{line.here ? labels.givenHere : line.from.name ? labels.givenAt.replace('{name}', line.from.name) : labels.givenAbove}{line.givenBy && <>　{line.givenBy.name}　<When at={line.givenAt} /></>}{line.endsAt && <>　{labels.until}<When at={line.endsAt} /></>}</span></span>
            {mayWithdraw && line.here && <button type="button" className="plain" disabled={withdraw.busy} aria-label={labels.withdrawFrom.replace('{name}', whom(line))} onClick={() => withdraw.run(line.id)}>{labels.withdraw}</button>}
          </li>
        ))}
      </ul>
      <Refusals codes={withdraw.codes} words={refusals} />
    </>
  );
};

const useWhom = () => {
  const { kinds, roles } = useLibraryWords();
  return ({ kind, subject }: Pick<Line, 'kind' | 'subject'>) => kinds[kind].replace('{name}', kind === 'role' ? (roles[subject] ?? subject) : subject);
};
