import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { CalendarPage } from './CalendarPage.tsx';

export const calendarRoutes = (root: AnyRoute) => [createRoute({ getParentRoute: () => root, path: '/calendar', component: CalendarPage })];
