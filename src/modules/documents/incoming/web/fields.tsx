export { Files } from '#mechanisms/files/web/Files.tsx';
export { Departments, People, useDepartments, useDirectory } from '#mechanisms/organisation/web/fields.tsx';
export { Amount, Line, Moment, OnDay, OneOf, Text } from '#ui/fields.tsx';
