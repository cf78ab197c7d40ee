/** What a line of the inbox asks for. */
export const asks = {
  zh: { 'rooms.answerOffer': '会议室空出来了，请决定要不要', 'rooms.signIn': '请到会议室签到', 'rooms.leave': '会议已到时间，请离场' },
  en: { 'rooms.answerOffer': 'A room fell free: do you take it', 'rooms.signIn': 'Sign in at the room', 'rooms.leave': 'The time is over: please leave the room' },
};
