import { client } from '#platform/client.ts';
import type { Picked } from '#ui/FilePicker.tsx';
import { files } from '../contract.ts';

export const api = client('files', files);

const piece = 4 * 1024 ** 2;
const tries = 5;

/** Small files at once, large ones in pieces; a piece that was lost is sent again, and after a reload the same file goes on where it stopped. */
export const upload = async (file: File, progress: (share: number) => void): Promise<Picked> => {
  if (file.size <= piece) return api.upload({ query: { name: file.name }, body: file as never });
  const started = await api.startUpload({ body: { name: file.name, size: file.size, fingerprint: String(file.lastModified) } });
  let received = started.received;
  while (received < file.size) {
    progress(received / file.size);
    received = await sendPiece(started.id, file, received, tries);
  }
  progress(1);
  return api.finishUpload({ params: { uploadId: started.id } });
};

const sendPiece = async (uploadId: string, file: File, offset: number, left: number): Promise<number> => {
  const body = file.slice(offset, offset + piece);
  try {
    return (await api.sendPiece({ params: { uploadId }, query: { offset, sha256: await sumOf(body) }, body: body as never })).received;
  } catch (error) {
    if (left === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000 * (tries - left + 1)));
    const received = await api.uploaded({ params: { uploadId } }).then((upload) => upload.received, () => offset);
    return received > offset ? received : sendPiece(uploadId, file, offset, left - 1);
  }
};

/** Without https a browser makes no sums; the piece then goes without one. */
const sumOf = async (body: Blob) => {
  if (!globalThis.crypto?.subtle) return undefined;
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await body.arrayBuffer()));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
