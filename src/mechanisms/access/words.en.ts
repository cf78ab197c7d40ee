import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    product: 'Zongban', slogan: 'The general office of the school', signIn: 'Sign in', signOut: 'Sign out', username: 'User name', password: 'Password', code: 'Code or recovery code', signInAgain: 'Your session has ended. Sign in again; what you typed is kept.',
    account: 'My account', posts: 'Posts', actingPost: 'Acting as', changePassword: 'Change password', oldPassword: 'Old password', newPassword: 'New password', mustChange: 'This is a one-time password. Choose your own first.', passwordChanged: 'Changed. Other devices were signed out.',
    totp: 'Codes by phone', totpOn: 'on', totpOff: 'off', totpStart: 'Switch on', totpScan: 'Scan this with the authenticator on your phone, then type the six digits it shows.', totpConfirm: 'Confirm', totpStop: 'Switch off', recovery: 'Recovery codes', recoverySay: 'Write these down. Each works once, when the phone is not at hand. They are shown only now.', recoveryLeft: 'Recovery codes left',
    sessions: 'Signed-in devices', thisOne: 'this one', endSession: 'Sign it out', endOthers: 'Sign out all others', address: 'Address', lastSeen: 'Last used', tokens: 'Access tokens', tokenName: 'Name', tokenEnds: 'Ends', tokenNever: 'never', tokenScope: 'It may', tokenReads: 'read only', tokenWrites: 'read and act', createToken: 'New token', tokenValue: 'Copy the token: it is shown only now', revoke: 'Revoke', noTokens: 'No tokens. A token lets a script act as you.',
    preferences: 'Display', language: 'Language', largeText: 'Large text', no: 'no', role: 'Role', permission: 'Permission', roles: 'Roles and permissions', rolesSay: 'A tick means that the role holds the permission; a change holds at once for everybody with the role. Grey is what the separation of the three administrators forbids; ＊ marks what differs from the standard.', notStandard: 'differs from the standard', grantIt: 'Grant', takeIt: 'Take away', keepAsIs: 'Leave it', grantSay: 'Everybody with this role gets it at once.', takeSay: 'Everybody with this role loses it at once.', clearance: 'Clearance', held: 'held', 
    createAccount: 'New account', resetPassword: 'Reset password', oneTime: 'One-time password (shown only now)', disable: 'Disable', enable: 'Enable', givePost: 'Give a post', endPost: 'End', title: 'Title', department: 'Department', name: 'Name', phone: 'Phone', email: 'E-mail',
    textSize: 'Text size', revokeThen: 'Programs that use this token are shut out at once. It cannot be brought back.', fillPassword: 'Type your password', showPassword: 'Show', hidePassword: 'Hide', actHere: 'Act in this post', textNormal: 'Standard', textLarge: 'Large', passwordHint: 'Ten characters or more; not your name, your user name or a common password.', totpWhat: 'When signing in, you also type the six digits that your phone shows, new every 30 seconds.', totpQr: 'QR code for the authenticator', totpByHand: 'Without a camera, type this key:', totpCode: 'The six digits on the phone', totpStopPassword: 'Your password, to switch it off', keepOn: 'Keep it on', unknownDevice: 'Another program', apiReference: 'API reference', neverUsed: 'never', inDays: 'in {days} days',
  },
  permissions: {
    'accounts.manage': 'Manage accounts', 'roles.manage': 'Manage roles and posts', 'roles.read': 'See roles', 'audit.read': 'Read the audit trail', 'calendar.manage': 'Keep the calendar', 'files.read': 'Read files', 'files.upload': 'Upload files', 'mails.read': 'See the mail log', 'organisation.read': 'See people', 'organisation.manage': 'Keep departments and people', 'organisation.export': 'Export the list of people', 'leaves.manage': 'Enter leaves of others', 'settings.read': 'See settings', 'settings.change': 'Change settings',
  },
  clearances: ['none', 'Confidential', 'Secret', 'Top secret'],
  roles: {
    staff: 'Staff', 'office.clerk': 'Clerk', 'office.director': 'Director of the office', 'department.head': 'Head of department', leader: 'Vice-principal', principal: 'Principal',
    archivist: 'Archivist', storekeeper: 'Storekeeper', buyer: 'Buyer', technician: 'Technician', receptionist: 'Receptionist', admin: 'System administrator',
    security: 'Security administrator', auditor: 'Auditor',
  },
  refusals: {
    'access.wrong_name_or_password': 'The user name or the password is wrong.', 'access.code_needed': 'Type the code shown by your phone, or a recovery code.',
    'access.wrong_code': 'The code is wrong. Type the newest one.', 'access.too_many_tries': 'Too many tries. Wait a while (15 minutes at most), or ask the administrator to reset the password.',
    'access.wrong_password': 'The old password is wrong.', 'access.password_short': 'A password has at least 10 characters.', 'access.password_is_name': 'The password is made of the name or the user name.',
    'access.password_common': 'This password is too common.', 'access.password_same': 'The new password is the old one.', 'access.not_your_post': 'This is not your post.',
    'access.totp_on': 'Codes are switched on already.', 'access.totp_not_started': 'Scan the picture first.', 'access.ends_in_the_past': 'It ends in the past.',
    'access.username_taken': 'This user name is taken.', 'access.no_department': 'There is no such department.', 'access.not_yourself': 'Not for yourself: another administrator does this.',
    'access.last_of_its_kind': 'This is the last person with that duty. Name another first.',
    'access.administrators_are_separate': 'System administrator, security administrator and auditor are three people, each with no other post than staff.',
    'access.administrator_without_code': 'This administrator has no codes by phone, so the system administrator may not reset the password. Run npm run password on the server.',
    'access.post_held': 'The person holds this post already.', 'access.unknown_role': 'There is no such role.', 'access.unknown_permission': 'There is no such permission.',
  },
};
