/** What a line of the inbox asks for. */
export const asks = {
  zh: { 'meetings.takeUp': '议题申请，请列入会议或退回', 'meetings.mendTopic': '议题退回，请修改', 'meetings.call': '会议已批准，请发通知', 'meetings.reply': '会议通知，请回执', 'meetings.endMeeting': '会议记录中，散会后请结束会议', 'meetings.carryOut': '会议决议，请落实', 'meetings.checkResolution': '决议已办理，请核对销号', 'meetings.decideDeferral': '决议申请延期，请批复', 'meetings.resolutionLate': '决议逾期，请催办' },
  en: { 'meetings.takeUp': 'A topic: take it up or return it', 'meetings.mendTopic': 'Your topic was returned', 'meetings.call': 'The meeting is approved: send the notice', 'meetings.reply': 'Called to a meeting: please answer', 'meetings.endMeeting': 'A meeting is being written down: end it when it is over', 'meetings.carryOut': 'Carry out the resolution', 'meetings.checkResolution': 'Carried out: check and close it', 'meetings.decideDeferral': 'More time is asked for a resolution', 'meetings.resolutionLate': 'A resolution is late: urge it' },
};
