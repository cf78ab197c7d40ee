/** Days and instants as numbers, without a clock and without the process's time zone. China is UTC+8 all year since 1992. */
export const dayMs = 86_400_000;
const officeOffset = 28_800_000;

/** Days since 1970-01-01 of a proleptic Gregorian day; the year is taken to begin in March, so that a leap day is its last. */
export const numberOfDay = (day: string) => {
  const [y, m, d] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const year = m > 2 ? y : y - 1;
  const ofYear = Math.floor((153 * ((m + 9) % 12) + 2) / 5) + d - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + ofYear - 719_468;
};

export const dayOfNumber = (number: number) => {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearInEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const ofYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearInEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1)}`;
};

const two = (n: number) => String(n).padStart(2, '0');

/** 1 Monday … 7 Sunday. */
export const weekdayOfNumber = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1;
export const weekdayOf = (day: string) => weekdayOfNumber(numberOfDay(day));

export const nextDay = (day: string, by = 1) => dayOfNumber(numberOfDay(day) + by);

/** Is it a day that exists: not 2026-02-30. */
export const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && dayOfNumber(numberOfDay(text)) === text;

/** Milliseconds since 1970 of a fixed-width UTC instant. */
export const msOf = (instant: string) =>
  numberOfDay(instant) * dayMs +
  Number(instant.slice(11, 13)) * 3_600_000 + Number(instant.slice(14, 16)) * 60_000 + Number(instant.slice(17, 19)) * 1000 + Number(instant.slice(20, 23));

export const instantOfMs = (ms: number) => {
  const whole = Math.round(ms);
  const inDay = ((whole % dayMs) + dayMs) % dayMs;
  const clock = `${two(Math.floor(inDay / 3_600_000))}:${two(Math.floor(inDay / 60_000) % 60)}:${two(Math.floor(inDay / 1000) % 60)}`;
  return `${dayOfNumber(Math.floor(whole / dayMs))}T${clock}.${String(inDay % 1000).padStart(3, '0')}Z`;
};

/** The moment at which a day begins in China, and the day it is there at a moment. */
export const midnight = (number: number) => number * dayMs - officeOffset;
export const dayNumberAt = (ms: number) => Math.floor((ms + officeOffset) / dayMs);

/** The day in China at an instant, and what the office's wall clock shows. */
export const dayAt = (instant: string) => dayOfNumber(dayNumberAt(msOf(instant)));
export const wallAt = (instant: string) => ({ day: dayAt(instant), time: instantOfMs(msOf(instant) + officeOffset).slice(11, 16) });

/** Milliseconds after midnight of HH:mm. */
export const msOfClock = (clock: string) => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60_000;
