import { client } from '#platform/client.ts';
import type { Picked } from '#ui/FilePicker.tsx';
import { files } from '../contract.ts';

export const api = client('files', files);

const piece = 4 * 1024 ** 2;
const tries = 5;

/** Small files at once, large ones in pieces; a piece that was lost is sent again from where the server stands. */
export const upload = async (file: File, progress: (share: number) => void): Promise<Picked> => {
  if (file.size <= piece) return api.upload({ query: { name: file.name }, body: file as never });
  const { id: uploadId } = await api.startUpload({ body: { name: file.name, size: file.size } });
  let received = 0;
  while (received < file.size) {
    received = await sendPiece(uploadId, file, received, tries);
    progress(received / file.size);
  }
  return api.finishUpload({ params: { uploadId } });
};

const sendPiece = async (uploadId: string, file: File, offset: number, left: number): Promise<number> => {
  const body = file.slice(offset, offset + piece) as never;
  try {
    return (await api.sendPiece({ params: { uploadId }, query: { offset }, body })).received;
  } catch (error) {
    if (left === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000 * (tries - left + 1)));
    const { received } = await api.uploaded({ params: { uploadId } });
    return received > offset ? received : sendPiece(uploadId, file, offset, left - 1);
  }
};
