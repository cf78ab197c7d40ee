import type { Words } from '#platform/words.ts';
import type { library } from './contract.ts';
import type { Level } from './nouns.ts';

type Worded = Pick<Words<typeof library, Level, never>, 'states' | 'refusals'>;

export const zh = {
  states: { see: '可见', read: '可阅', edit: '可编辑', manage: '可管理' },
  refusals: {
    'library.may_not_edit': '没有编辑权限，需要请文件夹管理人开放。',
    'library.may_not_manage': '只有管理人可以这样做。',
    'library.name_taken': '这里已有同名的文件或文件夹，请换个名称。',
    'library.quota_full': '这个部门（项目）的文档库空间已满，没有保存。请清理旧文件，或请办公室增加空间。',
    'library.text_is_classified': '内容或文件名带有密级标志。秘密级及以上文件不得存入文档库。',
    'library.file_unknown': '找不到这个文件，可能已清除，请重新上传。',
    'library.locked_by_other': '文件已被别人签出，等对方签回，或请管理人解除签出。',
    'library.newer_version': '你编辑期间，别人已经存了新版本。你的文件没有丢，请对比后再决定。',
    'library.same_content': '内容与当前版本完全相同，没有另存。',
    'library.is_current': '这就是当前版本。',
    'library.not_locked': '文件没有签出。',
    'library.reason_missing': '解除别人的签出，请写明原因。',
    'library.is_top': '部门、项目和全校的根文件夹不能这样改。',
    'library.circle': '不能把文件夹移到它自己或它下面的文件夹里。',
    'library.too_many_tags': '一个文件最多 20 个标签。',
    'library.not_a_space': '空间大小只在部门、项目和全校的根文件夹上设定。',
    'library.subject_unknown': '找不到这个人或部门，可能已离职或撤销。',
    'library.nobody_manages': '至少要留一个管理人。',
    'library.ends_before_it_starts': '截止日期已经过去。',
    'library.archive_too_large': '一次最多打包下载 2000 个文件、2 GB，请少选一些。',
    'library.archive_empty': '选中的内容里没有可以下载的文件。',
    'library.link_ended': '链接已到期或已收回。',
  },
  messages: { 'library.shared': '{by} 向你开放了“{title}”', 'library.folder_changed': '关注的文件夹“{title}”有 {files} 个文件更新，如“{last}”', 'library.lock_broken': '{by} 解除了你对“{title}”的签出：{note}' },
  permissions: { 'library.read': '使用文档库', 'library.projects': '建立项目文件夹', 'library.office': '设定文档库空间' },
  acts: {
    'library.putFile': '存入', 'library.addVersion': '存新版本', 'library.restoreVersion': '恢复旧版本', 'library.rename': '改名', 'library.move': '移动', 'library.trash': '移入回收站', 'library.untrash': '从回收站还原',
    'library.lock': '签出', 'library.unlock': '签回', 'library.grant': '开放权限', 'library.withdraw': '收回权限', 'library.setInheritance': '改变权限继承', 'library.makeLink': '生成链接',
  },
} satisfies Worded & Record<string, object>;
