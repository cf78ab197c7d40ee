/** The roles of the office, in the order of its directory. */
export const roles = [
  'staff', 'office.clerk', 'office.director', 'department.head', 'leader', 'principal', 'archivist', 'storekeeper', 'buyer', 'technician', 'receptionist',
  'admin', 'security', 'auditor',
] as const;
export type Role = (typeof roles)[number];

/** 三员分立: three separate people. */
export const administrators: readonly Role[] = ['admin', 'security', 'auditor'];

/** Whoever may see documents: everybody but the three administrators. */
export const everybody: readonly Role[] = roles.filter((role) => !administrators.includes(role));
