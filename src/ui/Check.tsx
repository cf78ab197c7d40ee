import type { ReactNode } from 'react';

/** A box to tick. */
export const Check = ({ checked, onChange, children }: { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }) => (
  <label className="check"><input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />{children}</label>
);
