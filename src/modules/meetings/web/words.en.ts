import type { zh } from './words.zh.ts';

export const en: { labels: Record<keyof typeof zh.labels, string> } = {
  labels: {
    meetings: 'Meetings', topics: 'Topics', newMeeting: 'Plan a meeting', applyTopic: 'Apply with a topic', show: 'Show', coming: 'To come', past: 'Over', all: 'All', waiting: 'Waiting', mine: 'Mine',
    noMeetings: 'No meetings. The office plans them from the topics that wait; once approved and called they are seen here.', noTopics: 'No topics. A department applies here: what is to be talked about, and how many minutes it needs.', urgentCount: '{called} meetings called this year, {urgent} of them at short notice',
    kind: 'Kind', title: 'Name', when: 'When', place: 'Place', chair: 'Chair', minuteTaker: 'Minute-taker', state: 'State', myReply: 'My answer', urgent: 'At short notice', toAnswer: 'Please answer',
    topic: 'Topic', why: 'Reason', minutes: 'Minutes needed', minutesUnit: '{n} min', wishedOn: 'Before which day', attendees: 'Who should come', materials: 'Materials', department: 'Department', appliedBy: 'Applicant', appliedAt: 'Applied', deferrals: 'Put off', said: 'Why', source: 'From the document', history: 'What happened', taken: 'Meetings that had it',
    changeTopic: 'Change and apply again', editTopic: 'Change', returnTopic: 'Return', withdrawTopic: 'Withdraw', reason: 'Reason', stub: '(classified, no title)',
    starts: 'Begins', lasts: 'Length (minutes)', prepare: 'What to bring', urgentWhy: 'Why at short notice (where too few working days are left)', attends: 'Attend', observes: 'Observe', agenda: 'Agenda', presenter: 'Presenter', addTopic: 'Add a topic', remove: 'Remove', up: 'Up', down: 'Down', total: 'Topics {sum} min, meeting {minutes} min',
    save: 'Save', checks: 'Time and people', fits: 'Nothing in the way', restDay: '{day} is no working day{name}', missingYear: 'The calendar of {year} is not published', latest: 'The notice must leave ({days} working days ahead) by', tooLate: 'Fewer than {days} working days are left: say why it is urgent', meetingClash: '{person} sits in another meeting: {what}', leaveClash: '{person} is away: {what}', placeClash: 'Another meeting is there: {what}',
    sendForApproval: 'Send for approval', changePlan: 'Change the plan', call: 'Send the notice', changeCalled: 'Change', cancelMeeting: 'Cancel the meeting', urgeReplies: 'Remind', reply: 'Answer', urged: '{n} reminded',
    deputy: 'Who comes for you', whyAway: 'Why', cancelThen: 'Everybody who was called is told; the topics wait again.', callThen: 'Everybody has it in the inbox and by mail.', changeThen: 'Everybody is told; where the time is another, they answer anew.',
    people: 'Who comes', answered: '{n} of {all} answered', silent: 'no answer', changes: 'Changes', facts: 'Notice', noticeOf: 'Notice sent', whoForWhom: '{who} for {whom}',
  },
};
