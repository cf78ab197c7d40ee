import { useRef } from 'react';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

interface Props {
  label: string;
  /** What is searched for now. */
  value: string;
  onSearch: (q: string) => void;
}

/** Looks for a part of a name or number when Enter or the button is pressed; emptied, it shows all again. */
export const SearchField = ({ label, value, onSearch }: Props) => {
  const { labels } = useWords({ zh, en });
  const input = useRef<HTMLInputElement>(null);
  const clear = () => input.current?.value === '' && value !== '' && onSearch('');
  return (
    <form className="search" role="search" aria-label={label} onSubmit={(event) => (event.preventDefault(), onSearch(input.current?.value.trim() ?? ''))}>
      <input key={value} ref={input} type="search" className="field" aria-label={label} placeholder={label} defaultValue={value} enterKeyHint="search" onInput={clear} />
      <button type="submit" className="plain">{labels.search}</button>
    </form>
  );
};
