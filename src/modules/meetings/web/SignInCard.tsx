import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import QRCode from 'qrcode';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { api, stale } from './api.ts';
import { filled, useSittingWords } from './sitting.ts';
import './sitting.css';

/** The code of one meeting: on the screen while people come in, or on paper at the door. */
export const SignInCard = () => {
  const { labels, refusals } = useSittingWords();
  const { meetingId } = useParams({ strict: false }) as { meetingId: string };
  const asked = useQuery(api.signInCard.asQuery({ params: { meetingId } }));
  const renew = useAct((_: null, key) => api.renewSignIn({ params: { meetingId }, body: {} }, key), stale);
  return (
    <Loaded asked={asked}>
      {({ title, place, startsAt, code, counted }) => (
        <div className="stack">
          <div className="spread no-print"><span className="row"><Button type="primary" onClick={() => window.print()}>{labels.print}</Button><Confirm label={labels.renewCode} what={title} then={labels.renewThen} busy={renew.busy} onYes={() => renew.run(null)} /></span><span className="row"><Link to={`/meetings/${meetingId}/attendance` as string}>{labels.signIn}</Link><Link to={`/meetings/${meetingId}/sitting` as string}>{labels.openSitting}</Link></span></div>
          <Refusals codes={renew.codes} words={refusals} />
          <section className="sign-card">
            <h1>{title}</h1>
            <p><When at={startsAt} />　{place}</p>
            <Picture of={`${window.location.origin}/meetings/${meetingId}/attendance?code=${code}`} label={labels.signInCard} />
            <p>{labels.signHow}</p>
            <p className="sign-code number">{code}</p>
            <p className="no-print" role="status">{filled(labels.came, counted)}</p>
          </section>
        </div>
      )}
    </Loaded>
  );
};

const Picture = ({ of, label }: { of: string; label: string }) => {
  const { data } = useQuery({ queryKey: ['qr', of], queryFn: () => QRCode.toString(of, { type: 'svg', margin: 1 }), staleTime: Number.POSITIVE_INFINITY });
  return data ? <img className="sign-qr" alt={label} src={`data:image/svg+xml,${encodeURIComponent(data)}`} /> : null;
};
