import { useDepartments } from '#mechanisms/organisation/web/fields.tsx';
import { type Drafted, type Fault, faultsOf } from '../drafts/rules.ts';
import { unfilled } from '../templates/rules.ts';
import { useOutgoingWords } from './api.ts';

export type Checked = Omit<Drafted, 'departments'>;

/** What a 核稿 would say of it now; the same rules refuse it when it is sent. */
export const useFaults = (draft: Checked): Fault[] => {
  const departments = useDepartments();
  return faultsOf({ ...draft, departments: departments.map(({ name }) => name) });
};

export const Checks = ({ draft }: { draft: Checked }) => {
  const { labels, faults: words } = useOutgoingWords();
  const faults = useFaults(draft);
  const open = unfilled(`${draft.title}\n${draft.body}\n${draft.note}`);
  const grave = faults.filter((fault) => fault.grave);
  const light = faults.filter((fault) => !fault.grave);
  return (
    <section className="card stack tight" aria-label={labels.checks}>
      <h2>{labels.checks}</h2>
      <p role="status" className={grave.length ? 'late' : 'quiet'}>{grave.length ? labels.graveFaults.replace('{n}', String(grave.length)) : light.length || open.length ? labels.lightFaults : labels.noFaults}</p>
      <ul className="lines">
        {[...grave, ...light].map(({ code, said, grave: isGrave }) => <li key={code}><strong className={isGrave ? 'late' : 'soon'}>{isGrave ? labels.mustMend : labels.mayMend}</strong>　{words[code]}{said && <q className="said">{said}</q>}</li>)}
        {open.length > 0 && <li><strong className="soon">{labels.mayMend}</strong>　{labels.unfilled.replace('{n}', String(open.length))}<q className="said">{open[0]}</q></li>}
      </ul>
    </section>
  );
};
