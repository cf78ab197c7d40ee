import { reasons } from '#platform/rules.ts';

const most = 20;

export const whyNotOpenFeed = ({ roomKnown, open }: { roomKnown: boolean; open: number }) => reasons(
  [!roomKnown,     'rooms.room_unknown'],
  [open >= most,   'rooms.too_many_feeds'],
);
