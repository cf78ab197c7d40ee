/** What each line of the inbox asks for: apart from the other words, because everybody opens the inbox first. */
export const asks = {
  zh: { 'outgoing.check': '请复核', 'outgoing.number': '请编号', 'outgoing.seal': '请用印', 'outgoing.issue': '请印发', 'outgoing.receive': '请签收' },
  en: { 'outgoing.check': 'Please check', 'outgoing.number': 'Please number', 'outgoing.seal': 'Please seal', 'outgoing.issue': 'Please issue', 'outgoing.receive': 'Please sign for it' },
};
