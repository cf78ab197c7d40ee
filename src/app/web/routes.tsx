import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { useMe } from '#mechanisms/access/web/me.ts';
import { Broken, Nowhere } from './Closed.tsx';
import { Shell } from './Shell.tsx';

const Root = () => {
  const me = useMe();
  return me ? <Shell me={me} /> : null;
};

const root = createRootRoute({ component: Root, notFoundComponent: Nowhere });

/** Every page is fetched when it is first opened: the first load stays small. */
const page = (path: string, load: () => Promise<Record<string, any>>, name: string) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) });

const pages = [
  page('/', () => import('./Home.tsx'), 'Home'),
  page('/incoming', () => import('#modules/documents/incoming/web/Book.tsx'), 'Book'),
  page('/incoming/new', () => import('#modules/documents/incoming/web/Intake.tsx'), 'Intake'),
  page('/records/$recordId', () => import('./RecordPage.tsx'), 'RecordPage'),
  page('/outgoing', () => import('#modules/documents/outgoing/web/Book.tsx'), 'Book'),
  page('/outgoing/new', () => import('#modules/documents/outgoing/web/NewDraft.tsx'), 'NewDraft'),
  page('/outgoing/numbers', () => import('#modules/documents/outgoing/web/Numbers.tsx'), 'Numbers'),
  page('/outgoing/seals', () => import('#modules/documents/outgoing/web/SealBook.tsx'), 'SealBook'),
  page('/outgoing/deliveries', () => import('#modules/documents/outgoing/web/DeliveryBook.tsx'), 'DeliveryBook'),
  page('/outgoing/templates', () => import('#modules/documents/outgoing/web/Templates.tsx'), 'Templates'),
  page('/outgoing/templates/$templateId', () => import('#modules/documents/outgoing/web/TemplatePage.tsx'), 'TemplatePage'),
  page('/outgoing/$recordId/edit', () => import('#modules/documents/outgoing/web/EditDraft.tsx'), 'EditDraft'),
  page('/outgoing/$recordId/versions', () => import('#modules/documents/outgoing/web/Compare.tsx'), 'Compare'),
  page('/library', () => import('#modules/library/web/Library.tsx'), 'Library'),
  page('/library/search', () => import('#modules/library/web/SearchPage.tsx'), 'SearchPage'),
  page('/library/trash', () => import('#modules/library/web/Trash.tsx'), 'Trash'),
  page('/library/usage', () => import('#modules/library/web/Usage.tsx'), 'Usage'),
  page('/library/links/$grantId', () => import('#modules/library/web/LinkPage.tsx'), 'LinkPage'),
  page('/library/$itemId/rights', () => import('#modules/library/web/Rights.tsx'), 'Rights'),
  page('/library/$itemId/compare', () => import('#modules/library/web/Compare.tsx'), 'Compare'),
  page('/library/$itemId', () => import('#modules/library/web/FolderPage.tsx'), 'FolderPage'),
  page('/archive', () => import('#modules/archive/web/Catalogue.tsx'), 'Catalogue'),
  page('/archive/items/$itemId', () => import('./ArchivedItem.tsx'), 'ArchivedItem'),
  page('/archive/numbers/$number', () => import('./ArchivedItem.tsx'), 'ArchivedNumber'),
  page('/archive/years', () => import('#modules/archive/web/Years.tsx'), 'Years'),
  page('/archive/boxes', () => import('#modules/archive/web/Boxes.tsx'), 'Boxes'),
  page('/archive/boxes/$boxId', () => import('#modules/archive/web/BoxPage.tsx'), 'BoxPage'),
  page('/archive/rules', () => import('#modules/archive/web/Rules.tsx'), 'Rules'),
  page('/archive/checks', () => import('#modules/archive/web/Checks.tsx'), 'Checks'),
  page('/archive/loans', () => import('#modules/archive/web/Loans.tsx'), 'Loans'),
  page('/archive/destruction', () => import('#modules/archive/web/Destruction.tsx'), 'Destruction'),
  page('/archive/transfer', () => import('#modules/archive/web/Transfers.tsx'), 'Transfers'),
  page('/archive/waiting', () => import('#modules/archive/web/Waiting.tsx'), 'Waiting'),
  page('/meetings', () => import('#modules/meetings/web/Meetings.tsx'), 'Meetings'),
  page('/meetings/new', () => import('#modules/meetings/web/PlanPage.tsx'), 'NewMeeting'),
  page('/meetings/resolutions', () => import('#modules/meetings/web/Resolutions.tsx'), 'Resolutions'),
  page('/meetings/preparations', () => import('#modules/meetings/web/Preparations.tsx'), 'Preparations'),
  page('/meetings/topics', () => import('#modules/meetings/web/Topics.tsx'), 'Topics'),
  page('/meetings/$meetingId/sitting', () => import('#modules/meetings/web/SittingPage.tsx'), 'SittingPage'),
  page('/meetings/$meetingId/attendance', () => import('#modules/meetings/web/AttendancePage.tsx'), 'AttendancePage'),
  page('/meetings/$meetingId/sign-in-card', () => import('#modules/meetings/web/SignInCard.tsx'), 'SignInCard'),
  page('/meetings/$meetingId/seating', () => import('#modules/meetings/web/SeatingPage.tsx'), 'SeatingPage'),
  page('/meetings/$meetingId/edit', () => import('#modules/meetings/web/PlanPage.tsx'), 'EditMeeting'),
  page('/meetings/minutes', () => import('#modules/meetings/web/MinutesBook.tsx'), 'MinutesBook'),
  page('/meetings/reports', () => import('#modules/meetings/web/Reports.tsx'), 'Reports'),
  page('/meetings/papers/$paperId/edit', () => import('#modules/meetings/web/EditWritten.tsx'), 'EditWritten'),
  page('/rooms', () => import('#modules/rooms/web/Board.tsx'), 'Board'),
  page('/rooms/book', () => import('#modules/rooms/web/BookRoom.tsx'), 'BookRoom'),
  page('/rooms/bookings', () => import('#modules/rooms/web/Bookings.tsx'), 'Bookings'),
  page('/rooms/bookings/$recordId', () => import('#modules/rooms/web/BookingPage.tsx'), 'BookingPage'),
  page('/rooms/week/$roomId', () => import('#modules/rooms/web/Week.tsx'), 'Week'),
  page('/rooms/door/$roomId', () => import('#modules/rooms/web/DoorPage.tsx'), 'DoorPage'),
  page('/rooms/card/$roomId', () => import('#modules/rooms/web/DoorCard.tsx'), 'DoorCard'),
  page('/rooms/patrol', () => import('#modules/rooms/web/Patrol.tsx'), 'Patrol'),
  page('/rooms/statistics', () => import('#modules/rooms/web/Statistics.tsx'), 'Statistics'),
  page('/rooms/register', () => import('#modules/rooms/web/Rooms.tsx'), 'Rooms'),
  page('/calls', () => import('#modules/documents/incoming/web/Calls.tsx'), 'Calls'),
  page('/originals', () => import('#modules/documents/incoming/web/Originals.tsx'), 'Originals'),
  page('/senders', () => import('#modules/documents/incoming/web/Senders.tsx'), 'Senders'),
  page('/q/$code', () => import('#modules/documents/incoming/web/Original.tsx'), 'Original'),
  page('/clocks', () => import('#mechanisms/deadlines/web/Board.tsx'), 'Board'),
  page('/lives', () => import('#mechanisms/lifecycle/web/Lives.tsx'), 'Lives'),
  page('/search', () => import('./Search.tsx'), 'Search'),
  page('/calendar', () => import('#mechanisms/calendar/web/CalendarPage.tsx'), 'CalendarPage'),
  page('/people', () => import('#mechanisms/organisation/web/People.tsx'), 'People'),
  page('/roles', () => import('./Roles.tsx'), 'Roles'),
  page('/settings', () => import('./SettingsPage.tsx'), 'SettingsPage'),
  page('/approvals/routes', () => import('#mechanisms/approvals/web/Routes.tsx'), 'Routes'),
  page('/audit', () => import('./Audit.tsx'), 'Audit'),
  page('/mails', () => import('#mechanisms/notifications/web/Mails.tsx'), 'Mails'),
  page('/messages', () => import('./Messages.tsx'), 'Messages'),
  page('/account', () => import('#mechanisms/access/web/Account.tsx'), 'Account'),
  page('/api-reference', () => import('./api/ApiReference.tsx'), 'ApiReference'),
];

export const router = createRouter({ routeTree: root.addChildren(pages), scrollRestoration: true, defaultErrorComponent: Broken });
