import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    library: 'Library', departments: 'Folders of departments', projects: 'Folders of projects', wholeSchool: 'Whole school', sharedToMe: 'Opened to me', nothingThere: 'No folder is open to you yet.', name: 'Name', changed: 'Changed', size: 'Size', mayDo: 'I may', folder: 'Folder', version: 'Version', versionNo: 'Version {n}',
    newFolder: 'New folder', newProject: 'New project folder', folderName: 'Name of the folder', upload: 'Upload files', emptyFolder: 'This folder is empty. Drag files here, or press “Upload files”.', emptyForReading: 'This folder is empty.', exception: 'has rights of its own', lockedBy: 'locked by {name}', path: 'Where it lies',
    sortBy: 'Sort by', byName: 'Name', byChanged: 'Time', bySize: 'Size', up: 'Ascending', down: 'Descending', more: 'More',
    versions: 'Versions', addVersion: 'Upload a new version', restore: 'Restore', restores: 'restores version {n}', download: 'Download', current: 'current', timeline: 'History', whoForWhom: '{who} for {whom}', erased: 'content erased',
  },
};
