import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';

const Done = z.object({ id: z.uuid() });

/** 会议室照片: added and taken away by whoever looks after the rooms. */
export const photos = {
  addPhoto: endpoint({ path: 'POST /rooms/:roomId/photos', permission: 'rooms.manage', body: z.object({ fileId: z.uuid() }), returns: Done, refuses: ['rooms.photo_unknown', 'rooms.photo_no_picture', 'rooms.too_many_photos'] }),
  removePhoto: endpoint({ path: 'DELETE /room-photos/:photoId', permission: 'rooms.manage', returns: Done }),
};
