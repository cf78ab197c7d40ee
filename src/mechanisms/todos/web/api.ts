import { client } from '#platform/client.ts';
import { todos } from '../contract.ts';

export const api = client('todos', todos);
