import { Button } from 'antd';
import { useState } from 'react';
import { api as files, upload } from '#mechanisms/files/web/api.ts';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { FilePicker } from '#ui/FilePicker.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import type { Room } from '../nouns.ts';
import { api, stale, useRoomWords } from './api.ts';
import './rooms.css';

/** What a room looks like; whoever looks after the rooms adds what the phone's camera saw. */
export const RoomPhotos = ({ room: { id: roomId, name, photos }, may }: { room: Pick<Room, 'id' | 'name' | 'photos'>; may: boolean }) => {
  const { labels, refusals } = useRoomWords();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [edits, setEdits] = useState(false);
  const add = useAct((fileId: string, key) => api.addPhoto({ params: { roomId }, body: { fileId } }, key), stale);
  const remove = useAct((photoId: string, key) => api.removePhoto({ params: { photoId } }, key), stale);
  return (
    <>
      {photos.length > 0 && (
        <ul className="room-photos" aria-label={labels.lookPhoto.replace('{room}', name)}>
          {photos.map((photo, i) => {
            const said = labels.photoOf.replace('{room}', name).replace('{n}', String(i + 1));
            return (
              <li key={photo.id} className="stack tight">
                <a href={files.preview.url({ params: { fileId: photo.fileId } })} target="_blank" rel="noreferrer"><img className="room-photo" loading="lazy" src={files.thumbnail.url({ params: { fileId: photo.fileId } })} alt={said} /></a>
                {edits && <Confirm label={labels.removePhoto} what={said} then={labels.removePhotoThen} busy={remove.busy} onYes={() => remove.run(photo.id)} />}
              </li>
            );
          })}
        </ul>
      )}
      {edits && <FilePicker label={labels.addPhoto} accept="image/*" upload={upload} onFailed={setCodes} onPicked={({ id }) => (setCodes([]), add.run(id))} />}
      {may && <div><Button size="small" aria-expanded={edits} onClick={() => setEdits(!edits)}>{edits ? labels.photosDone : photos.length ? labels.editPhotos : labels.addPhoto}</Button></div>}
      <Refusals codes={[...codes, ...add.codes, ...remove.codes]} words={refusals} />
    </>
  );
};

/** How a room looks, small, beside its name. */
export const Look = ({ room: { name, photos: [first] } }: { room: Pick<Room, 'name' | 'photos'> }) => {
  const { labels } = useRoomWords();
  return first ? <img className="room-look" loading="lazy" src={files.thumbnail.url({ params: { fileId: first.fileId } })} alt={labels.lookPhoto.replace('{room}', name)} /> : null;
};
