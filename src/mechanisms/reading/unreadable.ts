/** Why no text could be read of a file that is kept; worded in the files' words. */
export type Why = 'broken' | 'bomb' | 'doctype' | 'slow' | 'large' | 'locked' | 'pictures' | 'no_text' | 'no_reader' | 'no_converter' | 'died' | 'classified';

export class Unreadable extends Error {
  readonly why: Why;
  constructor(why: Why) {
    super(why);
    this.why = why;
  }
}

export const whyOf = (error: unknown): Why =>
  error instanceof Unreadable ? error.why : /password|encrypt/i.test(`${(error as Error)?.name} ${(error as Error)?.message}`) ? 'locked' : /pixel limit/i.test(String(error)) ? 'large' : 'broken';
