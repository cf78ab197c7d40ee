export const en = {
  roles: {
    staff: 'Staff', 'office.clerk': 'Clerk', 'office.director': 'Director of the office', 'department.head': 'Head of department', leader: 'Vice-principal', principal: 'Principal',
    archivist: 'Archivist', storekeeper: 'Storekeeper', buyer: 'Buyer', technician: 'Technician', receptionist: 'Receptionist', admin: 'System administrator',
    security: 'Security administrator', auditor: 'Auditor',
  },
  refusals: {
    'access.wrong_name_or_password': 'The user name or the password is wrong.', 'access.code_needed': 'Type the code shown by your phone, or a recovery code.',
    'access.wrong_code': 'The code is wrong. Type the newest one.', 'access.too_many_tries': 'Too many tries. Wait 15 minutes, or ask the administrator to reset the password.',
    'access.wrong_password': 'The old password is wrong.', 'access.password_short': 'A password has at least 10 characters.', 'access.password_is_name': 'The password is the user name.',
    'access.password_common': 'This password is too common.', 'access.password_same': 'The new password is the old one.', 'access.not_your_post': 'This is not your post.',
    'access.totp_on': 'Codes are switched on already.', 'access.totp_not_started': 'Scan the picture first.', 'access.ends_in_the_past': 'It ends in the past.',
    'access.username_taken': 'This user name is taken.', 'access.no_department': 'There is no such department.', 'access.not_yourself': 'Not for yourself: another administrator does this.',
    'access.last_of_its_kind': 'This is the last person with that duty. Name another first.',
    'access.administrators_are_separate': 'System administrator, security administrator and auditor are three people with separate rights.',
    'access.post_held': 'The person holds this post already.', 'access.unknown_role': 'There is no such role.', 'access.unknown_permission': 'There is no such permission.',
  },
};
