import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import QRCode from 'qrcode';
import { Loaded } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { codeSeconds } from '../signin/times.ts';
import { api } from './api.ts';
import { filled, useSittingWords } from './sitting.ts';
import './sitting.css';

/** The code of this moment, on the screen while people come in; on paper only the way to the page, for a photo of a code must be worth nothing (MTG-5). */
export const SignInCard = () => {
  const { labels } = useSittingWords();
  const { meetingId } = useParams({ strict: false }) as { meetingId: string };
  // Again when the code is over, a little later than that, so that the new one is there.
  const asked = useQuery({ ...api.signInCard.asQuery({ params: { meetingId } }), refetchInterval: ({ state: { data } }) => (data ? data.secondsLeft * 1000 + 500 : 5000) });
  const page = `${window.location.origin}/meetings/${meetingId}/attendance`;
  return (
    <Loaded asked={asked}>
      {({ title, place, startsAt, code, counted }) => (
        <div className="stack">
          <div className="spread no-print"><Button onClick={() => window.print()}>{labels.print}</Button><span className="row"><Link to={`/meetings/${meetingId}/attendance` as string}>{labels.signIn}</Link><Link to={`/meetings/${meetingId}/sitting` as string}>{labels.openSitting}</Link></span></div>
          <section className="sign-card">
            <h1>{title}</h1>
            <p><When at={startsAt} />　{place}</p>
            <div className="stack tight no-print sign-live"><Picture of={`${page}?code=${code}`} label={labels.signInCard} /><p className="sign-code number">{code}</p><p>{filled(labels.signHow, { n: codeSeconds })}</p></div>
            <div className="print-only"><Picture of={page} label={labels.signIn} /><p>{labels.signOnPaper}</p></div>
            <p className="no-print" role="status">{filled(labels.came, counted)}</p>
          </section>
        </div>
      )}
    </Loaded>
  );
};

const Picture = ({ of, label }: { of: string; label: string }) => {
  const { data } = useQuery({ queryKey: ['qr', of], queryFn: () => QRCode.toString(of, { type: 'svg', margin: 1 }), staleTime: Number.POSITIVE_INFINITY, placeholderData: (before) => before });
  return data ? <img className="sign-qr" alt={label} src={`data:image/svg+xml,${encodeURIComponent(data)}`} /> : null;
};
