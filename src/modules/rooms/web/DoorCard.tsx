import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import QRCode from 'qrcode';
import { useRef } from 'react';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Copy } from '#ui/Copy.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { api, stale, useRoomWords } from './api.ts';
import './rooms.css';

/** 门牌: name, QR and code of a room, to be printed and put up at its door; and the address of its screen. */
export const DoorCard = () => {
  const { labels } = useRoomWords();
  const { roomId } = useParams({ strict: false }) as { roomId: string };
  const address = useRef<HTMLSpanElement>(null);
  const asked = useQuery(api.doorCard.asQuery({ params: { roomId } }));
  const renew = useAct((_: null, key) => api.renewDoor({ params: { roomId }, body: {} }, key), stale);
  return (
    <Loaded asked={asked}>
      {({ room, building, seats, doorCode, screen }) => (
        <div className="stack">
          <div className="row no-print"><Button type="primary" onClick={() => window.print()}>{labels.print}</Button><Confirm label={labels.renewDoor} what={room.name} then={labels.renewDoorThen} busy={renew.busy} onYes={() => renew.run(null)} /></div>
          <section className="door-card">
            <h1>{room.name}</h1>
            <p>{building}　{labels.seats.replace('{n}', String(seats))}</p>
            <Picture of={`${window.location.origin}/rooms/door/${room.id}?code=${doorCode}`} label={labels.doorQr} />
            <p>{labels.doorHow}</p>
            <p className="door-code number">{doorCode}</p>
          </section>
          <p className="row no-print"><span className="quiet">{labels.screenAddress}</span><span ref={address} className="wrap">{`${window.location.origin}/door/${screen}`}</span><Copy text={`${window.location.origin}/door/${screen}`} shown={address} /></p>
        </div>
      )}
    </Loaded>
  );
};

const Picture = ({ of, label }: { of: string; label: string }) => {
  const { data } = useQuery({ queryKey: ['qr', of], queryFn: () => QRCode.toString(of, { type: 'svg', margin: 1 }), staleTime: Number.POSITIVE_INFINITY });
  return data ? <img className="door-qr" alt={label} src={`data:image/svg+xml,${encodeURIComponent(data)}`} /> : null;
};
