import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ChooseSigners } from '#mechanisms/approvals/web/ChooseSigners.tsx';
import { useAct } from '#ui/act.ts';
import { type Act, Acts } from '#ui/Acts.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import type { Document } from '../nouns.ts';
import { ActAsk, type OpenAct } from './ActAsk.tsx';
import { api, stale, useOutgoingWords } from './api.ts';

/** What I can do with this document now. */
export const DocumentActs = ({ document }: { document: Document }) => {
  const { labels, refusals, verbs } = useOutgoingWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState<OpenAct>();
  const params = { documentId: document.id };
  const check = useAct((_: undefined, key) => api.check({ params, body: {} }, key), stale);
  const submit = useAct((chosen: Record<string, string[]>, key) => api.submit({ params, body: { chosen } }, key), stale);
  const { whyNot, state } = document;
  /** Not there at all before its time has come. */
  const inState = (states: readonly Document['state'][], act: Act): Act => ({ ...act, whyNot: states.includes(state) ? act.whyNot : undefined });
  const mine = (name: string) => (whyNot[name]?.includes('outgoing.not_the_drafter') ? undefined : whyNot[name]);
  const opens = (name: OpenAct, main = false): Act => ({ name, label: verbs[name], whyNot: whyNot[name], onClick: () => setOpen(name), main });
  const acts: Act[] = [
    inState(['draft'], { name: 'edit', label: labels.editDraft, whyNot: mine('save'), onClick: () => void navigate({ to: `/outgoing/${document.id}/edit` as string }) }),
    inState(['draft'], { name: 'submit', label: verbs.submit, whyNot: mine('submit'), onClick: () => submit.run({}), main: true }),
    inState(['signed'], { name: 'check', label: verbs.check, whyNot: whyNot['check'], onClick: () => check.run(undefined), main: true }),
    inState(['checked'], opens('number', true)),
    inState(['sealed'], opens('issue', true)),
    inState(['numbered', 'sealed'], opens('seal', state === 'numbered')),
    inState(['numbered', 'sealed', 'issued'], opens('printed')),
    inState(['issued'], opens('sendMore')),
  ];
  const rare: Act[] = [inState(['signed', 'checked'], opens('correct')), inState(['signed', 'checked', 'numbered'], opens('signAgain')), inState(['numbered'], opens('voidNumber')), { ...opens('drop'), whyNot: mine('drop')?.length ? undefined : mine('drop') }];
  const any = [...acts, ...rare].some((act) => act.whyNot);
  if (!any && !open) return null;
  return (
    <section className="card stack" aria-label={labels.acts}>
      <Acts acts={acts} words={refusals} />
      {rare.some((act) => act.whyNot) && <details className="fold"><summary>{labels.moreActs}</summary><Acts acts={rare} words={refusals} /></details>}
      <Refusals codes={[...check.codes, ...submit.codes]} words={refusals} />
      {submit.codes.includes('outgoing.draft_has_faults') && <Link to={`/outgoing/${document.id}/edit` as string}>{labels.editDraft}</Link>}
      <ChooseSigners subject="outgoing.document" codes={submit.codes} drafterId={document.drafter.id} onChosen={submit.run} />
      {open && <ActAsk act={open} document={document} onClose={() => setOpen(undefined)} />}
    </section>
  );
};
