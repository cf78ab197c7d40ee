import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { Board } from './Board.tsx';

export const deadlineRoutes = (root: AnyRoute) => [createRoute({ getParentRoute: () => root, path: '/clocks', component: Board })];
