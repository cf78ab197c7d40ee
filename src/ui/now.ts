import { useEffect, useState } from 'react';

/** The present moment, anew each half minute. */
export const useNow = () => {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
};
