export const en = {
  labels: {
    people: 'People and departments', departments: 'Departments', name: 'Name', username: 'User name', phone: 'Phone', email: 'E-mail', posts: 'Posts', search: 'Name or user name', disabled: 'disabled', onLeave: 'away, deputy', head: 'Head', leader: 'Leader', members: 'people', createDepartment: 'New department', departmentName: 'Name', rename: 'Change', closeDepartment: 'Close', closeSure: 'Nothing can be dispatched to it any more.', closed: 'closed', more: 'More', all: 'All departments',
    createAccount: 'New account', resetPassword: 'Reset password', oneTime: 'One-time password, shown only now', disable: 'Disable', enable: 'Enable', givePost: 'Give a post', endPost: 'End', role: 'Role', title: 'Title', department: 'Department', clearance: 'Clearance', edit: 'Change', save: 'Save', cancel: 'Cancel',
    import: 'Import from Excel', importForm: 'Empty table', importChoose: 'Choose the table', importPreview: 'Row by row', importNow: 'Import', imported: 'Imported. Hand out the one-time passwords', row: 'Row', faults: 'Faults', ok: 'right',
    leave: 'Leave and deputies', leaveSay: 'While you are away, what is asked of you goes to your deputy too, and is shown as done for you.', away: 'Away', takeLeave: 'Enter a leave', deputy: 'Deputy', starts: 'From', ends: 'Until', scope: 'For', scopeAll: 'everything', scopeIncoming: 'incoming documents only', reason: 'Reason', endLeave: 'Back early', noLeaves: 'No leaves.', ended: 'ended',
    welcome: 'Welcome to Zongban', welcomeSay: 'Create the school, or look at a sample first.', loadSample: 'Load the sample school', sampleSay: 'Forty people, ten departments, eight weeks of documents, all invented.', sampleReady: 'The sample school is ready. Sign in with', createSchool: 'Create the school', schoolName: 'Full name', schoolShort: 'Short name', schoolCode: "Issuer's word", schoolDepartments: 'Departments, one a line', admin: 'System administrator', security: 'Security administrator', auditor: 'Auditor', director: 'Director of the office', password: 'Password', separate: 'The three administrators are three different people.', start: 'To sign-in', working: 'Working…',
  },

  refusals: {
    'organisation.school_exists': 'The school exists already.', 'organisation.department_twice': 'A department is named twice.', 'organisation.person_twice': 'A user name is used twice: the administrators are different people.',
    'organisation.name_taken': 'There is a department of this name.', 'organisation.circle': 'A department cannot be below itself.', 'organisation.not_empty': 'The department still has people or departments below it.',
    'organisation.bad_email': 'This is not an e-mail address.', 'organisation.bad_phone': 'This is not a telephone number.',
    'organisation.no_such_department': 'The department above it does not exist or is closed.', 'organisation.not_a_leader': 'Only a vice-principal or the principal is in charge of a department.',
    'organisation.leave_of_another': 'Enter a leave for yourself only; the office enters it for others.', 'organisation.deputy_is_administrator': 'An administrator sees no documents and cannot be a deputy.',
    'organisation.columns_missing': 'The head must name 姓名, 用户名, 部门, 角色 (and may name 职务, 电话, 邮箱). Use the form.',
    'organisation.leave_ends_before_it_starts': 'It must end after it starts.', 'organisation.leave_in_the_past': 'It ends in the past.',
    'organisation.own_deputy': 'The deputy is somebody else.', 'organisation.deputy_on_leave': 'The deputy is away then, too.', 'organisation.leave_overlaps': 'There is a leave in this time already.',
    'organisation.no_such_deputy': 'There is no such person.', 'organisation.not_a_table': 'This is not an Excel table (xlsx).', 'organisation.too_many_people': 'At most 2,000 people at once.',
    'organisation.lines_have_faults': 'The table still has faults. Nobody was imported.', 'organisation.fault_name': 'no name', 'organisation.fault_username': 'user name: small letters, digits, dot, dash; 2 to 50',
    'organisation.fault_username_taken': 'user name taken', 'organisation.fault_username_twice': 'user name twice in the table', 'organisation.fault_department': 'no such department',
    'organisation.fault_role': 'no such role', 'organisation.fault_email': 'bad e-mail', 'organisation.fault_phone': 'bad phone',
  },
};
