import { reasons } from '#platform/rules.ts';

const most = 12;
/** What every browser shows, and what is made so. */
const pictures = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'];

export const whyNotAddPhoto = (file: { type: string } | undefined, { photos }: { photos: number }) => reasons(
  [file === undefined,                                          'rooms.photo_unknown'],
  [file !== undefined && !pictures.includes(file.type),         'rooms.photo_no_picture'],
  [photos >= most,                                              'rooms.too_many_photos'],
);
