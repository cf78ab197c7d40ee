/** The state as a dot and a word: colour is never alone. */
export const State = ({ tone, children }: { tone: 'go' | 'wait' | 'done' | 'late' | 'off'; children: string }) => (
  <span className="number"><span className="dot" data-tone={tone} aria-hidden="true" />{children}</span>
);
